// Which of the names that sound like what was asked are worth showing. Everyone here is invented.
import { describe, expect, it } from "vitest";
import { compareNames, prepareName } from "../names/index.ts";
import { cutDoubtful, type Doubtful } from "./cut-doubtful.ts";
import { listPeople } from "./list-people.ts";
import { openTestLink } from "./testing.ts";

const hits = (q: string, ...names: string[]): Doubtful[] =>
  names.map((name) => {
    const { score, band } = compareNames(prepareName(q), prepareName(name));
    return { name, score, band };
  });
const kept = (q: string, names: readonly string[], isExact = false): string[] =>
  cutDoubtful(q, hits(q, ...names), isExact).map(({ name }) => name);

describe("names that only sound a little alike", () => {
  it("are left out where one surely is the name, in whatever script", () => {
    const good = ["Дархан Тестұлы", "达尔汗·铁斯特", "Darhan Test", "Tarhan Test"];
    expect(kept("Darkhan", [...good, "吐尔逊·马木提"])).toEqual(good);
    expect(kept("Yerlan", ["Ерлан Тестұлы", "Marlen Boran"])).toEqual(["Ерлан Тестұлы"]);
    expect(kept("Yerlan Testuly", ["Ерлан Тестұлы", "Nurlan Testuly"])).toEqual(["Ерлан Тестұлы"]);
  });

  it("are left out where somebody has the very word", () => {
    expect(kept("Darkhan", ["吐尔逊·马木提"], true)).toEqual([]);
  });

  it("stay where there is no better one", () => {
    expect(kept("Darkhan", ["吐尔逊·马木提"])).toEqual(["吐尔逊·马木提"]);
    expect(kept("Yerlan", ["Marlen Boran"])).toEqual(["Marlen Boran"]);
  });

  it("never take along who is on file by one name alone, or in one row of characters", () => {
    expect(kept("Yerlan Testuly", ["Ерлан Тестұлы", "Ерлан"])).toEqual(["Ерлан Тестұлы", "Ерлан"]);
    const row = ["Darhan Test", "达尔汗铁斯特"];
    expect(kept("Darkhan Test", [...row, "Nurlan Testuly"])).toEqual(row);
  });

  it("are not shown for one word where they are not compatible at all", () => {
    expect(kept("Sayragul", ["Saule Testova"])).toEqual([]);
  });
});

it("a search by one word lists who has it or surely sounds like it", async () => {
  const link = await openTestLink("sqlcipher");
  const latin = await link.person("Darkhan Testuly");
  const cyrillic = await link.person("Дархан Боранов");
  await link.person("吐尔逊·马木提");
  const page = await listPeople(link.db, { q: "Darkhan", sounds: true });
  expect(page.items.map(({ id }) => id)).toEqual([latin, cyrillic]);
  expect(page.total).toBe(2);
  await link.end();
});
