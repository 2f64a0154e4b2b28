// Step 2: when each of them was taken, and how the sender knows.
import { appealKnows, appealLimits as limits } from "../../../model/index.ts";
import type { DraftPerson, PersonField } from "../draft.ts";
import { choice, el, textArea, textField } from "../elements.ts";
import type { FormKey } from "../messages/index.ts";
import type { Step, StepDeps } from "./step.ts";

export const knownStep: Step = (deps) =>
  deps.draft.people.map((person, at) => whatIsKnown(deps, person, at));

function whatIsKnown({ say, touched }: StepDeps, person: DraftPerson, at: number): HTMLElement {
  const write = (field: PersonField) => (value: string) => {
    person[field] = value;
    touched();
  };
  const line = (
    field: "taken" | "takenFrom" | "takenBy" | "heldAt" | "lastHeard",
    hint?: FormKey,
  ) =>
    textField({
      label: say(field),
      ...(hint === undefined ? {} : { hint: say(hint) }),
      value: person[field],
      onInput: write(field),
      max: limits.line,
    });
  const name = person.names.find((one) => one.trim() !== "");
  return el(
    "fieldset",
    { class: "fieldset appeal-form__person" },
    el("legend", { dir: "auto" }, name ?? say("person", { n: at + 1 })),
    textArea({
      label: say("happened"),
      hint: say("happened.hint"),
      value: person.happened,
      onInput: write("happened"),
      max: limits.words,
    }),
    el(
      "div",
      { class: "appeal-form__pair" },
      line("taken", "taken.hint"),
      line("takenBy", "takenBy.hint"),
      line("takenFrom"),
      line("heldAt"),
      line("lastHeard"),
      choice({
        label: say("knows"),
        value: person.knows,
        none: say("unsaid"),
        choices: appealKnows.map((code) => [code, say(`knows.${code}`)]),
        onChange: write("knows"),
      }),
    ),
  );
}
