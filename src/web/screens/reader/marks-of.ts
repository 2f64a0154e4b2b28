// What is underlined in a text: the parts of each statement, the marks of the other lanes, and what people made.
// Invariant: a suggestion that was turned down is not underlined.
import type { SourceMark } from "../../api/views.ts";
import type { Lane } from "./items.ts";
import { entitiesOf } from "./name-entities.ts";
import type {
  Decisions,
  Mark,
  MarkRole,
  Reading,
  Segment,
  Span,
  StatementSuggestion,
} from "./spans.ts";

/** All spans of a suggestion, from its first letter to its last. */
export function wholeOf(suggestion: StatementSuggestion): Span {
  const spans = [...suggestion.source, ...suggestion.cue, ...suggestion.content];
  return {
    start: spans.reduce((least, span) => Math.min(least, span.start), Infinity),
    end: spans.reduce((most, span) => Math.max(most, span.end), 0),
  };
}

/** Suggestions as they stand in the document; where two begin together, the one whose words come first. */
export function inOrder(
  statements: readonly StatementSuggestion[],
): readonly StatementSuggestion[] {
  const at = new Map(statements.map((s) => [s.id, [wholeOf(s).start, s.content[0]?.start ?? 0]]));
  const key = (s: StatementSuggestion, i: number): number => at.get(s.id)?.[i] ?? 0;
  return statements.toSorted((a, b) => key(a, 0) - key(b, 0) || key(a, 1) - key(b, 1));
}

/** The text under some spans, joined by an ellipsis where words between them are left out. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ").trim())
    .filter((words) => words !== "")
    .join(" … ");
}

/** Who says a statement, by the fuller mention where there is one; empty where nobody is named. */
export function speakerOf(text: string, s: StatementSuggestion): string {
  // "…, writes, which notes": a pronoun that is left of a lost speaker names nobody.
  if (s.speakerLost === true) return "";
  return wordsOf(text, s.sourceOf === undefined ? s.source : [s.sourceOf]);
}

export interface Drawn {
  /** Lanes drawn beside the statements, which always are. */
  readonly lanes: ReadonlySet<Lane>;
  readonly notOffered: readonly string[];
  readonly made: readonly SourceMark[];
  readonly here: Span | null;
}

/** Marks what people made, so that it is told from suggestions by its id. */
export const madeId = (id: string): string => `made:${id}`;

export function marksOf(reading: Reading, drawn: Drawn): readonly Mark[] {
  const { lanes, made, here } = drawn;
  const marks: Mark[] = [];
  const ids = new Set(reading.statements.map(({ id }) => id));
  for (const s of reading.statements) {
    const inside = s.parent !== undefined && ids.has(s.parent);
    const add = (role: MarkRole, spans: readonly Span[]): void => {
      for (const { start, end } of spans)
        marks.push({ id: s.id, role, start, end, stance: s.stance, ...(inside ? { inside } : {}) });
    };
    add("speaker", s.source);
    add("cue", s.cue);
    add("content", s.content);
  }
  const denied = new Set(drawn.notOffered);
  const addAll = (role: MarkRole, all: readonly (Span & { readonly id: string })[]): void => {
    for (const { id, start, end } of all)
      marks.push({ id, role, start, end, ...(denied.has(id) ? { denied: true } : {}) });
  };
  if (lanes.has("figures")) addAll("figure", reading.figures);
  if (lanes.has("acts")) addAll("act", reading.acts);
  if (lanes.has("dates")) addAll("date", reading.dates);
  if (lanes.has("names"))
    for (const { first, all } of entitiesOf(reading.mentions))
      // One card stands for all places of a name.
      for (const { start, end } of all) marks.push({ id: first.id, role: "name", start, end });
  // What was accepted is drawn as what it was; the rest of what was made, by hand or in a lane not shown, as made.
  const shown = new Set(marks.map(({ id }) => id));
  for (const { id, start, end, suggestion } of made)
    if (suggestion === undefined || !shown.has(suggestion))
      marks.push({ id: madeId(id), role: "made", start, end });
  if (here !== null) marks.push({ id: "here", role: "here", start: here.start, end: here.end });
  return marks;
}

const rank: Readonly<Record<MarkRole, number>> = {
  content: 0,
  speaker: 1,
  cue: 2,
  figure: 3,
  act: 4,
  name: 5,
  date: 6,
  made: 7,
  here: 8,
};

/** Innermost first; of two equally long, content before speaker. */
function innermost(a: Mark, b: Mark): number {
  return a.end - a.start - (b.end - b.start) || rank[a.role] - rank[b.role];
}

/** What a person means who points at a run of letters: a suggestion, or something made. */
export function pointedAt(marks: readonly Mark[]): string | undefined {
  return marks.filter((mark) => mark.role !== "here").toSorted(innermost)[0]?.id;
}

export interface Look {
  readonly classes: string;
  /** The suggestions that stand over the run, for finding its place by their ids. */
  readonly ids: string;
  readonly here: boolean;
}

/**
 * How the run from `start` to `end` is drawn. The suggestion in hand comes before others, the innermost before what stands
 * around it; what was turned down is not drawn. Signs and brackets stand only where a mark begins or ends.
 */
export function lookOf(
  { marks, start, end }: Pick<Segment, "marks" | "start" | "end">,
  decisions: Decisions,
  active: string | null,
): Look {
  const shown = marks
    .filter((mark) => decisions[mark.id]?.state !== "rejected" || mark.id === active)
    .toSorted((a, b) => Number(b.id === active) - Number(a.id === active) || innermost(a, b));
  const classes = new Set<string>();
  const said = shown.find((mark) => rank[mark.role] < 3);
  if (said !== undefined) {
    classes.add(`reader-run--${said.role}`);
    if (said.role === "content") classes.add(`reader-run--${said.stance ?? "asserts"}`);
    if (decisions[said.id]?.state === "accepted") classes.add("reader-run--accepted");
    if (said.id === active) classes.add("reader-run--on");
  }
  const quoted = shown.filter(({ role }) => role === "content");
  // Words of one statement inside what another one says: the outer line is drawn below the inner one.
  if (quoted.some(({ id }) => id !== said?.id)) classes.add("reader-run--deep");
  for (const mark of quoted) {
    if (mark.inside !== true) continue;
    if (mark.start === start) classes.add("reader-run--opens");
    if (mark.end === end) classes.add("reader-run--closes");
  }
  for (const mark of shown) {
    if (rank[mark.role] < 3) continue;
    classes.add(`reader-run--${mark.role}`);
    if (mark.start === start) classes.add(`reader-run--${mark.role}-sign`);
    if (mark.denied === true) classes.add("reader-run--denied");
    if (mark.id === active) classes.add("reader-run--on");
    if (decisions[mark.id]?.state === "accepted") classes.add("reader-run--done");
  }
  return {
    classes: [...classes].join(" "),
    ids: [...new Set(marks.map((mark) => mark.id))].join(" "),
    here: classes.has("reader-run--here"),
  };
}
