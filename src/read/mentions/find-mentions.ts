// Names in a text: persons, organisations, places and groups, by capitals, words around them and the document itself.
// Invariant: a surname alone is a person only where a fuller name or a title stands before it in the same text.
import { knownOutlet } from "../lines/outlets.ts";
import type { MentionSuggestion, MentionType, Span, Unmarked } from "../reading.ts";
import type { Prepared } from "../statements/prepare.ts";
import { surnameStem } from "./cyrillic-words.ts";
import { hanNames } from "./han.ts";
import { loneNames, type Waiting } from "./lone-in-document.ts";
import { roleBeside } from "./role.ts";
import { runsOf } from "./runs.ts";
import { typeRun, type Run, type Typed } from "./type-run.ts";
import { uyghurNames } from "./uyghur.ts";

function spanOf({ tokens, from, to }: Pick<Run, "tokens" | "from" | "to">): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** The words of a stretch as the rules read them: for Kazakh in other alphabets, in Cyrillic letters. */
function writtenAs({ tokens, from, to }: Pick<Run, "tokens" | "from" | "to">): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

interface Found extends Span {
  readonly written: string;
  readonly type: MentionType;
  readonly text: string;
  readonly role?: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** All mentions of the document, in order, each tied to the others of the same name. */
export function findMentions(document: Prepared): Unmarked<MentionSuggestion>[] {
  const found: Found[] = [];
  const surnames = new Map<string, string>();
  const waiting: Waiting[] = [];
  const bodies: { run: Run }[] = [];
  for (const sentence of document.sentences) {
    if (sentence.language === "zh") {
      const words = document.text.slice(sentence.start, sentence.end);
      for (const { start, end, ...name } of hanNames(words))
        found.push({
          ...name,
          start: sentence.start + start,
          end: sentence.start + end,
          text: words.slice(start, end),
          written: words.slice(start, end),
        });
      continue;
    }
    if (sentence.language === "ug") {
      for (const { from, to, ...name } of uyghurNames(sentence.tokens)) {
        const span = spanOf({ tokens: sentence.tokens, from, to });
        const text = document.text.slice(span.start, span.end);
        found.push({ ...span, ...name, text, written: text });
      }
      continue;
    }
    for (const run of runsOf(sentence)) {
      for (const typed of typeRun(run)) {
        const part: Run = { ...run, from: typed.from, to: typed.to };
        if (typed.type !== "person" && !run.headline) bodies.push({ run: part });
        const written = writtenAs(part);
        if (typed.type === null) {
          waiting.push({ run: part, span: spanOf(part), written });
          continue;
        }
        const mention = mentionOf(document.text, part, typed);
        found.push({ ...mention, written });
        if (mention.type === "person" && typed.to - typed.from > 1) {
          const last = run.tokens[typed.to - 1]?.text ?? "";
          const key = surnameKey(last);
          if (last.length > 2 && !surnames.has(key)) surnames.set(key, written);
        }
      }
    }
  }
  found.push(...settled(document, found, surnames, waiting, bodies));
  return numbered(found, surnames);
}

/** The mention a typed stretch makes: `Dan Voss/Lakepress` is a name and a body, `The Courier` keeps its article. */
function mentionOf(text: string, run: Run, typed: Typed): Omit<Found, "written"> {
  const span = spanOf(run);
  const last = run.tokens[run.to - 1];
  const slash = last?.text.indexOf("/") ?? -1;
  const person = typed.type === "person";
  const end = person && last && slash > 0 && run.to - run.from > 1 ? last.start + slash : span.end;
  const article = run.tokens[run.from - 1];
  const titled =
    typed.type === "organization" &&
    article?.text === "The" &&
    knownOutlet(text.slice(article.start, end))?.startsWith("The ") === true;
  const start = titled && article ? article.start : span.start;
  const role = person ? roleBeside(run.tokens, run.from, run.to) : null;
  return {
    start,
    end,
    type: typed.type ?? "group",
    text: text.slice(start, end),
    ...(role ? { role } : {}),
    rule: typed.rule,
    confidence: typed.confidence,
  };
}

/** Stretches that wait for the document: surnames of names in it, and words whose places make them persons. */
function settled(
  document: Prepared,
  found: readonly Found[],
  surnames: ReadonlyMap<string, string>,
  waiting: readonly Waiting[],
  bodies: readonly { readonly run: Run }[],
): Found[] {
  const full = new Set(found.filter(({ type }) => type === "person").map(({ written }) => written));
  const lone = loneNames(document, waiting, bodies);
  return waiting.flatMap(({ span, written }): Found[] => {
    const known = surnames.has(surnameKey(written)) || full.has(written);
    if (!known && !lone.has(written)) return [];
    return [
      {
        ...span,
        type: "person",
        text: document.text.slice(span.start, span.end),
        written,
        rule: known ? "surname of a name in the text" : "one name, by the words around it",
        confidence: known ? 0.85 : 0.5,
      },
    ];
  });
}

/** A surname as the document's other places may write it; bent forms of Cyrillic ones are one. */
function surnameKey(word: string): string {
  return /^\p{Script=Cyrillic}/u.test(word) ? surnameStem(word) : word;
}

function numbered(
  found: readonly Found[],
  surnames: ReadonlyMap<string, string>,
): Unmarked<MentionSuggestion>[] {
  const numbers = new Map<string, number>();
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ written, ...mention }) => {
      const name =
        mention.type === "person" ? (surnames.get(surnameKey(written)) ?? written) : written;
      const key = `${mention.type}|${name.toLowerCase()}`;
      const entity = numbers.get(key) ?? numbers.size;
      numbers.set(key, entity);
      return { ...mention, entity };
    });
}
