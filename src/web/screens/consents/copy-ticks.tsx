// Whether whoever has a copy was asked to take it down, and did so; one tick each, kept with who ticked it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { CopyAnswer } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Checkbox, dayText, ErrorNote, Tag } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";

type State = CopyAnswer["state"] | "open";

/** `copy`: number of the entry it left by; `name`: whoever has it. */
export function CopyTicks({
  copy,
  answer,
  name,
}: {
  readonly copy: number;
  readonly answer: CopyAnswer | null;
  readonly name: string;
}): ReactNode {
  const client = useQueryClient();
  const may = useMay();
  const [ticked, setTicked] = useState<State | null>(null);
  const saying = useMutation({
    mutationFn: async (state: State) => post("/api/copies/answer", { copy, state }),
    onSuccess: async () => {
      await client.invalidateQueries({
        predicate: ({ queryKey: [of, which] }) =>
          of === "consents" || (of === "release" && which === "copies"),
      });
    },
    onSettled: () => setTicked(null),
  });
  // What was ticked shows at once, and falls back where it could not be kept.
  const state: State = ticked ?? answer?.state ?? "open";
  const say = (next: State): void => {
    setTicked(next);
    saying.mutate(next);
  };
  const disabled = !(may("add") || may("publish"));
  return (
    <div className="copy-ticks">
      <Checkbox
        label={<Named text={t("consents.asked")} name={name} />}
        checked={state !== "open"}
        disabled={disabled}
        onChange={(on) => say(on ? "asked" : "open")}
      />
      <Checkbox
        label={<Named text={t("consents.taken")} name={name} />}
        checked={state === "gone"}
        disabled={disabled}
        onChange={(on) => say(on ? "gone" : "asked")}
      />
      {state === "refused" ? <Tag tone="bad">{t("consents.wouldNot")}</Tag> : null}
      {answer === null ? null : (
        <small className="quiet">
          <Bidi>{t("consents.tickedBy", { name: answer.by })}</Bidi> {dayText(answer.at)}
        </small>
      )}
      <ErrorNote error={saying.error} />
    </div>
  );
}

/** Several such ticks stand in one list: for ears, each says whose it is. */
function Named({ text, name }: { readonly text: string; readonly name: string }): ReactNode {
  return (
    <>
      {text}
      <span className="sr-only">: {name}</span>
    </>
  );
}
