// Whom a text cites, and which source of the vault that is. All outlets, people and sentences are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "../read/index.ts";
import { bodyWords, isSameBody } from "./body-names.ts";
import { citationsIn } from "./citations.ts";
import { type Citable, fitsOf, plainAddress } from "./match-citation.ts";
import { linksIn, type PageLink } from "./page-links.ts";

const cited = (
  text: string,
  links: readonly PageLink[] = [],
  own?: string,
  known: string[] = [],
) => {
  const reading = readText(
    { kind: "text", mime: "text/plain", text, encoding: "utf-8", notes: [] },
    {},
  );
  return citationsIn(text, reading, links, { own, known });
};
const wordsIn = (text: string, own?: string): string[] => cited(text, [], own).map((c) => c.words);
const article = (body: string): string => `Villager held for a year\n\n12 March 2019\n\n${body}\n`;

describe("a text that has its word from others", () => {
  it("names an agency it quotes, an outlet somebody told, a report", () => {
    const text = article(
      `Nurlan Testov was taken from his home, according to Halfmoon News Agency.
"They took him at night," his sister told the Birch Post on Monday. The Steppe Rights Group writes in a report that many men of
the county were taken. Citing the Grey Bell Tribune, officials said that he is ill.`,
    );
    const found = cited(text);
    expect(found.map((c) => c.words)).toEqual([
      "Halfmoon News Agency",
      "Birch Post",
      "Steppe Rights Group",
      "Grey Bell Tribune",
    ]);
    for (const { start, end, words } of found) expect(text.slice(start, end)).toBe(words);
  });

  it("names each once, and never who published it", () => {
    const text = article(
      `He was taken in March, the Birch Post reported. His sister told the Birch Post that he is ill.
She told the Steppe Lantern News the same.`,
    );
    expect(wordsIn(text)).toEqual(["Birch Post", "Steppe Lantern News"]);
    expect(wordsIn(text, "The Birch Post")).toEqual(["Steppe Lantern News"]);
  });

  it("names agencies in Russian, Kazakh and Chinese", () => {
    expect(
      wordsIn(
        `Житель села задержан\n\nКак сообщает агентство «Полумесяц», Нурлан Тестов был задержан в марте. По данным агентства «Полумесяц», он в лагере. «Его забрали», — рассказала сестра изданию «Степной фонарь».\n`,
      ),
    ).toEqual(["агентство «Полумесяц»", "изданию «Степной фонарь»"]);
    expect(wordsIn("村民被关押\n\n据半月通讯社报道，努尔兰被带走。\n")).toEqual(["半月通讯社"]);
    expect(
      wordsIn("Halfmoon Wire хабарлауынша, Нұрлан наурызда ұсталды, оны ешкім көрмеді.\n"),
    ).toEqual(["Halfmoon Wire"]);
  });

  it("does not name people, or a body that only acts", () => {
    const text = article(
      `According to his sister, he is well. According to police, he is free. "He is ill," Aigul Testova said.
The men worked for the Invented Cotton Company.`,
    );
    expect(wordsIn(text)).toEqual([]);
  });

  it("names an outlet that looks like a person's name, by its last word or as a publisher of the vault", () => {
    const text = article(
      "According to Halfmoon Wire, he is ill. Amber Marlow said that nobody was told.",
    );
    expect(wordsIn(text)).toEqual(["Halfmoon Wire"]);
    expect(cited(text, [], undefined, ["Amber Marlow"]).map((c) => c.words)).toEqual([
      "Halfmoon Wire",
      "Amber Marlow",
    ]);
  });

  it("keeps the id of what it cites when the text around it changes", () => {
    const [once] = cited(article("He was taken, the Birch Post reported."));
    const [again] = cited(
      article("In March he was taken from home, the Birch Post reported on Monday."),
    );
    expect(once?.id).toBe(again?.id);
    expect(once?.id).toMatch(/^relay-[0-9a-f]{16}$/);
  });

  it("takes the address of a link on the name of what it cites", () => {
    const text = article(
      "He was taken in March, the Birch Post reported on Monday. He has three children.",
    );
    const start = text.indexOf("Birch Post");
    const link = { start, end: start + 10, url: "https://birch.example/a" };
    expect(cited(text, [link])).toMatchObject([
      { words: "Birch Post", url: "https://birch.example/a" },
    ]);
  });
});

describe("links of a page", () => {
  const html = (body: string): string => `<html><body>${body}</body></html>`;

  it("are found where their words stand in the text", () => {
    const text = "He was taken, the Birch Post & Sons wrote. See the map.";
    const page = html(
      `<p>He was taken, the <a class=x href="https://birch.example/a?b=1&amp;c=2"><b>Birch</b> Post &amp; Sons</a> wrote. See <a href='javascript:alert(1)'>the</a> <a href=/map>map</a>.</p>`,
    );
    expect(linksIn(page, text)).toEqual([
      { start: 18, end: 35, url: "https://birch.example/a?b=1&c=2" },
    ]);
  });

  it("whatever the markup, only http addresses and places inside the text come out", () => {
    const piece = fc.constantFrom(
      '<a href="',
      "https://x.example/",
      '">',
      "word",
      "</a>",
      "<a ",
      ">",
      "&#x1F600;",
      "&#99999999;",
      "'",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.array(piece, { maxLength: 20 }),
        (markup, words) => {
          const text = words.join("");
          for (const { start, end, url } of linksIn(markup.join(""), text)) {
            expect(url).toMatch(/^https?:\/\//i);
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

describe("two writings of one body", () => {
  it.each([
    ["The Birch Post", "Birch Post"],
    ["Birch Post", "the BIRCH POST daily"],
    ["SRG", "Steppe Rights Group"],
    ["агентство «Полумесяц»", "Полумесяц"],
    ["半月通讯社", "据半月通讯社"],
  ])("%s and %s are one", (a, b) => {
    expect(isSameBody(a, b)).toBe(true);
  });

  it.each([
    ["The Birch Post", "The Steppe Post"],
    ["Invented Times", "Times"],
    ["The", "The Birch Post"],
    ["News", "Birch News"],
    ["", "Birch Post"],
  ])("%s and %s are not", (a, b) => {
    expect(isSameBody(a, b)).toBe(false);
  });

  it("is the same either way round, and a name is itself", () => {
    const word = fc.constantFrom(
      "the",
      "Birch",
      "Post",
      "S",
      "R",
      "«Полумесяц»",
      "半月通讯社",
      "of",
      "-",
    );
    const name = fc.array(word, { maxLength: 4 }).map((w) => w.join(" "));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(isSameBody(a, b)).toBe(isSameBody(b, a));
        if (bodyWords(a).join("").length >= 3) expect(isSameBody(a, a)).toBe(true);
      }),
    );
  });
});

describe("the source of the vault that is meant", () => {
  const wire = (id: string, published?: string, more: Partial<Citable> = {}): Citable => ({
    id,
    title: `Invented ${id}`,
    kind: "article",
    publisher: "Halfmoon Wire",
    ...(published === undefined ? {} : { published }),
    ...more,
  });
  const from = { id: "me", published: "2019-03-12" };
  const cite = { words: "the Halfmoon Wire" };
  const ids = (...sources: Citable[]): string[] => fitsOf(cite, from, sources).map((f) => f.source);

  it("is that publisher's nearest before it, never a later or a long past one", () => {
    expect(
      ids(wire("old", "2018-01-02"), wire("near", "2019-03-11"), wire("far", "2019-02-20")),
    ).toEqual(["near", "far"]);
    expect(ids(wire("later", "2019-03-20"))).toEqual([]);
    expect(ids(wire("same day elsewhere", "2019-03-13"))).toEqual(["same day elsewhere"]);
  });

  it("may be a report of years ago", () => {
    expect(ids(wire("report", "2017-09", { kind: "report" }))).toEqual(["report"]);
  });

  it("is nobody where dates are not known and there are several", () => {
    expect(ids(wire("one"), wire("two"))).toEqual([]);
    expect(ids(wire("one"))).toEqual(["one"]);
    expect(fitsOf(cite, { id: "me" }, [wire("a", "2019-03-01"), wire("b", "2019-03-02")])).toEqual(
      [],
    );
  });

  it("is never the text itself, nor another publisher's", () => {
    expect(
      ids(wire("me", "2019-03-12"), wire("x", "2019-03-12", { publisher: "Birch Post" })),
    ).toEqual([]);
  });

  it("is the one at the linked address, whatever the date and the name", () => {
    const linked = { words: "a report", url: "http://www.Birch.example/a/?utm_source=x#top" };
    const at = wire("at", "2001", { publisher: "Birch Post", url: "https://birch.example/a" });
    expect(fitsOf(linked, from, [wire("near", "2019-03-11"), at])).toEqual([
      { source: "at", title: "Invented at", published: "2001", because: "address" },
    ]);
    expect(plainAddress("https://birch.example/")).toBeNull();
    expect(plainAddress("not an address")).toBeNull();
  });
});
