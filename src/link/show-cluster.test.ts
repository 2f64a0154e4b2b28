// What holds a file together, and what would come off. Everyone here is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordId } from "../model/index.ts";
import { groupsOf, showCluster } from "./show-cluster.ts";
import { engineKinds, openTestLink } from "./testing.ts";

const tie = (left: string, right: string) => ({ left, right });

describe("groups", () => {
  it("fall apart where the tie between them is gone", () => {
    expect(groupsOf(["a", "b", "c"], [tie("a", "b"), tie("b", "c")])).toEqual([["a", "b", "c"]]);
    expect(groupsOf(["a", "c"], [tie("a", "b"), tie("b", "c")])).toEqual([["a"], ["c"]]);
    expect(groupsOf(["a", "b", "c"], [tie("b", "c")])).toEqual([["a"], ["b", "c"]]);
  });

  it("hold every record once, and records tied to each other together", () => {
    const record = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(fc.uniqueArray(record), fc.array(fc.tuple(record, record)), (records, pairs) => {
        const groups = groupsOf(
          records,
          pairs.map(([left, right]) => tie(left, right)),
        );
        expect(groups.flat().sort()).toEqual([...records].sort());
        const groupOf = (id: string) => groups.find((group) => group.includes(id));
        for (const [left, right] of pairs)
          if (records.includes(left) && records.includes(right))
            expect(groupOf(left)).toBe(groupOf(right));
      }),
    );
  });
});

describe.each(engineKinds)("a file of several records on %s", (kind) => {
  it("shows its chain, and what each record and each judgement holds", async () => {
    const link = await openTestLink(kind);
    try {
      const ids: RecordId[] = [];
      for (let i = 0; i < 4; i++) ids.push(await link.person("Jeyran Oydanova"));
      const [a, b, c, other] = ids as [RecordId, RecordId, RecordId, RecordId];
      await link.judge(a, b, "same");
      await link.judge(b, c, "same");
      await link.judge(a, other, "different");
      const view = await showCluster(link.db, c);
      expect(view.person).toBe(a);
      expect(view.judgements).toHaveLength(3);
      expect(Object.fromEntries(view.records.map(({ id, without }) => [id, without]))).toEqual({
        [a]: [[b, c]],
        [b]: [[a], [c]],
        [c]: [[a, b]],
      });
      expect(view.ties.map(({ without }) => without)).toEqual([
        [[a, b], [c]],
        [[a], [b, c]],
      ]);
      // A second way round, and no single judgement holds the file alone.
      await link.judge(a, c, "same");
      for (const { without } of (await showCluster(link.db, a)).ties)
        expect(without).toEqual([[a, b, c]]);
    } finally {
      await link.end();
    }
  });
});
