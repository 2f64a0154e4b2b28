// A file is read with the same number of questions whatever happened to the person. Everyone is invented.
import { expect, it } from "vitest";
import { recordFile } from "./record-file.ts";
import { openTestWeigh } from "./testing.ts";

it("a long story takes no more questions than a short one, and shows the names of what it points to", async () => {
  const w = await openTestWeigh("sqlcipher");
  try {
    const source = await w.source("Invented Courier");
    const person = await w.person(source, "Yerlan Testuly");
    const episode = async (i: number): Promise<void> => {
      await w.episode(
        source,
        person,
        { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "camp" } },
        { property: "facility", value: { kind: "text", text: `Camp ${i}` } },
      );
    };
    const questions = async (): Promise<number> => {
      let asked = 0;
      const db = w.deps.db.withPlugin({
        transformQuery: ({ node }) => {
          asked += 1;
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      });
      const file = await recordFile({ db, clock: w.deps.clock }, person);
      const pointing = file.related.map(
        ({ properties }) => properties.find(({ name }) => name === "person")?.headlines[0]?.text,
      );
      expect(new Set(pointing)).toEqual(new Set(["Yerlan Testuly"]));
      return asked;
    };
    await episode(0);
    await episode(1);
    const few = await questions();
    for (let i = 2; i < 20; i++) await episode(i);
    expect(await questions()).toBe(few);
  } finally {
    await w.end();
  }
});
