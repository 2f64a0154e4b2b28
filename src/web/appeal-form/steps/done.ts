// Step 3: what was done so far.
import { appealLimits as limits } from "../../../model/index.ts";
import { textArea } from "../elements.ts";
import type { Step } from "./step.ts";

export const doneStep: Step = ({ draft, say, touched }) => [
  textArea({
    label: say("done"),
    hint: say("done.hint"),
    value: draft.done,
    max: limits.words,
    onInput: (text) => {
      draft.done = text;
      touched();
    },
  }),
];
