// Lines of a form that are not simply a property: names, denials, who submits, who consented, which procedure.
// Invariant: a consent is told by relation and mode, never by a name.
import { scriptOf } from "../../names/index.ts";
import type { RecordFile } from "../../weigh/index.ts";
import type { Facts, Submitter } from "./facts.ts";
import { type Line, valueLines } from "./lines.ts";
import { begun, firstOf, pickEpisode } from "./pick-episode.ts";
import type { RouteSpec } from "./route.ts";
import { urgencyOf } from "./urgent.ts";

export function nameLines(file: RecordFile, script: "all" | "latin"): Line[] {
  const lines = valueLines(file.properties, "name");
  if (script === "all") return lines;
  return lines.filter(
    (line) =>
      line.kind === "values" &&
      line.parts.some(({ value }) => value.kind === "name" && scriptOf(value.text) === "Latn"),
  );
}

const against = new Set(["denies", "reframes", "declines"]);

export function denialLines({ statements }: RecordFile): Line[] {
  return statements
    .filter(({ stance }) => against.has(stance))
    .map(({ id }) => ({ kind: "said", statement: id }));
}

export function submitterLines(
  submitter: Submitter | null,
  part: "name" | "address" | "email" | "phone",
): Line[] {
  const text = submitter?.[part]?.trim() ?? "";
  return text === "" ? [] : [{ kind: "text", text }];
}

/** `letter`: may a letter name the person to the state; `report`: how may a public report name them. */
export function consentLines(
  { consents, audience }: Facts,
  ask: "giver" | "letter" | "report",
): Line[] {
  const standing = consents.filter(({ state }) => state === "stands");
  const allows = (code: string): boolean => standing.some((one) => one.audiences.includes(code));
  if (ask === "giver")
    return standing
      .filter((one) => one.audiences.includes(audience))
      .map(({ giver, mode, at }) => ({
        kind: "sentence",
        key: "authority.given",
        values: {
          giver: `term:consent-giver:${giver}`,
          mode: `lower:consent-mode:${mode}`,
          day: `day:${new Date(at).toISOString().slice(0, 10)}`,
        },
      }));
  if (ask === "letter")
    return [
      {
        kind: "sentence",
        key:
          audience === "un-named" && allows("un-named")
            ? "consent.letter.yes"
            : "consent.letter.no",
      },
    ];
  const how = ["public-name", "public-initials", "public-no-name"].find(allows) ?? "none";
  return [{ kind: "sentence", key: `consent.report.${how}` }];
}

export function procedureLines(route: RouteSpec, { file, today }: Facts): Line[] {
  const picked = pickEpisode(file, firstOf(route));
  if (route.code === "special")
    return [
      {
        kind: "sentence",
        key:
          picked.episodes.length > 0 && picked.ended === "no"
            ? "procedure.appeal"
            : "procedure.allegation",
      },
    ];
  const { state } = urgencyOf(begun(picked), today);
  return [
    {
      kind: "sentence",
      key: `procedure.${state === "perhaps" ? "urgent" : state === "unknown" ? "standard" : state}`,
    },
  ];
}
