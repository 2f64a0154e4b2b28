// Step 5: about the sender; all of it may stay empty.
import { appealLimits as limits } from "../../../model/index.ts";
import { paragraph, textField } from "../elements.ts";
import type { FormKey } from "../messages/index.ts";
import type { Step } from "./step.ts";

export const senderStep: Step = ({ draft, say, touched }) => {
  const line = (field: keyof typeof draft.sender, hint?: FormKey): HTMLElement =>
    textField({
      label: say(`sender.${field}`),
      ...(hint === undefined ? {} : { hint: say(hint) }),
      value: draft.sender[field],
      max: limits.line,
      onInput: (text) => {
        draft.sender[field] = text;
        touched();
      },
    });
  return [
    paragraph(say("sender.lead")),
    line("name"),
    line("contact", "sender.contact.hint"),
    line("care", "sender.care.hint"),
  ];
};
