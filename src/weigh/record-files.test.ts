// Many files read together are the same files as each read alone, whatever leads from one to another. All invented.
import { afterEach, describe, expect, it } from "vitest";
import { type RecordId, type SourceId, type Stance, draft } from "../model/index.ts";
import type { SeenOnly } from "./assemble-file.ts";
import { recordFile } from "./record-file.ts";
import { recordFiles } from "./record-files.ts";
import { camp, engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const all: SeenOnly = { claim: () => true, statement: () => true };
const few: SeenOnly = { claim: (claim) => claim.seq % 3 !== 0, statement: (s) => s.seq % 2 === 0 };

/** A small generator of choices (mulberry32), so that a failing round can be seen again by its number. */
function choices(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

async function invented(w: TestWeigh, seed: number): Promise<RecordId[]> {
  const upTo = choices(seed);
  const oneOf = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
  const sources: SourceId[] = [];
  for (let i = 0; i < 7; i++) {
    const source = await w.source(`Invented paper ${i}`, { published: `2019-0${i + 1}-01` });
    sources.push(source);
    const relays = [
      ...(upTo(2) === 0 ? [{ source: oneOf(sources), words: "a colleague" }] : []),
      ...(upTo(2) === 0 ? [{ words: `Paper ${upTo(7)}` }] : []),
    ];
    await w.append(
      draft("source.described", source, {
        id: source,
        publisher: { value: `Paper ${i}` },
        relays: relays.filter((relay) => relay.source !== source),
      }),
    );
  }
  const people: RecordId[] = [];
  for (let i = 0; i < 9; i++) people.push(await w.person(oneOf(sources), `Invented Person ${i}`));
  const statements: RecordId[] = [];
  const stances: readonly Stance[] = ["asserts", "denies", "reframes"];
  for (let i = 0; i < 12; i++) {
    const target = { record: oneOf(people), ...(upTo(2) === 0 ? { property: "birthDate" } : {}) };
    const said = await w.statement(oneOf(sources), oneOf(stances), {
      speaker: `voice ${upTo(4)}`,
      targets: upTo(3) === 0 ? [] : [target],
      answers: upTo(2) === 0 && statements.length > 0 ? [oneOf(statements)] : [],
    });
    statements.push(said);
  }
  for (let i = 0; i < 20; i++)
    await w.claim(oneOf(people), oneOf(sources), {
      property: "birthDate",
      words: String(1980 + upTo(3)),
      ...(upTo(2) === 0 ? { statement: oneOf(statements) } : {}),
    });
  for (let i = 0; i < 8; i++) await w.episode(oneOf(sources), oneOf(people), camp);
  for (let i = 0; i < 4; i++) {
    const [left, right] = [oneOf(people), oneOf(people)];
    if (left !== right) await w.judge(left, right, upTo(4) === 0 ? "different" : "same");
  }
  return people;
}

describe.each(engineKinds)("files read together on %s", (kind) => {
  let w: TestWeigh;
  afterEach(async () => w.end());

  it.each([1, 2, 3, 4])("are the files each read alone, round %i", async (seed) => {
    w = await openTestWeigh(kind);
    const people = await invented(w, seed);
    for (const only of [all, few]) {
      let seen = 0;
      for await (const file of recordFiles(w.deps, people, only)) {
        const {
          spoke: _spoke,
          judgements: _judged,
          ...alone
        } = await recordFile(w.deps, people[seen] as string, only);
        expect(file).toEqual(alone);
        seen += 1;
      }
      expect(seen).toBe(people.length);
    }
  });

  it("leave out what is not there", async () => {
    w = await openTestWeigh(kind);
    const found = [];
    for await (const file of recordFiles(w.deps, ["rec_00000000000000000000000ZZZ"]))
      found.push(file);
    expect(found).toEqual([]);
  });
});
