// The fields of a form, filled from what is on file.
// Invariant: nothing is filled but from a claim, a statement, the group's own words or a sentence of the frames; where claims disagree
// both sides stay; a value that says "not known" fills nothing.
import { parseDate } from "../../model/index.ts";
import type { RelatedView } from "../../weigh/index.ts";
import { categoryFacts } from "./category-facts.ts";
import { codeOf, type Facts } from "./facts.ts";
import { type Line, recordLine, valueLines } from "./lines.ts";
import { firstOf, pickEpisode } from "./pick-episode.ts";
import { type FieldSpec, fieldsOf, type Filling, type RouteSpec } from "./route.ts";
import {
  consentLines,
  denialLines,
  nameLines,
  procedureLines,
  submitterLines,
} from "./say-lines.ts";
import { statesBy } from "./states.ts";

export interface FilledField {
  readonly code: string;
  readonly mandatory: boolean;
  readonly written: "no" | "may" | "needed";
  /** The group's own words. */
  readonly words: string | null;
  readonly lines: readonly Line[];
  /** Null: it stands. */
  readonly lacks: "empty" | "date-too-vague" | null;
}

/** Every field of the route, in its order. */
export function fillFields(route: RouteSpec, facts: Facts): FilledField[] {
  return fieldsOf(route).map((spec) => fillField(route, spec, facts));
}

function fillField(route: RouteSpec, spec: FieldSpec, facts: Facts): FilledField {
  const words = spec.written === undefined ? null : (facts.written.get(spec.code) ?? null);
  const lines = spec.fill.flatMap((filling) => linesOf(route, filling, facts));
  const own: Line[] = words === null ? [] : [{ kind: "text", text: words }];
  const all = [...own, ...lines];
  const empty = spec.written === "needed" ? words === null : all.length === 0;
  const vague = spec.toTheMonth === true && !empty && !knownToTheMonth(all);
  return {
    code: spec.code,
    mandatory: spec.mandatory === true,
    written: spec.written ?? "no",
    words,
    lines: all,
    lacks: empty ? "empty" : vague ? "date-too-vague" : null,
  };
}

function linesOf(route: RouteSpec, filling: Filling, facts: Facts): Line[] {
  const { file } = facts;
  switch (filling.from) {
    case "names":
      return nameLines(file, filling.script);
    case "person":
      return filling.properties.flatMap((name) => valueLines(file.properties, name));
    case "episode":
      return episodeLines(route, filling.properties, facts);
    case "records":
      return file.related
        .filter((one) => one.schema === filling.schema && isOf(one, filling.kinds))
        .flatMap((one) => recordLine(one, filling.properties));
    case "denials":
      return denialLines(file);
    case "states":
      return statesBy(file, filling.by).map((state) => ({ kind: "state", ...state }));
    case "submitter":
      return submitterLines(facts.submitter, filling.part);
    case "consents":
      return consentLines(facts, filling.ask);
    case "sentence":
      return [{ kind: "sentence", key: filling.key }];
    case "procedure":
      return procedureLines(route, facts);
    case "category":
      return categoryFacts(file, filling.number);
  }
}

const isOf = (one: RelatedView, kinds: readonly string[] | undefined): boolean =>
  kinds === undefined || kinds.includes(codeOf(one, "kind") ?? "");

/** Dates and places belong to the one episode; who held the person and why may stand in a later one. */
const ofTheOne = new Set(["from", "to", "place"]);

function episodeLines(route: RouteSpec, names: readonly string[], { file }: Facts): Line[] {
  const { episodes } = pickEpisode(file, firstOf(route));
  return names.flatMap((name) => {
    const [one, ...later] = episodes.map((episode) => valueLines(episode.properties, name));
    if (one === undefined || one.length > 0 || ofTheOne.has(name)) return one ?? [];
    return later.find((lines) => lines.length > 0) ?? [];
  });
}

function knownToTheMonth(lines: readonly Line[]): boolean {
  const dates = lines.flatMap((line) =>
    line.kind === "values" ? line.parts.filter(({ against }) => against !== true) : [],
  );
  return dates.some(({ value }) => {
    const parsed = value.kind === "date" ? parseDate(value.edtf) : null;
    const month = parsed?.min?.slice(0, 7);
    return month !== undefined && month === parsed?.max?.slice(0, 7);
  });
}
