// The text of an appeal as it is read in the vault, and where each thing it says stands in it.
// Invariant: who sent it is not in it; every place holds exactly the words the sender wrote, on safe lines.
import { type Appeal, type AppealPerson, type Passage, termLabel } from "../../model/index.ts";
import { cleanLine } from "../clean-line.ts";

/** Where the words of a person's fields stand; `names` in their order. */
export type ToldPerson = Readonly<
  Partial<Record<Exclude<keyof AppealPerson, "names">, Passage>>
> & {
  readonly names: readonly Passage[];
};

export interface ToldAppeal {
  readonly text: string;
  readonly people: readonly ToldPerson[];
}

const lines = [
  ["born", "Born"],
  ["sex", "Sex"],
  ["from", "From"],
  ["relation", "Is to the sender"],
  ["taken", "Taken"],
  ["takenFrom", "Taken from"],
  ["takenBy", "Taken by"],
  ["heldAt", "Thought to be at"],
  ["lastHeard", "Last heard from"],
  ["knows", "How the sender knows"],
  ["happened", "What happened"],
] as const;

/** Writes the appeal down. */
export function tellAppeal(appeal: Appeal): ToldAppeal {
  const page = newPage();
  const people = appeal.people.map((person, i) => tellPerson(page, person, i + 1));
  if (appeal.done !== undefined) {
    page.line("What was done so far");
    page.say("", manyLines(appeal.done));
    page.line("");
  }
  if (appeal.files.length > 0) page.line("Files");
  for (const { name, about } of appeal.files)
    page.say("– ", cleanLine(about === undefined ? name : `${name}: ${about}`));
  return { text: `${page.text().trimEnd()}\n`, people };
}

function tellPerson(page: Page, person: AppealPerson, number: number): ToldPerson {
  const names = person.names.map((name, i) =>
    page.say(i === 0 ? `Person ${number}: ` : "Also written: ", cleanLine(name)),
  );
  const told: Partial<Record<(typeof lines)[number][0], Passage>> = {};
  for (const [field, label] of lines) {
    const given = person[field];
    if (given !== undefined) told[field] = page.say(`${label}: `, wordsOf(field, given));
  }
  page.line("");
  return { ...told, names };
}

function wordsOf(field: (typeof lines)[number][0], given: string): string {
  switch (field) {
    case "sex":
      return termLabel("sex", given);
    case "relation":
      return termLabel("relationship-kind", given);
    case "knows":
      return termLabel("knows", given);
    case "happened":
      return manyLines(given);
    default:
      return cleanLine(given);
  }
}

/** Words told at length keep their lines. */
const manyLines = (words: string): string =>
  words
    .split(/\r\n|\r|\n/)
    .map((line) => cleanLine(line, 10_000))
    .join("\n")
    .trim();

interface Page {
  line(text: string): void;
  say(label: string, words: string): Passage;
  text(): string;
}

function newPage(): Page {
  let text = "";
  return {
    line: (words) => void (text += `${words}\n`),
    say(label, words) {
      const start = text.length + label.length;
      text += `${label}${words}\n`;
      return { start, end: start + words.length, quote: words };
    },
    text: () => text,
  };
}
