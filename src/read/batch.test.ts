// Sentences are our own; everyone in them is invented.
import { expect, test } from "vitest";
import { readBatch, readBatchLine } from "./batch.ts";
import { ReadError } from "./errors.ts";

async function run(lines: readonly (string | null)[]): Promise<Record<string, unknown>[]> {
  async function* given(): AsyncGenerator<string | null> {
    yield* lines;
  }
  const out: Record<string, unknown>[] = [];
  for await (const line of readBatch(given()))
    out.push(JSON.parse(line) as Record<string, unknown>);
  return out;
}

const TEXT = "On 3 April 2017 Ana Lind told RFE/RL that 12 pupils were beaten.";

test("a line of text gives a line in the fixed format", () => {
  const out = JSON.parse(
    readBatchLine(JSON.stringify({ id: "a", text: TEXT, lang: "en", published: "2017-04-05" })),
  );
  expect(Object.keys(out)).toEqual([
    "id",
    "meta",
    "mask",
    "attributions",
    "figures",
    "mentions",
    "dates",
    "acts",
    "language",
    "pack",
  ]);
  expect(out.meta).toEqual({ headline: null, publisher: "RFE/RL", author: null, date: null });
  const [one] = out.attributions;
  const cut = ([start, end]: [number, number]): string => TEXT.slice(start, end);
  expect(one.source.map(cut)).toEqual(["Ana Lind"]);
  expect(one.cue.map(cut)).toEqual(["told"]);
  expect(one.content.map(cut)).toEqual(["12 pupils were beaten."]);
  expect(one).toMatchObject({ stance: "asserts", kind: "say", band: "A" });
  expect(out.dates[0]).toMatchObject({ edtf: "2017-04-03" });
});

test("offsets are UTF-16 units", () => {
  const text = "𝒜𝒷 😀 came. Ana Lind said the road was closed.";
  const { attributions } = JSON.parse(readBatchLine(JSON.stringify({ id: "b", text, lang: "en" })));
  expect(text.slice(...(attributions[0].source[0] as [number, number]))).toBe("Ana Lind");
});

test("a page answers with the text its offsets point into", () => {
  const html =
    "<html><body><p>Ana Lind said the road was closed, and nobody came to open it for a week.</p></body></html>";
  const out = JSON.parse(readBatchLine(JSON.stringify({ id: "c", html })));
  expect(out.text).toContain("Ana Lind said");
  expect(out.text.slice(...out.attributions[0].source[0])).toBe("Ana Lind");
});

test("a bad line answers in its place and the rest goes on", async () => {
  const out = await run([
    "{",
    JSON.stringify({ id: "x" }),
    "",
    null,
    JSON.stringify({ id: "y", text: TEXT }),
  ]);
  expect(out.map(({ id, error }) => [id, error])).toEqual([
    ["", "bad-line"],
    ["x", "bad-line"],
    ["", "too-large"],
    ["y", undefined],
  ]);
  expect(() => readBatchLine("[]")).toThrow(ReadError);
});
