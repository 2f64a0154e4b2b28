// Over random consents, reviews, holds, sources, merges and words that name others: no withheld value is in any released file.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { consented } from "../../act/index.ts";
import { clusterOf } from "../../link/index.ts";
import {
  type ConsentId,
  draft,
  type Draft,
  type RecordId,
  type SourceId,
} from "../../model/index.ts";
import { engineKinds, newRecord } from "../../store/testing.ts";
import { approveRelease, setHold, withdrawRelease } from "./decide-release.ts";
import { makeRelease } from "./make-release.ts";
import { type PlanDeps, planRelease, type ReleaseAsk } from "./plan-release.ts";
import { releaseFiles } from "./release-files.ts";
import { ByteSearch, type WrittenFile } from "./search-bytes.ts";
import { addThings, anEpisode, marksIn, openTestRelease, type TestRelease } from "./testing.ts";

const root = mkdtempSync(join(tmpdir(), "guwah-release-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const build = releaseFiles(() => null);
const ask = { audience: "public" } as const;
let folders = 0;

function filesIn(dir: string): WrittenFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(dir, path), bytes: readFileSync(path) }));
}

/** Two members approve it, and it is made; every file of it. */
async function released(
  { decide, member, actor }: Pick<TestRelease, "decide" | "member" | "actor">,
  asked: ReleaseAsk = ask,
): Promise<WrittenFile[]> {
  const { contents } = await planRelease(decide, asked);
  for (const name of ["First Invented", "Second Invented"])
    await approveRelease(decide, await member(name), { ...asked, contents });
  const dir = join(root, String(++folders));
  await makeRelease(decide, actor, { ...asked, dir, to: "an invented host", build });
  return filesIn(dir);
}

const flags = ["public-name", "public-initials", "public-no-name", "partners"];
/** The consent that shows somebody by name. */
const naming = { public: "public-name", partners: "partners" } as const;
const who = fc.record({
  flags: fc.subarray(flags),
  taken: fc.boolean(),
  isPrivate: fc.boolean(),
  sourceFlags: fc.subarray(flags),
  accepted: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  held: fc.constantFrom(null, null, null, "person", "source", "claim"),
  names: fc.nat(6),
  speaks: fc.boolean(),
  /** Somebody else in their picture. */
  beside: fc.option(fc.nat(6)),
});
/** Somebody who is shown whatever else happens, so that a release of nothing is no proof. */
const certain: Who = {
  flags,
  taken: false,
  isPrivate: false,
  sourceFlags: [],
  accepted: [true, true, true],
  held: null,
  names: 7,
  speaks: true,
  beside: null,
};
const people = fc.array(who, { minLength: 7, maxLength: 7 });
/** Who is judged to be whom, and whether that was taken back. */
const merges = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom(false, false, true)), {
  minLength: 1,
  maxLength: 4,
});
const audiences = fc.constantFrom("public", "public", "partners");

/** What no throw of the dice may miss: no to one of two judged the same, a hold on one of two, and a judgement taken back. */
const planned: [Who[], [number, number, boolean][], "public"] = [
  [
    certain,
    { ...certain, taken: true },
    certain,
    { ...certain, held: "person" },
    certain,
    { ...certain, taken: true },
    { ...certain, beside: 5 },
  ],
  [
    [0, 1, false],
    [2, 3, false],
    [4, 5, true],
  ],
  "public",
];

/** Letters beyond ASCII, so that escapes are tried. */
let count = 0;
const mark = (kind: string): string => `${kind}қ${(++count).toString(36).padStart(4, "0")}ңzqx`;

describe.each(engineKinds)("what leaves on %s", (kind) => {
  test("holds no value that stays", { timeout: 300_000 }, async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(people, merges, audiences, async (all, joins, audience) => {
        const vault = await openTestRelease(kind);
        try {
          told += await tryVault(vault, [...all, certain], { joins, audience });
        } finally {
          await vault.end();
        }
      }),
      { numRuns: kind === "sqlcipher" ? 12 : 3, examples: [planned] },
    );
    expect(told).toBeGreaterThan(0);
  });
});

type Who = typeof who extends fc.Arbitrary<infer T> ? T : never;

/** Gives how many marks were told. */
async function tryVault(
  vault: TestRelease,
  all: readonly Who[],
  {
    joins,
    audience,
  }: {
    readonly joins: readonly (readonly [number, number, boolean])[];
    readonly audience: "public" | "partners";
  },
): Promise<number> {
  const photos = new Map<string, { readonly photo: SourceId; readonly face: string }>();

  const made = all.map(() => ({
    record: newRecord(),
    first: mark("Naz"),
    last: mark("Qul"),
    job: mark("miner"),
    note: mark("note"),
    charge: mark("charge"),
    secret: mark("secret"),
    title: mark("title"),
    spoken: mark("spoken"),
    asked: mark("asked"),
    answer: mark("answer"),
    counted: mark("counted"),
    number: mark("number"),
    place: mark("place"),
    door: mark("door"),
    school: mark("school"),
    face: mark("face"),
  }));
  type One = (typeof made)[number];
  const sources: SourceId[] = [];
  /** Marks with who they are of, and whether their own claim, source and property let them go. */
  const marks: { mark: string; of: readonly RecordId[]; may: boolean }[] = [];
  for (const [i, one] of all.entries()) {
    const me = made[i] as One;
    const source = await vault.source(one.isPrivate ? "testimony" : "article");
    sources.push(source);
    const review = (n: number) => ({
      review: one.accepted[n] ? ("accepted" as const) : ("proposed" as const),
    });
    const other = made[one.names] as One;
    const quote = `They said ${other.first} ${other.last} was there, and ${me.secret}.`;
    await vault.append(
      draft("record.added", me.record, {
        id: me.record,
        schema: "Person",
        source,
        label: me.title,
      }),
    );
    const claim = (property: string, value: object, more: object): Promise<string> =>
      vault.claim(me.record, source, property, value as never, more);
    await claim("name", { kind: "name", text: `${me.first} ${me.last}` }, review(0));
    const job = await claim(
      "occupation",
      { kind: "text", text: me.job },
      { ...review(1), passage: { quote } },
    );
    await claim("note", { kind: "text", text: me.note }, review(1));
    await claim("address", { kind: "text", text: me.secret }, review(1));
    const episode = anEpisode(me.record, source, "Episode", [
      ["kind", { kind: "code", vocabulary: "episode-kind", code: "camp" }],
      ["charge", { kind: "text", text: me.charge }],
    ]);
    await vault.append(...episode.drafts);
    const said = newRecord();
    if (one.speaks)
      await vault.append(
        draft("statement.added", said, {
          id: said,
          source,
          passage: {},
          speaker: { words: `${other.first} ${other.last}`, record: other.record },
          content: `${me.spoken} about ${one.names === i ? "it" : other.last}`,
          mode: "direct",
          stance: "asserts",
          targets: [{ record: me.record }],
          answers: [],
        }),
      );
    await addThings(vault, { me, other, source, review });
    if (one.flags.length > 0) {
      const consent = await vault.consent(me.record, ...one.flags);
      if (one.taken)
        await vault.append(
          draft("consent.withdrawn", me.record, { id: consent, about: me.record }),
        );
    }
    const photo = await vault.source("photo");
    photos.set(me.record, { photo, face: me.face });
    await vault.claim(me.record, photo, "education", { kind: "text", text: me.school });
    const beside = one.beside === null ? [] : [(made[one.beside] as One).record];
    for (const record of beside)
      await vault.append(draft("picture.confirmed", photo, { source: photo, record, shows: true }));
    if (one.sourceFlags.length > 0)
      for (const asked of [source, photo]) await vault.consent(asked, ...one.sourceFlags);
    const held = { person: me.record, source, claim: job } as const;
    if (one.held !== null)
      await setHold(vault.decide, vault.actor, {
        about: held[one.held] as RecordId,
        reason: "invented",
        stands: true,
      });
    const mayPhoto = one.sourceFlags.includes(naming[audience]);
    const open = one.held !== "source" && (!one.isPrivate || mayPhoto);
    const put = (text: string, may: boolean): void => {
      marks.push({ mark: text, of: [me.record], may: may && open });
    };
    marks.push({ mark: me.school, of: [me.record], may: mayPhoto });
    marks.push({ mark: me.face, of: [me.record, ...beside], may: mayPhoto });
    put(me.first, one.accepted[0]);
    put(me.last, one.accepted[0]);
    put(me.job, one.accepted[1] && one.held !== "claim");
    put(me.charge, true);
    put(me.note, false);
    put(me.secret, false);
    put(me.title, false);
    put(me.spoken, one.speaks);
    // What is told of a thing rests on its own source and review, and on the consent of whoever it names.
    const things = (text: string, may: boolean, ...of: RecordId[]): void => {
      marks.push({ mark: text, may: may && open, of });
    };
    things(me.counted, one.accepted[0]);
    things(me.number, one.accepted[1]);
    things(me.asked, one.accepted[1]);
    things(me.answer, true, other.record);
    things(me.place, one.accepted[2], me.record);
    things(me.door, false);
  }
  const judged = joins
    .filter(([a, b]) => a !== b)
    .flatMap(([a, b, undone]): Draft[] => {
      const [left, right] = [made[a] as One, made[b] as One]
        .map(({ record }) => record)
        .toSorted() as [RecordId, RecordId];
      const same = { left, right, verdict: "same", reason: "invented" } as const;
      const back = { ...same, verdict: "undecided", undone: true } as const;
      return [same, ...(undone ? [back] : [])].map((body) => draft("judgement.made", left, body));
    });
  if (judged.length > 0) await vault.append(...judged);
  const pictures: PlanDeps["pictures"] = (records, _sources, may) =>
    Promise.resolve(
      records.flatMap((record) => {
        const own = photos.get(record);
        if (own === undefined || !may(own.photo)) return [];
        const sha256 = createHash("sha256").update(own.face).digest("hex");
        return [{ sha256, mime: "image/png" as const, width: 1, height: 1, caption: own.face }];
      }),
    );
  const files = await mayBeReleased(
    { ...vault, decide: { ...vault.decide, pictures } },
    { audience },
  );
  const held = new Set(
    all.flatMap((one, i) => (one.held === "person" ? [(made[i] as One).record] : [])),
  );
  const stays: string[] = [];
  for (const one of marks) {
    if (!one.may) stays.push(one.mark);
    else
      for (const of of one.of) {
        const cluster = await clusterOf(vault.decide.db, of);
        const [said] = await consented(vault.decide, naming[audience], [cluster]);
        if (said !== "yes" || cluster.some((id) => held.has(id as RecordId))) stays.push(one.mark);
      }
  }
  const found = marksIn(unlikeEarlier(files), [
    ...marks.map((one) => one.mark),
    "43.123456, 81.654321",
  ]);
  const may = new Set(marks.map((one) => one.mark));
  for (const one of stays) may.delete(one);
  expect(found.filter((one) => !may.has(one))).toEqual([]);
  return found.length;
}

const earlier = new Set<string>();

/** No mark is in two vaults: a file that came out the same of an earlier one holds none of this. */
function unlikeEarlier(files: readonly WrittenFile[]): WrittenFile[] {
  return files.filter(({ path, bytes }) => {
    const hash = createHash("sha256").update(path).update(bytes).digest("hex");
    return !earlier.has(hash) && earlier.add(hash);
  });
}

async function mayBeReleased(
  vault: Parameters<typeof released>[0],
  asked: ReleaseAsk,
): Promise<WrittenFile[]> {
  const plan = await planRelease(vault.decide, asked);
  return plan.release.people.length === 0 ? [] : released(vault, asked);
}

describe("a release", () => {
  test("waits for two different members, and for exactly what they saw", async () => {
    const vault = await openTestRelease("sqlcipher");
    const source = await vault.source();
    const person = await vault.person("Nazym Invented", source);
    await vault.consent(person, "public-name");
    const { contents } = await planRelease(vault.decide, ask);
    const [one, two] = [await vault.member("One Invented"), await vault.member("Two Invented")];
    const make = () =>
      makeRelease(vault.decide, vault.actor, {
        ...ask,
        dir: join(root, `r${++folders}`),
        to: "a host",
        build,
      });
    await approveRelease(vault.decide, one, { ...ask, contents });
    await approveRelease(vault.decide, one, { ...ask, contents });
    await expect(make()).rejects.toMatchObject({ code: "publish/not-approved" });
    await approveRelease(vault.decide, two, { ...ask, contents });
    await vault.claim(person, source, "occupation", { kind: "text", text: "baker" });
    await expect(make()).rejects.toMatchObject({ code: "publish/not-approved" });
    await expect(approveRelease(vault.decide, two, { ...ask, contents })).rejects.toMatchObject({
      code: "publish/changed-since",
    });
    const files = await released(vault);
    expect(marksIn(files, ["Nazym", "baker"])).toEqual(["Nazym", "baker"]);
    await vault.end();
  });

  test("takes somebody off whose consent was withdrawn, and says where the copies went", async () => {
    const vault = await openTestRelease("sqlcipher");
    const source = await vault.source();
    const [stays, goes] = [
      await vault.person("Turymtai Invented", source),
      await vault.person("Qyrghiek Invented", source),
    ];
    await vault.consent(stays, "public-name");
    const consent = await vault.consent(goes, "public-name");
    await released(vault);
    await vault.append(draft("consent.withdrawn", goes, { id: consent, about: goes }));
    const { release } = await planRelease(vault.decide, ask);
    expect(release.changes.map((one) => one.kind)).toEqual(["withdrawn"]);
    expect(marksIn(await released(vault), ["Turymtai", "Qyrghiek"])).toEqual(["Turymtai"]);
    const out = await vault.decide.db
      .selectFrom("went_out")
      .selectAll()
      .where("about", "=", goes)
      .execute();
    expect(out.map((row) => [row.kind, row.audience, row.receiver])).toEqual([
      ["release", "public-name", "an invented host"],
    ]);
    await withdrawRelease(vault.decide, vault.actor, { ...ask, number: 1, reason: "a mistake" });
    await vault.end();
  });

  test("refuses to finish where a file says what stays, however it is wrapped", async () => {
    const vault = await openTestRelease("sqlcipher");
    const source = await vault.source();
    const person = await vault.person("Nazym Invented", source);
    await vault.consent(person, "public-name");
    const secret = "Invented Street 7, at the well";
    await vault.claim(person, source, "address", { kind: "text", text: secret });
    const { contents } = await planRelease(vault.decide, ask);
    for (const name of ["One", "Two"])
      await approveRelease(vault.decide, await vault.member(`${name} Invented`), {
        ...ask,
        contents,
      });
    const wrapped = [
      secret,
      encodeURIComponent(secret),
      Buffer.from(`....${secret}....`).toString("base64"),
      gzipSync(secret),
      secret.replaceAll(" ", "&#32;"),
    ];
    for (const bytes of wrapped) {
      const dir = join(root, `w${++folders}`);
      const planted = function* (release: { people: readonly unknown[] }) {
        if (release.people.length > 0) yield { path: "planted.bin", bytes: Buffer.from(bytes) };
      };
      await expect(
        makeRelease(vault.decide, vault.actor, { ...ask, dir, to: "a host", build: planted }),
      ).rejects.toMatchObject({ code: "publish/says-what-stays" });
      expect(readdirSync(root).filter((name) => name.startsWith(`w${folders}`))).toEqual([]);
    }
    expect(
      new ByteSearch([secret]).find({ path: "a", bytes: Buffer.from("nothing here") }).size,
    ).toBe(0);
    await vault.end();
  });

  test("shows nobody without a name whom fewer than five are like, and no word of theirs", async () => {
    const vault = await openTestRelease("sqlcipher");
    for (let n = 0; n < 6; n++) {
      const source = await vault.source();
      const person = await vault.person(`Hidden${n} Invented${n}`, source);
      await vault.consent(person, "public-no-name");
      await vault.claim(person, source, "sex", {
        kind: "code",
        vocabulary: "sex",
        code: n < 5 ? "female" : "male",
      });
      await vault.claim(person, source, "occupation", {
        kind: "text",
        text: n === 0 ? "falconer" : "teacher",
      });
    }
    const plan = await planRelease(vault.decide, ask);
    const text = JSON.stringify(plan.release.people);
    expect(plan.release.people.length).toBeGreaterThanOrEqual(5);
    expect(text).not.toMatch(/Hidden|falconer|rec_|src_|P-/);
    expect(
      plan.people.filter(({ reason }) => reason === "could-be-told").length +
        plan.release.people.length,
    ).toBe(6);
    await vault.end();
  });

  test("shows nobody by the difference between two releases, whoever leaves or comes", async () => {
    const vault = await openTestRelease("sqlcipher");
    const consents: (readonly [RecordId, ConsentId])[] = [];
    const add = async (n: number): Promise<void> => {
      const source = await vault.source();
      const person = await vault.person(`Hidden${n} Invented${n}`, source);
      consents.push([person, await vault.consent(person, "public-no-name")]);
      await vault.claim(person, source, "occupation", { kind: "text", text: "schoolteacher" });
    };
    for (let n = 0; n < 6; n++) await add(n);
    const shownNow = async () => (await planRelease(vault.decide, ask)).release.people.length;
    expect(marksIn(await released(vault), ["schoolteacher"])).toEqual(["schoolteacher"]);
    await add(6);
    expect(await shownNow()).toBe(6);
    const [person, id] = consents[0] as (typeof consents)[number];
    await vault.append(draft("consent.withdrawn", person, { id, about: person }));
    const { people: all } = await planRelease(vault.decide, ask);
    expect(all.filter(({ reason }) => reason === "told-by-difference")).toHaveLength(5);
    expect(await shownNow()).toBe(0);
    await vault.end();
  });
});
