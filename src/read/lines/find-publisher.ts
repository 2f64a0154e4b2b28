// Who published a bare text, from the marks a page leaves in it and the hints beside it.
// Invariant: every proposal says where it was found; agreement between proposals raises, never invents.
import type { MaskSpan, Suggestion } from "../reading.ts";
import { knownOutlet, outletOfUrl } from "./outlets.ts";

export interface Hints {
  readonly url?: string;
  readonly name?: string;
}

const NAME =
  "[\\p{Lu}][\\p{L}\\p{N}.&'’/-]*(?:[ ](?:of|the|and|for|[\\p{Lu}\\p{N}][\\p{L}\\p{N}.&'’/-]*)){0,6}";
const FOOTERS: readonly (readonly [rule: string, pattern: RegExp, confidence: number])[] = [
  [
    "copyright line",
    new RegExp(
      `(?:©|\\(c\\)|[Cc]opyright(?: ©)?)\\s*(?:(?:19|20)\\d\\d(?:\\s*[-–]\\s*(?:19|20)?\\d\\d)?,?\\s*)?(?:by\\s+|The content of\\s+)?(${NAME})`,
      "u",
    ),
    0.85,
  ],
  ["published by", new RegExp(`[Pp]ublished by:?\\s+(${NAME})`, "u"), 0.75],
  [
    "donation line",
    new RegExp(
      `(?:[Dd]onate to|[Ss]upport|[Ss]ubscribe to|[Ss]ign up for(?: the)?(?: free)?|[Ff]ollow)\\s+(${NAME})`,
      "u",
    ),
    0.45,
  ],
  ["magazine line", new RegExp(`^(${NAME})\\s+(?:magazine|newspaper|news agency)\\b`, "u"), 0.5],
  ["copyright line", /(?:版权所有|Все права защищены|©)\s*[:：]?\s*([\p{L}\p{N} «»"]{2,40})/u, 0.6],
];

function trimName(name: string): string {
  return name
    .replace(/\s+(?:All|Rights|ISSN|Inc|Ltd|LLC|and|of|the|for)\b.*$/u, "")
    .replace(/[.,\s]+$/, "")
    .replace(/\s+(?:19|20)\d\d$/, "");
}

function fromBoilerplate(text: string, mask: readonly MaskSpan[]): Suggestion[] {
  const found: Suggestion[] = [];
  const lines = mask.filter(({ kind }) => kind === "boilerplate");
  for (const line of [...lines.slice(0, 60), ...lines.slice(-60)]) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 240));
    for (const [rule, pattern, confidence] of FOOTERS) {
      const name = pattern.exec(words)?.[1];
      if (!name) continue;
      const value = trimName(name);
      const at = words.indexOf(name);
      if (value.length < 2 || /^(?:the|all|us|our|this|independent)$/i.test(value)) continue;
      found.push({
        value,
        span: { start: line.start + at, end: line.start + at + value.length },
        rule,
        confidence,
      });
      break;
    }
  }
  return found;
}

function fromDateline(text: string, mask: readonly MaskSpan[]): Suggestion[] {
  const dateline = mask.find(({ kind }) => kind === "dateline");
  if (!dateline) return [];
  const agency = /\(([^()]{2,40})\)/.exec(text.slice(dateline.start, dateline.end));
  if (!agency?.[1]) return [];
  const start = dateline.start + agency.index + 1;
  return [
    {
      value: knownOutlet(agency[1]) ?? agency[1],
      span: { start, end: start + agency[1].length },
      rule: "agency in the dateline",
      confidence: 0.6,
    },
  ];
}

/** `told RFE/RL`, `in an interview with RFE/RL`: outlets say whom their speakers told. */
function fromTold(text: string, mask: readonly MaskSpan[]): Suggestion[] {
  const pattern =
    /\b(?:told|interview with|speaking to|spoke to|correspondent for)\s+(?:the\s+)?([A-Z][A-Za-z/.-]*(?: [A-Z][A-Za-z/.-]*){0,3})/g;
  const found: Suggestion[] = [];
  for (const { start, end, kind } of mask) {
    if (kind !== "body") continue;
    for (const match of text.slice(start, Math.min(end, start + 4000)).matchAll(pattern)) {
      const name = match[1] ?? "";
      const outlet = knownOutlet(name) ?? knownOutlet(name.split(" ")[0] ?? "");
      if (!outlet) continue;
      const at = start + match.index + match[0].length - name.length;
      found.push({
        value: outlet,
        span: { start: at, end: at + name.length },
        rule: "told the outlet",
        confidence: 0.5,
      });
    }
  }
  return found.slice(0, 3);
}

function fromHints({ url, name }: Hints): Suggestion[] {
  const found: Suggestion[] = [];
  const outlet = url ? outletOfUrl(url) : null;
  if (outlet) found.push({ value: outlet, span: null, rule: "address", confidence: 0.8 });
  for (const part of (name ?? "")
    .slice(0, 200)
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .split(/[^\p{L}\p{N}]+/u)) {
    const named = part.length >= 2 && !/^\d+$/.test(part) ? knownOutlet(part) : null;
    if (named) found.push({ value: named, span: null, rule: "file name", confidence: 0.5 });
  }
  return found;
}

function sameOutlet(a: string, b: string): boolean {
  const left = (knownOutlet(a) ?? a).toLowerCase();
  const right = (knownOutlet(b) ?? b).toLowerCase();
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);
}

/** The best proposal for the publisher, or undefined. `first` are proposals from the page's own markup. */
export function findPublisher(
  text: string,
  mask: readonly MaskSpan[],
  hints: Hints,
  first: readonly Suggestion[] = [],
): Suggestion | undefined {
  const all = [
    ...first,
    ...fromHints(hints),
    ...fromBoilerplate(text, mask),
    ...fromDateline(text, mask),
    ...fromTold(text, mask),
  ];
  let best: Suggestion | undefined;
  for (const one of all) {
    // Independent signs that agree add up; two lines of the same kind do not.
    const rules = new Set(
      all.filter((other) => sameOutlet(other.value, one.value)).map(({ rule }) => rule),
    );
    const confidence = Math.min(0.97, one.confidence + (rules.size - 1) * 0.12);
    const others = [...rules].filter((rule) => rule !== one.rule);
    const rule = others.length > 0 ? `${one.rule}, also ${others.join(", ")}` : one.rule;
    if (!best || confidence > best.confidence)
      best = { ...one, value: usual(one.value), rule, confidence };
  }
  return best;
}

function usual(value: string): string {
  return knownOutlet(value) ?? value;
}
