// `guwah read --batch` as a script would run it. Sentences are our own; everyone in them is invented.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBatchLine } from "../read/index.ts";
import { linesOf } from "./batch-lines.ts";
import { readInThreads } from "./read-in-threads.ts";

async function* chunks(...pieces: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("lines of a file", () => {
  it("come one by one, wherever the file is cut into chunks", async () => {
    const text = "a\r\nбв\n\n😀 d\nlast";
    const bytes = Buffer.from(text);
    for (let size = 1; size < 9; size++) {
      const cut = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await all(linesOf(chunks(...cut), 100))).toEqual(["a", "бв", "", "😀 d", "last"]);
    }
  });

  it("that are too long stand as null, and are never held", async () => {
    const long = Array.from({ length: 200 }, () => "x".repeat(1_000));
    expect(await all(linesOf(chunks("a\n", ...long, "\nb\n"), 5_000))).toEqual(["a", null, "b"]);
  });
});

describe("read in threads", () => {
  it("gives what one thread gives, in the order of the lines, errors in their place", async () => {
    const text = "Ana Lind told RFE/RL that 12 pupils were beaten. The ministry denied it. ";
    const lines = Array.from({ length: 1_100 }, (_, i) =>
      i % 97 === 0 ? "{" : JSON.stringify({ id: String(i), text: text.repeat(i % 5) || "A." }),
    );
    async function* given(): AsyncGenerator<string> {
      yield* lines;
    }
    const answers = await all(readInThreads(given(), 2));
    expect(answers).toHaveLength(lines.length);
    expect(answers[97]).toBe('{"id":"","error":"bad-line"}');
    for (const i of [1, 2, 3, 4, 501, 1_099])
      expect(answers[i]).toBe(readBatchLine(lines[i] ?? ""));
  });

  it("takes no more lines than it can read, and stops when its reader does", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        given += 1;
        yield JSON.stringify({ id: String(given), text: "Ana Lind said no." });
      }
    }
    let taken = 0;
    for await (const answer of readInThreads(endless(), 2)) {
      expect(JSON.parse(answer)).toMatchObject({ id: String(taken + 1) });
      taken += 1;
      if (taken === 700) break;
    }
    expect(given).toBeLessThan(4_000);
  });
});

describe("guwah read", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-read-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("says what is wrong with a path or a file", async () => {
    const { reading } = await import("./commands/reading.ts");
    const [input, missing] = [join(folder, "some.jsonl"), join(folder, "no", "such")];
    await writeFile(input, "{}");
    const run = async (args: readonly string[], options: object): Promise<unknown> =>
      reading
        .run({ args, options, terminal: { progress() {} } } as never)
        .catch((error: unknown) => error);
    expect(await run([missing], {})).toMatchObject({ code: "no-such-file" });
    expect(await run([folder], {})).toMatchObject({ code: "file-refused" });
    const blank = join(folder, "blank.txt");
    await writeFile(blank, "  ");
    expect(await run([blank], {})).toMatchObject({ code: "empty", status: 422 });
    expect(await run([], { batch: missing, out: input })).toMatchObject({ code: "no-such-file" });
    expect(await run([], { batch: input, out: missing })).toMatchObject({ code: "no-such-file" });
  });

  it("--batch writes one line for each line, in order", async () => {
    const { reading } = await import("./commands/reading.ts");
    const [input, output] = [join(folder, "in.jsonl"), join(folder, "out.jsonl")];
    const line = (i: number): string =>
      JSON.stringify({ id: i, lang: "en", text: `Ana Lind said that ${i + 2} people came.` });
    const lines = [...Array.from({ length: 300 }, (_, i) => line(i)), "nonsense", line(301)];
    // Above the size from which threads take part.
    const padded = lines.map((one) => one + " ".repeat(4_000));
    await writeFile(input, padded.join("\n"));
    const call = { args: [], options: { batch: input, out: output }, terminal: { progress() {} } };
    expect(await reading.run(call as never)).toEqual({ lines: 302 });
    const answers = (await readFile(output, "utf8")).trim().split("\n");
    expect(answers).toEqual([
      ...Array.from({ length: 300 }, (_, i) => readBatchLine(line(i))),
      '{"id":"","error":"bad-line"}',
      readBatchLine(line(301)),
    ]);
  });
});
