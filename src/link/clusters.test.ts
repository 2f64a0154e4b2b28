// A person is what the standing "same" judgements connect, whatever was judged before. Everyone here is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordId, Verdict } from "../model/index.ts";
import { checkLedger, rebuild } from "../store/index.ts";
import { aPerson, newRecord } from "../store/testing.ts";
import { clusterOf, personIds } from "./clusters.ts";
import { showCluster } from "./show-cluster.ts";
import { aJudgement, engineKinds, openTestLink, type TestLink } from "./testing.ts";

const people = 7;
const person = fc.nat(people - 1);
const verdict = fc.constantFrom<Verdict>(
  "same",
  "same",
  "same",
  "different",
  "undecided",
  "relative",
);
const judgement = fc.tuple(person, person, verdict).filter(([left, right]) => left !== right);
/** Judgements in appends of one or several. */
const history = fc.array(fc.array(judgement, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

/** The groups by definition: repeat merging until nothing changes. */
function components(
  records: readonly RecordId[],
  pairs: Iterable<string>,
): Map<RecordId, RecordId> {
  const oldest = new Map(records.map((record) => [record, record]));
  const edges = [...pairs].map((pair) => pair.split(" ") as [RecordId, RecordId]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [left, right] of edges) {
      const [a, b] = [oldest.get(left) as RecordId, oldest.get(right) as RecordId];
      if (a === b) continue;
      changed = true;
      const low = a < b ? a : b;
      oldest.set(left, low).set(right, low);
    }
  }
  return oldest;
}

describe.each(engineKinds)("clusters on %s", (kind) => {
  let link: TestLink;
  beforeAll(async () => {
    link = await openTestLink(kind);
  });
  afterAll(() => link.end());

  async function newPeople(): Promise<RecordId[]> {
    const records = Array.from({ length: people }, newRecord);
    await link.append(...records.map((record) => aPerson(record, link.source)));
    return records;
  }

  it("are the connected groups of the standing judgements, named by the oldest record", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (appends) => {
        const records = await newPeople();
        const standing = new Map<string, Verdict>();
        for (const judgements of appends) {
          const drafts = judgements.map(([a, b, v]) => {
            const [left, right] = [records[a] as RecordId, records[b] as RecordId];
            standing.set([left, right].sort().join(" "), v);
            return aJudgement(left, right, v);
          });
          await link.append(...drafts);
          const same = [...standing].flatMap(([pair, v]) => (v === "same" ? [pair] : []));
          const expected = components(records, same);
          expect(await personIds(link.db, records)).toEqual(expected);
          for (const record of records) {
            const members = records.filter((r) => expected.get(r) === expected.get(record));
            expect(await clusterOf(link.db, record)).toEqual(members);
          }
        }
        // The derived table is what computing everything anew gives.
        expect(await checkLedger(link.vault.ledger.deps)).toMatchObject({ clean: true });
      }),
      { numRuns: 25 },
    );
    const before = await link.dump();
    await rebuild(link.vault.ledger.deps);
    expect(await link.dump()).toEqual(before);
  });

  it("are as if nothing had been judged once every merge is taken back, in any order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(judgement, { maxLength: 8 }),
        fc.nat(),
        async (pairs, turn) => {
          const records = await newPeople();
          const at = (i: number): RecordId => records[i] as RecordId;
          const before = await link.dump();
          for (const [a, b] of pairs) await link.judge(at(a), at(b), "same");
          const undone = [...pairs.slice(turn % 8), ...pairs.slice(0, turn % 8)];
          for (const [a, b] of undone) await link.judge(at(a), at(b), "different");
          expect(await link.dump()).toEqual(before);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("stay together in a circle when one of its judgements is taken back", async () => {
    const [a, b, c] = (await newPeople()) as [RecordId, RecordId, RecordId];
    await link.judge(a, b, "same");
    await link.judge(b, c, "same");
    await link.judge(c, a, "same");
    await link.judge(a, b, "undecided");
    expect(await clusterOf(link.db, c)).toEqual([a, b, c]);
    await link.judge(b, c, "different");
    expect(await clusterOf(link.db, c)).toEqual([a, c]);
    expect(await clusterOf(link.db, b)).toEqual([b]);
  });

  it("join into one by a single judgement, and part again at it", async () => {
    const records = await newPeople();
    const [a, b, c, d, e, f] = records as [
      RecordId,
      RecordId,
      RecordId,
      RecordId,
      RecordId,
      RecordId,
    ];
    for (const [left, right] of [
      [b, c],
      [c, d],
      [a, e],
      [e, f],
    ] as const)
      await link.judge(left, right, "same");
    const apart = await link.dump();
    await link.judge(f, d, "same");
    expect(await clusterOf(link.db, b)).toEqual([a, b, c, d, e, f]);
    const shown = await showCluster(link.db, d);
    expect(shown.person).toBe(a);
    expect(shown.judgements[0]).toMatchObject({ left: d, right: f, verdict: "same" });
    await link.judge(d, f, "relative");
    expect(await link.dump()).toEqual(apart);
  });

  it("may be large: a chain of a thousand records is one person", async () => {
    const records = Array.from({ length: 1_000 }, newRecord);
    await link.append(...records.map((record) => aPerson(record, link.source)));
    const links = records.slice(1).map((r, i) => aJudgement(records[i] as RecordId, r, "same"));
    await link.append(...links);
    expect(await clusterOf(link.db, records[500] as RecordId)).toEqual(records);
    await link.append(aJudgement(records[499] as RecordId, records[500] as RecordId, "different"));
    expect(await clusterOf(link.db, records[999] as RecordId)).toEqual(records.slice(500));
    expect(await checkLedger(link.vault.ledger.deps)).toMatchObject({ clean: true });
  });
});
