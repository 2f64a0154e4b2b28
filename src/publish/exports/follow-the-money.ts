// FollowTheMoney entities (JSON lines), as Aleph, OpenSanctions and their tools read them.
// Invariant: every entity follows the published schema and points only at entities of the same file; nothing is made more exact.
import { placeChain, termLabel } from "../../model/index.ts";
import {
  type ExportClaim,
  type ExportFile,
  type ExportPart,
  type ExportSet,
} from "./export-set.ts";
import type { FtmEntity } from "./ftm-schema.ts";

const kin = new Set(
  "spouse husband wife parent father mother child son daughter sibling brother sister grandparent grandchild uncle-aunt nephew-niece cousin in-law relative".split(
    " ",
  ),
);

/** ISO 639-3 of the languages of this program's sources; others are left out. */
const languages: Readonly<Record<string, string>> = {
  en: "eng",
  ru: "rus",
  kk: "kaz",
  ug: "uig",
  zh: "zho",
  tr: "tur",
  uz: "uzb",
  ky: "kir",
  fr: "fra",
  de: "deu",
  es: "spa",
  ar: "ara",
};

const id = (key: string): string => `guwah-${key}`;

export function ftmEntities(set: ExportSet): FtmEntity[] {
  const about = Map.groupBy(set.claims, (claim) => claim.about);
  const people = new Set(set.people.map(({ key }) => key));
  const out = new Entities();
  for (const source of set.sources)
    out.add(id(source.key), source.kind === "article" ? "Article" : "Document", {
      name: [source.title || source.key],
      title: [source.title],
      author: [source.author],
      publisher: [source.publisher],
      publishedAt: [plainDate(source.published)],
      language: [languages[(source.language ?? "").split("-")[0] ?? ""]],
      sourceUrl: [webAddress(source.url)],
    });
  for (const place of set.places)
    out.add(id(place.key), "Address", {
      name: [place.name || place.key],
      full: [place.name],
      latitude: [place.latitude?.toString()],
      longitude: [place.longitude?.toString()],
      remarks: [place.precision],
    });
  for (const person of set.people) {
    const own = about.get(person.key) ?? [];
    const of = (property: string): ExportClaim[] =>
      own.filter((c) => c.property === property && c.stands === "shown");
    const words = (property: string): string[] => of(property).map(({ text }) => text);
    const [first, ...others] = person.names.map(({ text }) => text);
    out.add(id(person.key), "Person", {
      name: [first ?? (person.name || person.key)],
      alias: others,
      summary: [person.status],
      birthDate: of("birthDate").map((c) => plainDate(c.date)),
      birthPlace: words("birthPlace"),
      gender: of("sex").map((c) => genders[c.code?.code ?? ""]),
      ethnicity: words("ethnicity"),
      religion: words("religion"),
      education: words("education"),
      position: words("occupation"),
      citizenship: of("citizenship").map((c) => country(c.place)),
    });
    documented(out, set, own, person.key);
  }
  for (const part of set.parts) partEntities(out, part, about.get(part.key) ?? [], people);
  for (const said of set.statements)
    for (const person of said.about.filter((key) => people.has(key)))
      out.add(`${id(said.key)}-${person}`, "Note", {
        name: [`${said.speaker || "Somebody"} ${termLabel("stance", said.stance).toLowerCase()}`],
        description: [said.words],
        entity: [id(person)],
        proof: [id(said.source)],
      });
  return out.all();
}

const genders: Readonly<Record<string, string>> = {
  male: "male",
  female: "female",
  other: "other",
};

/** Which documents say something of a person, and which name them. */
function documented(
  out: Entities,
  set: ExportSet,
  own: readonly ExportClaim[],
  person: string,
): void {
  const sources = new Set(set.sources.map(({ key }) => key));
  for (const [source, claims] of Map.groupBy(own, (claim) => claim.source)) {
    if (!sources.has(source)) continue;
    const pair = `${source}-${person}`;
    out.add(id(`documentation-${pair}`), "Documentation", {
      document: [id(source)],
      entity: [id(person)],
      role: [`${claims.length} claims`],
    });
    const names = claims.filter((c) => c.property === "name").map(({ text }) => text);
    if (names.length > 0)
      out.add(id(`mention-${pair}`), "Mention", {
        document: [id(source)],
        resolved: [id(person)],
        name: names,
        detectedSchema: ["Person"],
      });
  }
}

function partEntities(
  out: Entities,
  part: ExportPart,
  claims: readonly ExportClaim[],
  people: ReadonlySet<string>,
): void {
  const of = (property: string): ExportClaim[] =>
    claims.filter((c) => c.property === property && c.stands === "shown");
  const dates = { startDate: [sharedDate(part.from)], endDate: [sharedDate(part.to)] };
  if (part.schema === "Relationship") {
    const [from, to, kind] = [of("from")[0]?.ref, of("to")[0]?.ref, of("kind")[0]];
    if (from === undefined || to === undefined || !people.has(from) || !people.has(to)) return;
    const own = { ...dates, recordId: [part.key] };
    if (kin.has(kind?.code?.code ?? ""))
      // `from` is the kind of `to`; in FollowTheMoney the relative is the kind of the person.
      out.add(id(part.key), "Family", {
        ...own,
        person: [id(to)],
        relative: [id(from)],
        relationship: [kind?.text],
      });
    else
      out.add(id(part.key), "UnknownLink", {
        ...own,
        subject: [id(from)],
        object: [id(to)],
        role: [kind?.text],
      });
    return;
  }
  const places = [...of("place"), ...of("destination"), ...of("country")];
  out.add(id(part.key), "Event", {
    ...dates,
    date: of("date").map((c) => plainDate(c.date)),
    name: [part.label || part.schema],
    keywords: [part.schema],
    recordId: [part.key],
    location: [...places, ...of("facility")].map(({ text }) => text),
    country: places.map((c) => country(c.place)),
    addressEntity: of("facilityRecord").map((c) => c.ref && id(c.ref)),
    involved: [id(part.person)],
    description: [...of("statedReason"), ...of("charge"), ...of("note")].map(({ text }) => text),
  });
  const linked = [
    ["holder", "LegalEntity"],
    ["perpetrator", "LegalEntity"],
    ["court", "Organization"],
  ] as const;
  for (const [property, schema] of linked)
    for (const [i, { text }] of of(property).entries()) {
      const other = id(`${part.key}-${property}-${i + 1}`);
      out.add(other, schema, { name: [text] });
      out.add(`${other}-link`, "UnknownLink", {
        subject: [other],
        object: [id(part.person)],
        role: [`${property}, as stated: ${part.label || part.schema}`],
        recordId: [part.key],
      });
    }
}

class Entities {
  readonly #all = new Map<string, FtmEntity>();
  add(
    entity: string,
    schema: string,
    given: Readonly<Record<string, readonly (string | undefined)[]>>,
  ): void {
    if (this.#all.has(entity)) return;
    const properties: Record<string, string[]> = {};
    for (const [name, values] of Object.entries(given)) {
      const known = [...new Set(values.filter((v) => v !== undefined && v.trim() !== ""))];
      if (known.length > 0) properties[name] = known as string[];
    }
    this.#all.set(entity, { id: entity, schema, properties });
  }
  all(): FtmEntity[] {
    return [...this.#all.values()];
  }
}

/** A date FollowTheMoney can hold; ranges, sets, seasons and open ends are left out. */
function plainDate(edtf: string | undefined): string | undefined {
  return /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)[~?%]?$/.exec(edtf ?? "")?.[1];
}

/** The day, month or year both bounds lie in. */
function sharedDate(date: ExportPart["from"]): string | undefined {
  const [min, max] = [date?.min, date?.max];
  if (min === null || min === undefined || max === null || max === undefined) return undefined;
  for (const length of [10, 7, 4])
    if (min.slice(0, length) === max.slice(0, length)) return plainDate(min.slice(0, length));
  return undefined;
}

function country(place: string | undefined): string | undefined {
  const found =
    place === undefined ? undefined : placeChain(place).find((p) => p.level === "country");
  return found?.code.toLowerCase();
}

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/\S+$/.test(url) ? url : undefined;
}

export function ftmFile(entities: readonly FtmEntity[]): ExportFile {
  return {
    path: "followthemoney.json",
    text: entities.map((entity) => `${JSON.stringify(entity)}\n`).join(""),
  };
}
