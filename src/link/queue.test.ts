// Which pairs wait, in which order, and how many: on both engines. Everyone here is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import fc from "fast-check";
import { draft, type RecordId, type Verdict } from "../model/index.ts";
import { fixedClock } from "../runtime/index.ts";
import { linkVault } from "./link-vault.ts";
import { type Queue, showQueue } from "./queue.ts";
import { engineKinds, openTestLink, type TestLink } from "./testing.ts";
import type { QueueItem } from "./views.ts";

const verdicts = ["same", "different", "undecided", "relative"] as const;

describe.each(engineKinds)("the queue on %s", (kind) => {
  let link: TestLink;
  beforeEach(async () => {
    link = await openTestLink(kind);
  });
  afterEach(() => link.end());

  const run = () =>
    linkVault({ engine: link.vault.engine, clock: fixedClock(1_700_000_000_000) }, link.actor);
  const page = (ask: Queue = {}) => showQueue(link.vault.engine, { limit: 100, ...ask });
  const pair = (a: string, b: string): string => [a, b].sort().join(" ");
  const keys = (items: readonly QueueItem[]): string[] =>
    items.map(({ left, right }) => pair(left, right));

  /** Three spellings of one name, so that each pair is a candidate. */
  async function three(): Promise<[RecordId, RecordId, RecordId]> {
    const made = [
      await link.person("Jeyran Oydanova"),
      await link.person("Жейран Ойданова"),
      await link.person("Jeyran Oydanova"),
    ] as [RecordId, RecordId, RecordId];
    await run();
    return made;
  }

  async function toTheEnd(ask: Queue): Promise<{ shown: string[]; totals: number[] }> {
    const [shown, totals]: [string[], number[]] = [[], []];
    let cursor: string | undefined;
    do {
      const { items, total, next } = await showQueue(link.vault.engine, { ...ask, cursor });
      shown.push(...keys(items));
      totals.push(total);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return { shown, totals };
  }

  it("says when candidates were looked for, and whether something came since", async () => {
    expect(await page()).toMatchObject({ linkedAt: null, stale: true });
    const [a, b] = await three();
    expect(await page()).toMatchObject({ linkedAt: 1_700_000_000_000, stale: false });
    await link.judge(a, b, "same");
    expect((await page()).stale).toBe(false);
    await link.person("Tolunbek Mirzat");
    expect((await page()).stale).toBe(true);
    await run();
    expect((await page()).stale).toBe(false);
  });

  it("asks again about a pair whose judgement was taken back, with what stands", async () => {
    const [a, b] = await three();
    await link.judge(a, b, "different");
    expect(keys((await page()).items)).not.toContain(pair(a, b));
    await link.judge(a, b, "undecided", true);
    const { items, total } = await page();
    expect(keys(items)).toContain(pair(a, b));
    expect(total).toBe(3);
    const again = items.find(({ left, right }) => pair(left, right) === pair(a, b));
    expect(again?.standing).toMatchObject({ verdict: "undecided", undone: true });
    await expect(link.judge(a, b, "same", true)).rejects.toMatchObject({
      code: "link/undone-undecided",
    });
  });

  it("brings pairs not decided last, or alone, when asked for", async () => {
    const [a, b, c] = await three();
    await link.judge(a, b, "undecided");
    expect(keys((await page()).items)).not.toContain(pair(a, b));
    for (const limit of [1, 2, 5]) {
      const { shown, totals } = await toTheEnd({ limit, undecided: "last" });
      expect(shown).toHaveLength(3);
      expect(shown.at(-1)).toBe(pair(a, b));
      expect(new Set(totals)).toEqual(new Set([3]));
    }
    const only = await page({ undecided: "only" });
    expect(keys(only.items)).toEqual([pair(a, b)]);
    expect(only.total).toBe(1);
    expect(only.items[0]?.standing).toMatchObject({ verdict: "undecided", undone: false });
    // Decided through another record of the same person.
    await link.judge(b, c, "same");
    await link.judge(a, c, "different");
    expect(await page({ undecided: "only" })).toMatchObject({ total: 0, items: [] });
  });

  it("asks not about two people of whom other records were judged, even by their oldest", async () => {
    const [a, b, c] = await three();
    await link.judge(a, b, "same");
    await link.judge(b, c, "different");
    expect(await page()).toMatchObject({ total: 0, items: [] });
  });

  it("does not count what was taken back since", async () => {
    const [, b] = await three();
    await link.append(
      draft("withdrawn", b, { target: b, subject: b, back: false, reason: "invented" }),
    );
    const { items, total } = await page();
    expect([items.length, total]).toEqual([1, 1]);
  });

  it("counts what it shows, whatever was judged", { timeout: 60_000 }, async () => {
    const people: RecordId[] = [];
    for (const name of [
      "Jeyran Oydanova",
      "Жейран Ойданова",
      "Jeyran Oydanova",
      "Zheyran Oydanova",
    ])
      people.push(await link.person(name));
    await run();
    const judgement = fc.tuple(
      fc.nat(people.length - 1),
      fc.nat(people.length - 1),
      fc.constantFrom<Verdict>(...verdicts),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(judgement, { maxLength: 4 }), async (list) => {
        for (const [x, y, verdict, undone] of list) {
          const [left, right] = [people[x] as RecordId, people[y] as RecordId];
          if (left !== right)
            await link.judge(left, right, verdict, undone && verdict === "undecided");
        }
        for (const undecided of [undefined, "last", "only"] as const) {
          const { shown, totals } = await toTheEnd({ limit: 2, undecided });
          expect(new Set(totals)).toEqual(new Set([shown.length]));
          expect(new Set(shown).size).toBe(shown.length);
        }
      }),
      { numRuns: 15 },
    );
  });
});
