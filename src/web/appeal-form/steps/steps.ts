// The six steps in their order, and the way between them.
import { el } from "../elements.ts";
import type { FormKey, Say } from "../messages/index.ts";
import { consentStep } from "./consent.ts";
import { doneStep } from "./done.ts";
import { filesStep } from "./files.ts";
import { knownStep } from "./known.ts";
import { peopleStep } from "./people.ts";
import { senderStep } from "./sender.ts";
import type { Step } from "./step.ts";

interface NamedStep {
  readonly title: FormKey;
  readonly draw: Step;
}

export const steps: readonly [NamedStep, ...NamedStep[]] = [
  { title: "step.people", draw: peopleStep },
  { title: "step.known", draw: knownStep },
  { title: "step.done", draw: doneStep },
  { title: "step.files", draw: filesStep },
  { title: "step.sender", draw: senderStep },
  { title: "step.consent", draw: consentStep },
];

/** All steps as a list of buttons; any can be gone to at any time. */
export function stepList(say: Say, at: number, go: (step: number) => void): HTMLElement {
  const items = steps.map(({ title }, i) => {
    const isHere = i === at;
    const press = el(
      "button",
      {
        type: "button",
        class: isHere ? "appeal-form__step appeal-form__step--on" : "appeal-form__step",
        "aria-current": isHere ? "step" : undefined,
        click: () => go(i),
      },
      el("span", { "aria-hidden": "true", class: "appeal-form__number" }, String(i + 1)),
      el("span", { class: "appeal-form__called" }, say(title)),
    );
    return el("li", {}, press);
  });
  return el(
    "nav",
    { "aria-label": say("steps") },
    el("ol", { class: "appeal-form__steps" }, ...items),
  );
}
