// Files as weighed, as flat rows.
// Invariant: a pure function of what went through the gate; a label or name comes from a claim in it, never from a record's label.
import { schemaOf, type Value, valueText } from "../../model/index.ts";
import type { BareFile, ClaimView, PropertyView, StatementView } from "../../weigh/index.ts";
import type {
  ExportClaim,
  ExportPart,
  ExportPassage,
  ExportPlace,
  ExportSet,
  ExportSource,
  ExportStatement,
} from "./export-set.ts";

export interface RowsInput {
  readonly audience: string;
  readonly asOf: string;
  /** Each with all its records. */
  readonly people: readonly { readonly file: BareFile; readonly records: readonly string[] }[];
  readonly places: readonly BareFile[];
  readonly sources: readonly (Omit<ExportSource, "key" | "sha256"> & {
    readonly id: string;
    readonly file?: string;
  })[];
}

export function exportRows(input: RowsInput): ExportSet {
  const rows = new Rows(input);
  const people = input.people.map(({ file }) => {
    rows.properties(file.properties, { about: file.number, person: file.number, schema: "Person" });
    for (const part of file.related) rows.part(part, file.number);
    for (const said of file.statements) rows.statement(said);
    return {
      key: file.number,
      formerly: file.formerly,
      name: file.names[0]?.text ?? "",
      names: file.names.map(({ text, script, lang }) => ({
        text,
        ...(script === undefined ? {} : { script }),
        ...(lang === undefined ? {} : { language: lang }),
      })),
      status: file.status?.text ?? "",
      state: file.status?.state ?? "",
    };
  });
  for (const place of input.places) rows.place(place);
  const used = new Set([...rows.claims.values(), ...rows.statements.values()].map((r) => r.source));
  return {
    audience: input.audience,
    asOf: input.asOf,
    people,
    parts: [...rows.parts.values()],
    // What answers or carries something that stays is told without it.
    claims: [...rows.claims.values()].map(({ statement, ...claim }) =>
      statement !== undefined && rows.statements.has(statement) ? { ...claim, statement } : claim,
    ),
    statements: [...rows.statements.values()].map(({ answers, ...said }) => ({
      ...said,
      answers: answers.filter((id) => rows.statements.has(id)),
    })),
    sources: input.sources
      .filter(({ id }) => used.has(id))
      .map(({ id, file, kind, title, publisher, author, published, language, url, text }) =>
        defined({
          key: id,
          kind,
          title,
          publisher,
          author,
          published,
          language,
          url,
          text,
          sha256: file,
        }),
      ),
    places: rows.places,
    figures: [],
    questions: [],
  };
}

interface About {
  readonly about: string;
  readonly person: string;
  readonly schema: string;
}

class Rows {
  readonly parts = new Map<string, ExportPart>();
  readonly claims = new Map<string, ExportClaim>();
  readonly statements = new Map<string, ExportStatement>();
  readonly places: ExportPlace[] = [];
  /** What each record is called in the export; a record that is not here does not go. */
  readonly #keys = new Map<string, string>();
  readonly #people = new Set<string>();
  readonly #peopleAt = new Map<string, Set<string>>();

  constructor({ people, places }: RowsInput) {
    for (const { file, records } of people) {
      for (const id of [file.id, ...records]) this.#keys.set(id, file.number);
      this.#people.add(file.number);
      for (const part of file.related) for (const id of part.records) this.#keys.set(id, part.id);
    }
    for (const place of places)
      for (const id of [place.id, ...place.records.map((r) => r.id)])
        this.#keys.set(id, place.number);
  }

  part({ id, schema, properties, from, to }: BareFile["related"][number], person: string): void {
    if (properties.every((property) => property.claims.length === 0)) return;
    if (!this.parts.has(id))
      this.parts.set(id, {
        key: id,
        schema,
        person,
        label: labelOf(schema, properties),
        from: from === null ? null : { min: from.min, max: from.max },
        to: to === null ? null : { min: to.min, max: to.max },
      });
    this.properties(properties, { about: id, person, schema });
  }

  properties(properties: readonly PropertyView[], about: About): void {
    for (const property of properties) {
      const byId = new Map(property.claims.map((claim) => [claim.id, claim]));
      for (const { claims, state, origins } of property.headlines)
        for (const id of claims)
          this.#claim(byId.get(id), property, about, "shown", state, origins.length);
      for (const { claims, origins } of property.others)
        for (const id of claims)
          this.#claim(byId.get(id), property, about, "other", "disputed", origins.length);
    }
  }

  #claim(
    claim: ClaimView | undefined,
    { name, label }: PropertyView,
    about: About,
    stands: ExportClaim["stands"],
    state: string,
    origins: number,
  ): void {
    if (claim === undefined || claim.value.kind === "sealed" || this.claims.has(claim.id)) return;
    const ref = claim.value.kind === "ref" ? this.#keys.get(claim.value.record) : undefined;
    if (claim.value.kind === "ref") {
      if (ref === undefined) return;
      if (about.person !== "")
        this.#peopleAt.set(ref, (this.#peopleAt.get(ref) ?? new Set()).add(about.person));
    }
    const { speaker, said, knows, grade, statement, review, source, passage } = claim;
    this.claims.set(
      claim.id,
      defined({
        key: claim.id,
        ...about,
        property: name,
        label,
        text: ref ?? valueText(claim.value),
        ...typed(claim.value),
        ref,
        stands,
        state,
        origins,
        review,
        source,
        speaker,
        said,
        knows,
        grade,
        statement,
        passage: passage === undefined ? undefined : (passage as ExportPassage),
      }),
    );
  }

  statement(said: StatementView): void {
    const about = [...new Set(said.targets.flatMap(({ record }) => this.#keys.get(record) ?? []))];
    if (about.length === 0 || this.statements.has(said.id)) return;
    this.statements.set(
      said.id,
      defined({
        key: said.id,
        about,
        speaker: said.speaker,
        words: said.content,
        stance: said.stance,
        said: said.said,
        source: said.source,
        answers: said.answers.map(({ id }) => id),
        names: about.filter((key) => this.#people.has(key)),
        passage: said.passage as ExportPassage,
      }),
    );
  }

  place(file: BareFile): void {
    this.properties(file.properties, { about: file.number, person: "", schema: "Place" });
    const first = (name: string): string | undefined =>
      file.properties.find((p) => p.name === name)?.headlines[0]?.text;
    const where = coordinatesIn(first("coordinates") ?? "");
    this.places.push({
      key: file.number,
      name: file.names[0]?.text ?? first("name") ?? "",
      kind: first("kind") ?? "",
      ...(where === null ? {} : { latitude: where.latitude, longitude: where.longitude }),
      precision: where?.precision ?? "",
      people: [...(this.#peopleAt.get(file.number) ?? [])],
    });
  }
}

/** "43.82, 87.61, the village": degrees, and how exact in the source's words. */
function coordinatesIn(
  text: string,
): { latitude: number; longitude: number; precision: string } | null {
  const found = /^\s*(-?\d{1,2}(?:\.\d{1,10})?)\s*[,;]\s*(-?\d{1,3}(?:\.\d{1,10})?)(?![\d.])/.exec(
    text,
  );
  if (found === null) return null;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  const rest = text.slice(found[0].length).replace(/^[\s,;()]+|[\s()]+$/g, "");
  return { latitude, longitude, precision: rest || "as the source gives it" };
}

function labelOf(schema: string, properties: readonly PropertyView[]): string {
  const { labelBy, label = schema } = schemaOf(schema) ?? {};
  return properties.find(({ name }) => name === labelBy)?.headlines[0]?.text ?? label;
}

function typed(value: Value): Partial<ExportClaim> {
  switch (value.kind) {
    case "date":
      return { date: value.edtf };
    case "code":
      return { code: { vocabulary: value.vocabulary, code: value.code } };
    case "place":
      return value.code === undefined ? {} : { place: value.code };
    case "name":
      return defined({ script: value.script, language: value.lang });
    default:
      return {};
  }
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as Defined<T>;
}
