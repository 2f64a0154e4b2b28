// Takes a name apart: titles, given name, father's name, family name, endings.
// Invariant: every word of the input is in exactly one token, title or aside; order of the source is kept.
import { JOIN_BEFORE, JOIN_NEXT, MARKERS, TITLES } from "./data/affixes.ts";
import type { MarkerRow, Sex } from "./data/affixes.ts";
import { endingOf } from "./name-endings.ts";
import { normaliseName } from "./normalise.ts";
import { remember } from "./remember.ts";

export type Role = "given" | "father" | "family" | "second" | "extra" | "initial";

export type NameEnding = {
  readonly id: string;
  readonly kind: "patronymic" | "family";
  readonly sex?: Sex;
};

export type NameToken = {
  readonly text: string;
  /** The text without its ending; the same as the text when it has none. */
  readonly stem: string;
  readonly ending?: NameEnding;
  readonly role: Role;
};

export type ParsedName = {
  readonly original: string;
  readonly normal: string;
  readonly tokens: readonly NameToken[];
  readonly titles: readonly { readonly id: string; readonly text: string }[];
  /** Words in brackets: another spelling or a remark, not compared. */
  readonly asides: readonly string[];
  /** Whether something in the spelling (ending, capitals, comma) says which word is the family name. */
  readonly orderKnown: boolean;
};

const LONGEST_INPUT = 400;
const MOST_TOKENS = 6;

type Draft = { text: string; upper: boolean; family: boolean; father?: MarkerRow };

const titleOf = new Map(TITLES.flatMap((row) => row.forms.map((form) => [form, row.id] as const)));
const markerOf = new Map(MARKERS.flatMap((row) => row.forms.map((form) => [form, row] as const)));
const joinNext = new Set(JOIN_NEXT);
const joinBefore = new Set(JOIN_BEFORE);

const BRACKETS = /[([{（【][^)\]}）】]*[)\]}）】]?/gu;
const GLUED = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/gu;
const ALL_UPPER = /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u;

// A piece between separators, normalised; normalising may itself split it at its dots.
const wordsOf = remember((piece: string): readonly string[] =>
  normaliseName(piece)
    .split(/[\s·,;:/]+/u)
    .map(fuse)
    .filter((word) => /\p{L}/u.test(word)),
);
const isUpper = remember((word: string): boolean => ALL_UPPER.test(word));
const rememberedNormal = remember(normaliseName);

function fuse(word: string): string {
  // Wade-Giles keeps its hyphens and tone digits; elsewhere a hyphen joins a compound.
  return /\d/u.test(word) ? word : word.replaceAll("-", "");
}

function draftWords(visible: string): Draft[] {
  const spaced = visible.normalize("NFKC").replace(GLUED, " ");
  const comma = spaced.search(/[,،，、]/u);
  const drafts: Draft[] = [];
  let offset = 0;
  for (const piece of spaced.split(/([\s,،，、·•・‧;:/]+)/u)) {
    const word = piece.trim();
    const start = offset;
    offset += piece.length;
    if (word === "") continue;
    const upper = isUpper(word);
    for (const text of wordsOf(word))
      drafts.push({ text, upper, family: comma > 0 && start < comma });
    if (drafts.length > 4 * MOST_TOKENS) break;
  }
  if (drafts.every((draft) => draft.upper)) for (const draft of drafts) draft.upper = false;
  if (drafts.every((draft) => draft.family)) for (const draft of drafts) draft.family = false;
  return drafts;
}

// A word that could be a given name: no surname or father's ending, not marked as family name.
function isPlain(draft: Draft): boolean {
  return (
    !draft.upper && !draft.family && endingOf(draft.text) === undefined && !markerOf.has(draft.text)
  );
}

function takeTitles(drafts: Draft[]): { kept: Draft[]; titles: { id: string; text: string }[] } {
  const titles: { id: string; text: string }[] = [];
  if (!drafts.some((draft) => titleOf.has(draft.text))) return { kept: drafts, titles };
  let left = drafts.length;
  let plain = drafts.filter(isPlain).length;
  const kept = drafts.filter((draft) => {
    const id = titleOf.get(draft.text);
    // A title is only a title beside a full name: Imam alone, Imam Hesen and Imam Hesenov are names.
    if (id === undefined || left <= 2 || (isPlain(draft) && plain < 2)) return true;
    left--;
    if (isPlain(draft)) plain--;
    titles.push({ id, text: draft.text });
    return false;
  });
  return { kept, titles };
}

function takeMarkers(drafts: Draft[]): Draft[] {
  const out: Draft[] = [];
  let pending: MarkerRow | undefined;
  for (const draft of drafts) {
    const marker = drafts.length > 2 ? markerOf.get(draft.text) : undefined;
    const before = out.at(-1);
    if (marker !== undefined && marker.after && before !== undefined) before.father = marker;
    else if (marker !== undefined && !marker.after && before !== undefined) pending = marker;
    else {
      out.push(pending === undefined ? draft : { ...draft, father: pending });
      pending = undefined;
    }
  }
  return out;
}

function joinCompounds(drafts: Draft[]): Draft[] {
  const out: Draft[] = [];
  let left = drafts.length;
  let prefix = "";
  drafts.forEach((draft, index) => {
    const last = index === drafts.length - 1;
    const before = out.at(-1);
    if (!last && joinNext.has(draft.text) && left > 1) {
      prefix += draft.text;
      left--;
      return;
    }
    const text = prefix + draft.text;
    if (
      prefix === "" &&
      before !== undefined &&
      left > 2 &&
      joinBefore.has(text) &&
      !draft.upper &&
      draft.father === undefined
    ) {
      before.text += text;
      left--;
      return;
    }
    out.push({ ...draft, text });
    prefix = "";
  });
  return out;
}

function assignRoles(drafts: readonly Draft[]): { tokens: NameToken[]; orderKnown: boolean } {
  const ends = drafts.map((draft) => endingOf(draft.text));
  const isInitial = (draft: Draft): boolean =>
    draft.text.length === 1 && !/\p{Script=Han}/u.test(draft.text);
  const roles: (Role | undefined)[] = drafts.map((draft, index) => {
    if (isInitial(draft)) return "initial";
    if (draft.father !== undefined || ends[index]?.row.kind === "patronymic") return "father";
    return draft.family || draft.upper ? "family" : undefined;
  });
  const anyFamily = roles.includes("family");
  if (!anyFamily) {
    const marked = ends.flatMap((end, index) =>
      end?.row.kind === "family" && roles[index] === undefined ? [index] : [],
    );
    // Two surname endings: lists that print the surname first are the rule in this field.
    const choice = marked.length > 1 && drafts.length === 2 ? marked.at(-1) : marked[0];
    if (choice !== undefined && drafts.length > 1) roles[choice] = "family";
  }
  const orderKnown = roles.includes("family") || roles.includes("father");
  const laterRoles: Role[] = roles.includes("family")
    ? ["given", roles.includes("father") ? "extra" : "father", "extra"]
    : roles.includes("father")
      ? ["given", "family", "extra"]
      : ["given", "second", "extra"];
  let next = 0;
  const tokens = drafts.map((draft, index): NameToken => {
    const role = roles[index] ?? laterRoles[Math.min(next++, laterRoles.length - 1)] ?? "extra";
    return tokenOf(draft, role, ends[index]);
  });
  return { tokens, orderKnown };
}

function tokenOf(draft: Draft, role: Role, end: ReturnType<typeof endingOf>): NameToken {
  if (draft.father !== undefined) {
    return {
      text: draft.text,
      stem: draft.text,
      role,
      ending: { id: draft.father.id, kind: "patronymic", sex: draft.father.sex },
    };
  }
  if (end === undefined || role === "given" || role === "initial")
    return { text: draft.text, stem: draft.text, role };
  const sex = end.row.sex === undefined ? {} : { sex: end.row.sex };
  return {
    text: draft.text,
    stem: end.stem,
    role,
    ending: { id: end.row.id, kind: end.row.kind, ...sex },
  };
}

/**
 * Parses a name in any script.
 * @param raw the name as it was written; only the first 400 characters are read
 */
export function parseName(raw: string): ParsedName {
  const original = raw.slice(0, LONGEST_INPUT);
  const bracketed = /[([{（【]/u.test(original);
  const asides = bracketed
    ? [...original.matchAll(BRACKETS)].map((match) => normaliseName(match[0].slice(1, -1)))
    : [];
  const outside = bracketed ? original.replace(BRACKETS, " ") : original;
  const hasOutside = !bracketed || normaliseName(outside) !== "";
  const visible = hasOutside ? outside : original.replace(/[()[\]{}（）【】]/gu, " ");
  const { kept, titles } = takeTitles(draftWords(visible));
  const drafts = joinCompounds(takeMarkers(kept)).slice(0, MOST_TOKENS);
  const { tokens, orderKnown } = assignRoles(drafts);
  const normal = rememberedNormal(original);
  return { original: raw, normal, tokens, titles, asides: hasOutside ? asides : [], orderKnown };
}
