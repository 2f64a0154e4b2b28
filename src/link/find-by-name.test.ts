// Search by how a name sounds: other scripts, slips of the pen, anything at all. Everyone here is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordId } from "../model/index.ts";
import { benchSearch } from "./bench-search.ts";
import { findByName } from "./find-by-name.ts";
import { listPeople } from "./list-people.ts";
import { eachPosting } from "./matching/postings.ts";
import { forgetLinkCaches, refreshNameIndex } from "./name-index.ts";
import { engineKinds, openTestLink, type TestLink } from "./testing.ts";

describe.each(engineKinds)("a search by sound on %s", (kind) => {
  let link: TestLink;
  let tolunbek: RecordId;
  let jeyran: RecordId;
  beforeAll(async () => {
    link = await openTestLink(kind);
    tolunbek = await link.person("Толунбек Мирзатұлы");
    jeyran = await link.person("جەيران ئويدان", "哲兰·吾依旦");
    await link.person("Kerembek Oytur");
  });
  afterAll(() => link.end());

  const first = async (q: string): Promise<string | undefined> =>
    (await findByName(link.db, q))[0]?.record;

  it.each([
    ["Tolunbek Mirzat", () => tolunbek],
    ["MIRZATOV Tolunbek", () => tolunbek],
    ["تولۇنبەك مىرزات", () => tolunbek],
    ["Tolumbek Mirzad", () => tolunbek],
    ["Tolunbek", () => tolunbek],
    ["Жейран Ойдан", () => jeyran],
    ["Jeyran Uydan", () => jeyran],
  ])("for %s finds who is meant", async (q, who) => {
    expect(await first(q)).toBe(who());
  });

  it("says which name matched and how well, best first", async () => {
    const [hit, ...rest] = await findByName(link.db, "Tolunbek Mirzat");
    expect(hit).toMatchObject({ name: "Толунбек Мирзатұлы" });
    for (const other of rest) expect(other.score).toBeLessThanOrEqual(hit?.score ?? 0);
    expect(await findByName(link.db, "Zulpiqar Esenov")).toEqual([]);
  });

  it("comes after those who have the very words, each person once", async () => {
    const exact = await link.person("Tolunbek Mirzatov");
    const page = await listPeople(link.db, { q: "Tolunbek Mirzat", sounds: true });
    expect(page.items.map((person) => person.id)).toEqual([exact, tolunbek]);
    expect(page.total).toBe(2);
    expect(page.matched).toEqual({
      [exact]: "Tolunbek Mirzatov",
      [tolunbek]: "Толунбек Мирзатұлы",
    });
    expect(Object.keys(page.alike ?? {})).toEqual([tolunbek]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const one = await listPeople(link.db, {
        q: "Tolunbek Mirzat",
        sounds: true,
        limit: 1,
        cursor,
      });
      expect(one.total).toBe(2);
      seen.push(...one.items.map((person) => person.id));
      cursor = one.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([exact, tolunbek]);
  });

  it("finds who came since, and everyone again after its index was thrown away", async () => {
    const late = await link.person("Sherwan Qoyluq");
    expect(await first("Шерван Койлук")).toBe(late);
    await forgetLinkCaches(link.vault.engine);
    expect(await first("Шерван Койлук")).toBe(late);
    expect(await first("Jeyran Uydan")).toBe(jeyran);
  });

  it("fills its index in steps, as it would at once", async () => {
    const rows = async (): Promise<string[]> =>
      (await link.db.selectFrom("cache_name_sounds").selectAll().execute())
        .flatMap(({ key, names }) =>
          [...eachPosting(names)].map(
            ({ seq, start, end }) => `${key} ${seq} ${names.subarray(start, end).join()}`,
          ),
        )
        .sort();
    await forgetLinkCaches(link.vault.engine);
    expect(await refreshNameIndex(link.db)).toBe(true);
    const atOnce = await rows();
    await forgetLinkCaches(link.vault.engine);
    let steps = 1;
    while (!(await refreshNameIndex(link.db, { most: 1 }))) steps++;
    expect(steps).toBeGreaterThan(3);
    expect(await rows()).toEqual(atOnce);
    expect(atOnce.length).toBeGreaterThan(10);
  });

  it("may be asked anything at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (q) => {
        for (const hit of await findByName(link.db, q))
          expect(hit.score).toBeGreaterThanOrEqual(0.5);
      }),
      { numRuns: 40 },
    );
    for (const q of ["", " ", "a".repeat(10_000), "💠", "\u202E", "%_'\"", "ا".repeat(300)])
      expect(Array.isArray(await findByName(link.db, q))).toBe(true);
  });
});

it("the bench finds whom it seeks in a vault it makes", async () => {
  const figures = await benchSearch({ size: 400, queries: 40 });
  expect(figures).toMatchObject({ people: 400, queries: 40 });
  expect(figures["recallAt10"]).toBeGreaterThan(0.85);
});
