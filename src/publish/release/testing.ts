// An invented vault for tests of releases, every value of it a mark found nowhere else, and the search for marks in files.
// Invariant: the search is not the one the program uses: it wraps the mark in every way instead of unwrapping the file.
import { gunzipSync } from "node:zlib";
import { openTestAct, type TestAct } from "../../act/testing.ts";
import { interviewTables, pictureTables } from "../../collect/index.ts";
import { checkpointTables } from "../../preserve/index.ts";
import { episodePlaceTable } from "../../weigh/index.ts";
import {
  type ConsentId,
  draft,
  type Draft,
  type MemberId,
  type RecordId,
  type SourceId,
  type Value,
} from "../../model/index.ts";
import type { Engine } from "../../store/index.ts";
import { aClaim, id, newRecord } from "../../store/testing.ts";
import { rightsOfAll, type Actor } from "../../access/index.ts";
import type { DecideDeps } from "./decide-release.ts";
import type { WrittenFile } from "./search-bytes.ts";
import { releaseTables } from "./releases.tables.ts";

export interface TestRelease extends TestAct {
  readonly decide: DecideDeps;
  append(...drafts: Draft[]): Promise<void>;
  consent(about: RecordId | SourceId, ...audiences: string[]): Promise<ConsentId>;
  /** Another member with the rights of a publisher and reviewer. */
  member(name: string): Promise<Actor>;
  claim(
    record: RecordId,
    source: SourceId,
    property: string,
    value: Value,
    more?: object,
  ): Promise<string>;
}

export async function openTestRelease(kind: Engine["kind"]): Promise<TestRelease> {
  const act = await openTestAct(kind, [
    releaseTables,
    checkpointTables,
    pictureTables,
    interviewTables,
    episodePlaceTable,
  ]);
  const append: TestRelease["append"] = async (...drafts) => {
    await act.vault.ledger.append(act.vault.author, drafts);
  };
  return {
    ...act,
    decide: {
      ledger: act.vault.ledger,
      db: act.vault.engine.db,
      clock: act.deps.clock,
      keys: { root: Buffer.alloc(32, 7) },
    },
    append,
    consent: async (about, ...audiences) => {
      const consent = id("cns") as ConsentId;
      await append(
        draft("consent.given", about, {
          id: consent,
          about,
          audiences,
          giver: "parent",
          mode: "spoken",
        }),
      );
      return consent;
    },
    member: async (name) => {
      const member = id("mem") as MemberId;
      await append(
        draft("member.added", member, { id: member, name, roles: ["publisher", "reviewer"] }),
      );
      const roles = ["publisher", "reviewer"] as const;
      return { member, roles, rights: rightsOfAll(roles), device: act.actor.device };
    },
    claim: async (record, source, property, value, more = {}) => {
      const added = aClaim(record, source, property, value, { review: "accepted", ...more });
      await append(added);
      return added.body.id;
    },
  };
}

/** A record of another schema that points at a person. */
export function anEpisode(
  person: RecordId,
  source: SourceId,
  schema: string,
  values: readonly (readonly [string, Value])[],
): { readonly record: RecordId; readonly drafts: Draft[] } {
  const record = newRecord();
  const all: [string, Value][] = [
    ["person", { kind: "ref", record: person }],
    ...values.map(([p, v]): [string, Value] => [p, v]),
  ];
  return {
    record,
    drafts: [
      draft("record.added", record, { id: record, schema, source, label: "invented" }),
      ...all.map(([property, value]) =>
        aClaim(record, source, property, value, { review: "accepted", schema }),
      ),
    ],
  };
}

/** A figure, a question with an answer that names somebody, and a place somebody was at, in one source. */
export async function addThings(
  vault: TestRelease,
  {
    me,
    other,
    source,
    review,
  }: {
    readonly me: Readonly<
      Record<"asked" | "answer" | "counted" | "number" | "place" | "door", string>
    > & { readonly record: RecordId };
    readonly other: { readonly first: string; readonly record: RecordId };
    readonly source: SourceId;
    readonly review: (n: number) => object;
  },
): Promise<void> {
  const add = async (schema: string): Promise<RecordId> => {
    const record = newRecord();
    await vault.append(
      draft("record.added", record, { id: record, schema, source, label: "invented" }),
    );
    return record;
  };
  const claim = (record: RecordId, schema: string, property: string, value: object, more: object) =>
    vault.claim(record, source, property, value as never, { schema, ...more });
  const figure = await add("Figure");
  const population = { kind: "text", text: me.counted };
  await claim(figure, "Figure", "population", population, review(0));
  await claim(
    figure,
    "Figure",
    "quantity",
    { kind: "number", low: 7, words: me.number },
    {
      ...review(1),
      passage: { quote: `Some ${me.number} of them.` },
    },
  );
  const question = await add("Question");
  await claim(question, "Question", "wording", { kind: "text", text: me.asked }, review(1));
  const said = newRecord();
  await vault.append(
    draft("statement.added", said, {
      id: said,
      source,
      passage: {},
      speaker: { words: "an invented office" },
      content: `${me.answer}: ${other.first} went home.`,
      mode: "direct",
      stance: "denies",
      targets: [{ record: other.record }],
      answers: [question],
    }),
  );
  const place = await add("Place");
  await claim(place, "Place", "name", { kind: "name", text: `Camp ${me.place}` }, review(2));
  const camp = { kind: "code", vocabulary: "place-kind", code: "camp" };
  await claim(place, "Place", "kind", camp, { review: "accepted" });
  await claim(place, "Place", "address", { kind: "text", text: me.door }, { review: "accepted" });
  const point = { kind: "text", text: "43.123456, 81.654321" };
  await claim(place, "Place", "coordinates", point, { review: "accepted" });
  const stay = anEpisode(me.record, source, "Episode", [
    ["kind", { kind: "code", vocabulary: "episode-kind", code: "camp" }],
    ["facilityRecord", { kind: "ref", record: place }],
  ]);
  await vault.append(...stay.drafts);
}

/** Which of these marks stand in a file, however wrapped. */
export function marksIn(files: readonly WrittenFile[], marks: readonly string[]): string[] {
  const bodies = files.flatMap(({ path, bytes }) => {
    const buffer = Buffer.from(bytes);
    const inner = buffer[0] === 0x1f && buffer[1] === 0x8b ? [gunzipSync(buffer)] : [];
    return [Buffer.from(path), buffer, ...inner].map((one) => one.toString("latin1"));
  });
  return marks.filter((mark) =>
    wrappings(mark).some((wrapped) => bodies.some((body) => body.includes(wrapped))),
  );
}

function wrappings(mark: string): string[] {
  const bytes = Buffer.from(mark);
  const escaped = [...mark]
    .map((sign) =>
      sign > "\u007f" ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : sign,
    )
    .join("");
  const entities = [...mark]
    .map((sign) => (sign > "\u007f" ? `&#${sign.codePointAt(0)};` : sign))
    .join("");
  const hex = [...mark]
    .map((sign) => (sign > "\u007f" ? `&#x${sign.codePointAt(0)?.toString(16)};` : sign))
    .join("");
  const wide = Buffer.from(mark, "utf16le");
  // Whatever stands before it, the middle of a long enough mark is one of three runs of base64.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [
    bytes.toString("latin1"),
    escaped,
    entities,
    hex,
    encodeURIComponent(mark),
    encodeURIComponent(mark).toLowerCase(),
    wide.toString("latin1"),
    Buffer.from(wide).swap16().toString("latin1"),
    ...base64.flatMap((run) => [run, run.replaceAll("+", "-").replaceAll("/", "_")]),
  ];
}
