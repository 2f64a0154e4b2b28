// Hostile text: what it costs must grow with its size and no faster. Each shape is read at three sizes, doubling;
// the work for four times the text may be at most some twelve times as much, so a quadratic rule (sixteen times)
// fails and a busy machine does not. CPU time of this process is compared, the least of three runs, never a clock.
import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";
import { textOf } from "./text/text-of.ts";

const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  "one enormous line": (n) =>
    "The officials said that the camp was closed and people were held there ".repeat(n / 70),
  "a million quote marks": (n) => '"'.repeat(n),
  "curly marks never closed": (n) => "“".repeat(n),
  "quotations never closed": (n) => 'She said "no '.repeat(n / 13),
  apostrophes: (n) => "'a".repeat(n / 2),
  "bidi controls": (n) => "\u202eab\u202c ".repeat(n / 5),
  "verbs of saying": (n) => "said ".repeat(n / 5),
  "capitals joined by and": (n) => "Ab and ".repeat(n / 7),
  "short lines": (n) => "a\n".repeat(n / 2),
  "short statements": (n) => "The men said they were held.\n".repeat(n / 29),
  digits: (n) => "1".repeat(n),
  numbers: (n) => "1 million ".repeat(n / 10),
  "one word": (n) => "a".repeat(n),
  initials: (n) => "U.S.".repeat(n / 4),
  brackets: (n) => "(".repeat(n),
  "white space": (n) => `${" ".repeat(n)}a`,
  "according to": (n) => "according to ".repeat(n / 13),
  "a dateline without end": (n) => `${"AB ".repeat(n / 3)}-- x`,
  "Chinese verbs": (n) => "他说".repeat(n / 2),
  "Russian clauses": (n) => "он сказал, что ".repeat(n / 15),
  "Kazakh clauses": (n) => "Ол деп айтты ".repeat(n / 13),
  "names and pronouns": (n) => "Ana Lind ate. The brothers said it was closed. ".repeat(n / 47),
  denials: (n) => "He denied the camp. They said it was open. ".repeat(n / 43),
};

function cost(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    readText(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const SMALL = 20_000;
/** Microseconds under which a measurement says nothing. */
const NOISE = 60_000;

describe("work grows with the text and no faster", () => {
  test.each(Object.entries(SHAPES))("%s", (_, shape) => {
    const small = cost(shape(SMALL));
    const large = cost(shape(SMALL * 4));
    expect(large).toBeLessThan(Math.max(small, NOISE) * 12);
  });

  test("megabytes in one line are read", () => {
    const reading = readText("They said it was closed and they were held. ".repeat(100_000));
    expect(reading.statements.length).toBeGreaterThan(1000);
  });
});

describe("hostile pages", () => {
  test.each([
    ["a hundred thousand equal paragraphs", "<p>a</p>".repeat(30_000)],
    ["one element with as many lines", `<div>${"a<br>".repeat(30_000)}</div>`],
    ["attributes without end", `<p ${"a ".repeat(100_000)}>words</p>`],
    ["tags never closed", "<b>".repeat(3_000)],
    ["comments never closed", "<!--".repeat(50_000)],
  ])("%s", async (_, markup) => {
    const received = await textOf(
      Buffer.from(`<html><body>${markup}<p>Ana Lind said the road was closed.</p></body></html>`),
    ).catch((error: unknown) => error);
    if (received instanceof Error) expect((received as { code?: string }).code).toBe("empty");
    else expect(() => readText(received as Parameters<typeof readText>[0])).not.toThrow();
  });
});
