// Asks why before a claim is rejected, pinned or taken back.
import type { ReactNode } from "react";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import type { useDecide } from "./decisions.ts";
import type { Ask } from "./said-context.ts";

interface Props {
  readonly ask: Ask;
  readonly file: RecordFile;
  readonly decide: ReturnType<typeof useDecide>;
  readonly onClose: () => void;
}

export function AskReason({ ask, file, decide, onClose }: Props): ReactNode {
  const { claim } = ask;
  const texts = {
    reject: [t("claims.rejectTitle"), t("claims.rejectText"), t("claims.reject")],
    pin: [t("claims.pinTitle"), t("claims.pinText"), t("claims.pin")],
    unpin: [t("claims.unpin"), undefined, t("claims.unpin")],
    withdraw: [t("claims.withdrawTitle"), t("claims.withdrawText"), t("claims.withdraw")],
  } as const;
  const [title, text, submit] = texts[ask.kind];
  const all = [...file.properties, ...file.related.flatMap((related) => related.properties)];
  const before = all
    .find((property) => property.claims.some((other) => other.id === claim.id))
    ?.headlines.find((headline) => headline.pinned)?.claims[0];
  const carryOut = (reason: string): void => {
    if (ask.kind === "reject") decide.mutate({ kind: "review", claim, state: "rejected", reason });
    else if (ask.kind === "pin")
      decide.mutate({ kind: "pin", claim, before: before ?? null, reason });
    else if (ask.kind === "unpin") decide.mutate({ kind: "unpin", claim, reason });
    else decide.mutate({ kind: "withdraw", target: claim.id, subject: claim.record, reason });
  };
  return (
    <ReasonDialog
      title={title}
      {...(text === undefined ? {} : { text })}
      submit={submit}
      danger={ask.kind === "withdraw"}
      optional={ask.kind === "reject"}
      isPending={decide.isPending}
      error={decide.error}
      onSubmit={carryOut}
      onClose={onClose}
    />
  );
}
