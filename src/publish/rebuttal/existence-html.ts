// The first part of a rebuttal file: how it is known that the person exists.
import { termLabel } from "../../model/index.ts";
import type { ClaimView } from "../../weigh/index.ts";
import { type Footnotes, sourceName } from "../dossier/footnotes.ts";
import { name, text } from "../dossier/report-html.ts";
import type { PersonPlan } from "../dossier/plan-person.ts";
import type { RebuttalPlan } from "./plan-rebuttal.ts";

/** Footnotes of one origin at most: the rest say the same again. */
const notesEach = 6;

export function existenceText(plan: RebuttalPlan, notes: Footnotes): string {
  const { person, existence, sources, pictures } = plan;
  const claims = claimsById(person);
  const mark = (id: string): string => {
    const claim = claims.get(id);
    return claim === undefined ? "" : notes.claim(claim);
  };
  const { origins, papers, knew, earliest } = existence;
  const names = person.file.names.map((form) => name(form.text)).join(" · ");
  const shown = pictures.filter(({ confirmed }) => confirmed >= 2).length;
  const ties = person.file.related
    .filter(({ schema }) => schema === "Relationship")
    .flatMap(({ properties }) => properties.find((one) => one.name === "kind")?.headlines ?? []);
  const lines = [
    names === "" ? "" : `Names: ${names}`,
    `${origins.length} independent ${origins.length === 1 ? "origin says" : "origins say"} that this person exists:`,
    ...origins.map(
      (origin) =>
        `– ${origin.label === "" ? "an origin without a name" : name(origin.label)}${origin.claims.slice(0, notesEach).map(mark).join("")}`,
    ),
    earliest === null
      ? ""
      : `Earliest day on which a source speaks of this person: <b>${text(earliest.day)}</b>${mark(earliest.claim)}`,
    papers.length === 0
      ? "Papers: none that may be named here."
      : `Papers: ${papers.map((id) => sourceName(sources.find((one) => one.id === id))).join("; ")}`,
    `Pictures that two members of the group confirmed: ${shown}`,
    ...ties.map(
      (tie) =>
        `A relation on file: ${name(tie.text)}${tie.claims.slice(0, notesEach).map(mark).join("")}`,
    ),
    ...knew.map(
      ({ speaker, knows, claim }) =>
        `Knew of this person: ${name(speaker)}, ${text(termLabel("knows", knows)).toLowerCase()}${mark(claim)}`,
    ),
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `<p>${line}</p>`)
    .join("\n");
}

/** Every claim of a file that goes, by id. */
export function claimsById({ file }: PersonPlan): ReadonlyMap<string, ClaimView> {
  const properties = [...file.properties, ...file.related.flatMap((one) => one.properties)];
  return new Map(properties.flatMap(({ claims }) => claims.map((one) => [one.id, one] as const)));
}
