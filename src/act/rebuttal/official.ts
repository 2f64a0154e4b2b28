// What officials said of a person and of the policy: to which items of the file each speaks, and to which nobody does.
// Invariant: a function of sets; a statement about the policy speaks to no item of a person's file, however often it is made.
import type { StatementView } from "../../weigh/index.ts";
import type { FileItem } from "./items.ts";

export interface OfficialStatement {
  readonly said: StatementView;
  /** It names this person or something in the file. */
  readonly namesThePerson: boolean;
  /** Questions under which it stands. */
  readonly questions: readonly string[];
  /** Items it speaks to, and those it says nothing of. */
  readonly answers: readonly FileItem[];
  readonly leaves: readonly FileItem[];
}

export interface OfficialAnswers {
  readonly aboutThePerson: readonly OfficialStatement[];
  readonly aboutThePolicy: readonly OfficialStatement[];
  /** Items to which no official statement speaks at all. */
  readonly unanswered: readonly FileItem[];
}

/** Kinds of source in which the state itself speaks. */
const officialKinds = new Set(["official-statement", "court-paper"]);
/** What one says who answers an allegation, wherever it is reported. */
const answering = new Set(["denies", "admits", "reframes", "declines"]);

/**
 * Every statement in an official source, and every one that denies, admits, reframes or declines, by whomever it was made:
 * whether a speaker holds an office is not on file, and leaving an answer out would be the graver mistake.
 */
export function isOfficial(
  { stance, source }: Pick<StatementView, "stance" | "source">,
  kindOf: (source: string) => string | undefined,
): boolean {
  return answering.has(stance) || officialKinds.has(kindOf(source) ?? "");
}

/** Whether the state itself speaks in sources of this kind. */
const isOfficialKind = (kind: string | undefined): boolean => officialKinds.has(kind ?? "");

/**
 * `about`: statements of the file; `policy`: official statements under the questions it stands in, with the wording of each.
 * `kindOf` gives the kind of a source.
 */
export function officialAnswers(
  items: readonly FileItem[],
  {
    about,
    policy,
    own,
    kindOf,
  }: {
    readonly about: readonly StatementView[];
    readonly policy: readonly { readonly said: StatementView; readonly question: string }[];
    /** The person's records. */
    readonly own: ReadonlySet<string>;
    readonly kindOf: (source: string) => string | undefined;
  },
): OfficialAnswers {
  const named = new Set([...own, ...items.flatMap(({ records }) => records)]);
  const questions = Map.groupBy(policy, ({ said }) => said.id);
  const all = new Map([...about, ...policy.map(({ said }) => said)].map((said) => [said.id, said]));
  const statements = [...all.values()]
    .filter((said) => !said.withdrawn && isOfficial(said, kindOf))
    .toSorted(inTime)
    .map((said): OfficialStatement => {
      const answers = items.filter((item) => speaksTo(said, item));
      const heard = new Set(answers.map(({ key }) => key));
      return {
        said,
        namesThePerson: answers.length > 0 || said.targets.some(({ record }) => named.has(record)),
        questions: [...new Set((questions.get(said.id) ?? []).map(({ question }) => question))],
        answers,
        leaves: items.filter(({ key }) => !heard.has(key)),
      };
    });
  const heard = new Set(statements.flatMap(({ answers }) => answers.map(({ key }) => key)));
  return {
    aboutThePerson: statements.filter(({ namesThePerson }) => namesThePerson),
    aboutThePolicy: statements.filter(({ namesThePerson }) => !namesThePerson),
    unanswered: items.filter(
      (item) => !heard.has(item.key) && ![...item.sources].some((id) => isOfficialKind(kindOf(id))),
    ),
  };
}

/** Naming an episode as a whole speaks to its kind, that is, whether it happened; not to its days and places. */
function speaksTo(said: StatementView, item: FileItem): boolean {
  if (item.statements.has(said.id)) return true;
  const whole = item.property === "kind" || item.property === "type";
  return (
    said.targets.some(
      ({ record, property }) =>
        item.records.includes(record) &&
        (property === item.property || (property === undefined && whole)),
    ) || said.answers.some(({ id }) => item.statements.has(id))
  );
}

function inTime(a: StatementView, b: StatementView): number {
  const day = ({ said, published }: StatementView): string => said ?? published ?? "~";
  return compare(day(a), day(b)) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
