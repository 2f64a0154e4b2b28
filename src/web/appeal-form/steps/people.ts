// Step 1: who is missing.
import { appealLimits as limits, appealRelations } from "../../../model/index.ts";
import { type DraftPerson, newPerson } from "../draft.ts";
import { button, choice, el, textField } from "../elements.ts";
import type { FormKey } from "../messages/index.ts";
import type { Step, StepDeps } from "./step.ts";

export const peopleStep: Step = (deps) => {
  const { draft, say, again, touched } = deps;
  const add = (): void => {
    draft.people.push(newPerson());
    touched();
    again(`name-${draft.people.length - 1}-0`);
  };
  return [
    ...draft.people.map((person, at) => personFields(deps, person, at)),
    ...(draft.people.length < limits.people ? [el("div", {}, button(say("person.add"), add))] : []),
  ];
};

function personFields(deps: StepDeps, person: DraftPerson, at: number): HTMLElement {
  const { draft, say, again, touched } = deps;
  const write = (field: Exclude<keyof DraftPerson, "names">) => (value: string) => {
    person[field] = value;
    touched();
  };
  const line = (field: "born" | "from", hint: FormKey): HTMLElement =>
    textField({
      label: say(field),
      hint: say(hint),
      value: person[field],
      onInput: write(field),
      max: limits.line,
    });
  const remove = (): void => {
    draft.people.splice(at, 1);
    touched();
    again(`name-${Math.max(0, at - 1)}-0`);
  };
  return el(
    "fieldset",
    { class: "fieldset appeal-form__person" },
    el("legend", {}, say("person", { n: at + 1 })),
    ...names(deps, person, at),
    el(
      "div",
      { class: "appeal-form__pair" },
      choice({
        label: say("relation"),
        value: person.relation,
        none: say("unsaid"),
        choices: appealRelations.map((code) => [code, say(`relation.${code}`)]),
        onChange: write("relation"),
      }),
      choice({
        label: say("sex"),
        value: person.sex,
        none: say("unsaid"),
        choices: (["female", "male"] as const).map((code) => [code, say(`sex.${code}`)]),
        onChange: write("sex"),
      }),
      line("born", "date.hint"),
      line("from", "from.hint"),
    ),
    draft.people.length < 2
      ? null
      : el(
          "div",
          {},
          button(say("person.remove"), remove, "quiet", {
            "aria-label": `${say("person.remove")} (${at + 1})`,
          }),
        ),
  );
}

function names({ say, again, touched }: StepDeps, person: DraftPerson, at: number): HTMLElement[] {
  const fields = person.names.map((value, i) => {
    const field = textField({
      label: say(i === 0 ? "name" : "name.other"),
      ...(i === 0 ? { hint: say("name.hint") } : {}),
      value,
      max: limits.line,
      id: `name-${at}-${i}`,
      onInput: (text) => {
        person.names[i] = text;
        touched();
      },
    });
    if (i === 0) return field;
    const remove = (): void => {
      person.names.splice(i, 1);
      touched();
      again(`name-${at}-${i - 1}`);
    };
    return el(
      "div",
      { class: "appeal-form__with" },
      field,
      button(say("name.remove"), remove, "quiet"),
    );
  });
  if (person.names.length >= limits.namesOfOne) return fields;
  const add = (): void => {
    person.names.push("");
    again(`name-${at}-${person.names.length - 1}`);
  };
  return [...fields, el("div", {}, button(say("name.add"), add, "small"))];
}
