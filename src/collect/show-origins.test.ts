// What a source seems to repeat, from its words and links, on both engines. Everyone and every outlet here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFile, addText, copiesOf, describeSource, showOrigins, showSource } from "./index.ts";
import { engineKinds, openTestCollect, type TestCollect } from "./testing.ts";

const page = `<!doctype html><html><head><title>Villager held for a year</title></head><body>
<nav><a href="https://birch.example/other">Birch Post</a></nav>
<article><h1>Villager held for a year</h1>
<p>Nurlan Testov was taken from his home in March, the <a href="https://www.birch.example/2019/testov/?utm_source=x">Birch Post</a> reported on Monday, and
nobody has told his family where he is. His sister now lives abroad and has written to the invented prosecutor twice.</p>
<p>She says that she will go on asking until somebody answers her in writing, and that four other men were taken that week.</p>
</article></body></html>`;

describe.each(engineKinds)("what a source repeats on %s", (kind) => {
  let vault: TestCollect;
  let birch: string;
  let citing: string;
  beforeAll(async () => {
    vault = await openTestCollect(kind);
    const text =
      "Nurlan Testov is missing, a neighbour said. Nobody has seen him since the market day.";
    birch =
      (
        await addText(vault.deps, {
          kind: "article",
          text,
          publisher: "Another Name of It",
          url: "http://birch.example/2019/testov",
        })
      ).source ?? "";
    const item = await addFile(vault.deps, { name: "page.html", bytes: Buffer.from(page, "utf8") });
    expect(item.error).toBeUndefined();
    citing = item.source ?? "";
  });
  afterAll(() => vault.end());

  it("is found by the address of a link in its body, whatever that publisher is called here", async () => {
    const { relays } = await showOrigins(vault.deps, { id: citing });
    expect(relays).toHaveLength(1);
    expect(relays[0]).toMatchObject({
      words: "Birch Post",
      passage: { quote: "Birch Post" },
      fits: [{ source: birch, because: "address" }],
      state: "open",
    });
  });

  it("is proposed no more once it is described, by its words or as the source", async () => {
    const { seq } = await showSource(vault.deps, { id: citing });
    const described = await describeSource(vault.deps, {
      id: citing,
      expect: seq,
      relays: [{ words: "", source: birch as never }],
    });
    expect((await showOrigins(vault.deps, { id: citing })).relays).toEqual([]);
    await describeSource(vault.deps, {
      id: citing,
      expect: described.seq,
      relays: [{ words: "the Birch Post" }],
    });
    expect((await showOrigins(vault.deps, { id: citing })).relays).toEqual([]);
  });

  it("is nothing for a picture, and an error for a source that is not there", async () => {
    const photo = await addFile(vault.deps, {
      name: "p.jpg",
      bytes: Buffer.from("ffd8ffe000104a46494600", "hex"),
    });
    expect(await showOrigins(vault.deps, { id: photo.source ?? "" })).toEqual({
      relays: [],
      copies: [],
    });
    await expect(showOrigins(vault.deps, { id: "src_nowhere" })).rejects.toMatchObject({
      code: "source-unknown",
    });
  });

  it("shows Chinese papers that print one text, with the share of each", async () => {
    const story =
      "村民努尔兰三月在家中被带走，家人至今不知道他关在哪里。他的妹妹说，二月以后没有人接到过他的电话。邻居说，同一条街上的四个男人在同一个星期被带走，他们都是牧民。家人两次写信给检察院，都没有得到答复，律师也拒绝接这个案子。";
    const put = async (text: string): Promise<string> =>
      (await addText(vault.deps, { kind: "article", text })).source ?? "";
    const wire = await put(`村民被带走\n\n${story}\n`);
    const paper = await put(`牧民失踪一年\n\n${story}本报记者无法联系到当地官员。\n`);
    expect(await copiesOf(vault.deps.ledger.deps.engine.db, [wire])).toHaveLength(1);
    const { copies } = await showOrigins(vault.deps, { id: paper });
    expect(copies).toMatchObject([{ source: wire }]);
    expect(copies[0]?.back).toBeGreaterThan(copies[0]?.share ?? 1);
  });
});
