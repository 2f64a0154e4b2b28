// Step 6: who may see what was told. Invariant: every line is a no until it is ticked, and stays as it was ticked.
import { appealAudiences, appealLimits as limits } from "../../../model/index.ts";
import { el, paragraph, textArea, tick } from "../elements.ts";
import type { Step } from "./step.ts";

export const consentStep: Step = ({ draft, say, touched }) => [
  ...([1, 2, 3, 4] as const).map((n) => paragraph(say(`consent.before.${n}`))),
  el(
    "fieldset",
    { class: "fieldset stack" },
    el("legend", { class: "field__label" }, say("consent.yes")),
    ...appealAudiences.map((code) =>
      tick({
        id: `consent-${code}`,
        label: say(`consent.${code}`),
        ...(code === "inside" ? { hint: say("consent.needed") } : {}),
        checked: draft.audiences.includes(code),
        onChange: (on) => {
          draft.audiences = appealAudiences.filter((one) =>
            one === code ? on : draft.audiences.includes(one),
          );
          touched();
        },
      }),
    ),
  ),
  textArea({
    label: say("consent.risk"),
    hint: say("consent.detained"),
    value: draft.risk,
    max: limits.words,
    onInput: (text) => {
      draft.risk = text;
      touched();
    },
  }),
];
