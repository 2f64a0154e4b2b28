// Asks why before a claim is rejected, pinned or taken back.
import type { ReactNode } from "react";
import { propertyOf } from "../../../model/index.ts";
import type { ClaimView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";
import { GradeDialog } from "./grade-dialog.tsx";
import type { useDecide } from "./decisions.ts";
import type { Ask } from "./said-context.ts";

interface Props {
  readonly ask: Ask;
  readonly file: RecordFile;
  readonly decide: ReturnType<typeof useDecide>;
  readonly onClose: () => void;
}

/** The schema of the record this claim is about: the file's own, or that of an event in it. */
function schemaAround(file: RecordFile, claim: ClaimView): string {
  return (
    file.related.find((related) => related.records.includes(claim.record))?.schema ?? file.schema
  );
}

export function AskReason({ ask, file, decide, onClose }: Props): ReactNode {
  const { claim } = ask;
  const close = { isPending: decide.isPending, onClose };
  if (ask.kind === "grade") {
    return (
      <GradeDialog
        claim={claim}
        error={decide.error}
        onJudge={(judgement) => decide.mutate({ kind: "grade", claim, judgement })}
        {...close}
      />
    );
  }
  if (ask.kind === "correct") {
    const property = propertyOf(schemaAround(file, claim), claim.property);
    return property === undefined ? null : (
      <CorrectDialog
        claim={claim}
        property={property}
        onCorrect={(value) => decide.mutate({ kind: "correct", claim, value })}
        {...close}
      />
    );
  }
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
