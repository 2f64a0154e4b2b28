// A release for the public as the flat rows formats are made of.
// Invariant: made of the release alone, so nothing that was held back can be in it.
import { findTerm, propertyOf } from "../../model/index.ts";
import type {
  Release,
  ReleasedClaim,
  ReleasedStatement,
  ReleasedValue,
} from "../release/released.ts";
import type {
  ExportClaim,
  ExportPart,
  ExportPerson,
  ExportSet,
  ExportStatement,
} from "./export-set.ts";

const source = (n: number): string => `source-${n}`;
const edtf = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?$/;

export function setOfRelease(release: Release): ExportSet {
  const rows = new Rows();
  const people = release.people.map((person): ExportPerson => {
    const key = person.number;
    for (const value of person.values)
      rows.value(value, { about: key, person: key, schema: "Person" });
    for (const [i, part] of person.parts.entries()) {
      const { schema, label, from, to } = part;
      const about = `${key}-${schema.toLowerCase()}-${i + 1}`;
      rows.parts.push({ key: about, schema, person: key, label, from, to });
      for (const value of part.values) rows.value(value, { about, person: key, schema });
    }
    rows.statementsOf(person.statements, key);
    return {
      key,
      formerly: person.formerly,
      name: person.heading,
      names: person.names,
      status: person.status,
      state: person.state,
    };
  });
  return {
    audience: release.audience,
    asOf: release.asOf,
    people,
    parts: rows.parts,
    claims: rows.claims,
    statements: rows.statements,
    sources: release.sources.map(({ n, ...told }) => ({ key: source(n), ...told })),
    places: release.places.map(({ key, names, kind, latitude, longitude, people: there }) => ({
      key,
      name: names[0]?.text ?? "",
      kind,
      ...(latitude === undefined ? {} : { latitude }),
      ...(longitude === undefined ? {} : { longitude }),
      precision: "as exact as the rule for the public lets it be",
      people: there,
    })),
    figures: release.estimates.map(({ denials: _, source: n, asOf, ...told }, i) => ({
      ...told,
      key: `figure-${i + 1}`,
      asOf: asOf === null ? null : { min: asOf.min, max: asOf.max },
      source: source(n),
    })),
    questions: release.questions.flatMap(({ key: question, wording, sides }) =>
      sides.flatMap(({ side, origins, statements }) =>
        statements.map(({ speaker, words, stance, said, source: n }) => ({
          question,
          wording,
          side,
          origins,
          speaker,
          words,
          stance,
          ...(said === undefined ? {} : { said }),
          source: source(n),
        })),
      ),
    ),
  };
}

interface About {
  readonly about: string;
  readonly person: string;
  readonly schema: string;
}

class Rows {
  readonly parts: ExportPart[] = [];
  readonly claims: ExportClaim[] = [];
  readonly statements: ExportStatement[] = [];

  value(value: ReleasedValue, about: About): void {
    for (const claim of value.claims) this.#claim(claim, value, about, "shown", value.origins);
    for (const other of value.others)
      for (const claim of other.claims)
        this.#claim(
          claim,
          value,
          about,
          "other",
          new Set(other.claims.flatMap(({ origins }) => origins)).size,
        );
  }

  #claim(
    claim: ReleasedClaim,
    value: ReleasedValue,
    about: About,
    stands: ExportClaim["stands"],
    origins: number,
  ): void {
    const { speaker, said, knows, grade, quote } = claim;
    const property = propertyOf(about.schema, value.property);
    const code = property?.type === "code" ? findTerm(property.of ?? "", claim.text) : undefined;
    this.claims.push({
      key: `${about.about}-claim-${this.claims.length + 1}`,
      ...about,
      property: value.property,
      label: value.label,
      text: claim.text,
      ...(property?.type === "date" && edtf.test(claim.text) ? { date: claim.text } : {}),
      ...(code === undefined ? {} : { code: { vocabulary: property?.of ?? "", code: code.code } }),
      stands,
      state: value.state,
      origins,
      review: "accepted",
      source: source(claim.source),
      ...(speaker === undefined ? {} : { speaker }),
      ...(said === undefined ? {} : { said }),
      ...(knows === undefined ? {} : { knows }),
      ...(grade === undefined ? {} : { grade }),
      ...(quote === undefined ? {} : { passage: { quote } }),
    });
  }

  statementsOf(statements: readonly ReleasedStatement[], person: string): void {
    const key = (n: number): string => `${person}-statement-${n}`;
    for (const said of statements)
      this.statements.push({
        key: key(said.n),
        about: [person],
        speaker: said.speaker,
        words: said.words,
        stance: said.stance,
        ...(said.said === undefined ? {} : { said: said.said }),
        source: source(said.source),
        answers: said.answers.map(key),
        names: said.namesThePerson ? [person] : [],
      });
  }
}
