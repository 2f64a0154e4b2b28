// `guwah count` as it is typed: a table that cannot carry an estimate ends with a reason and a code; a kept count comes out the same.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HiddenEstimate, SavedCount } from "../count/index.ts";
import { exitCodes } from "../runtime/index.ts";
import { openTestCommands, type TestCommands } from "./testing.ts";

describe("guwah count", () => {
  let c: TestCommands;
  beforeAll(async () => {
    c = await openTestCommands();
  });
  afterAll(async () => c.end());

  const run = async <T>(...words: string[]): Promise<{ found: T; code: number }> => {
    const before = process.exitCode;
    process.exitCode = 0;
    try {
      const found = await c.guwah<T>(["count", ...words]);
      return { found, code: Number(process.exitCode) };
    } finally {
      process.exitCode = before;
    }
  };
  const table = async (text: string): Promise<string> => {
    const path = join(c.folder, "table.tsv");
    await writeFile(path, text);
    return path;
  };

  it("refuses an empty overlap with the reason, and ends with a code", async () => {
    const empty = await table("A\tB\tcount\n1\t0\t90\n0\t1\t80\n");
    const { found, code } = await run<HiddenEstimate>("estimate", empty);
    expect(code).toBe(exitCodes.refused);
    expect(found.refused).toMatchObject([{ code: "empty-overlap", lists: ["A", "B"] }]);
    expect(found.chapman).toBeNull();
    expect(c.printed.join("\n")).toContain("Refused: A and B share nobody");
  });

  it("gives models side by side for a table that carries them, and ends well", async () => {
    const path = await table(
      "P\tQ\tE\tn\n1\t1\t1\t28\n1\t1\t0\t21\n1\t0\t1\t17\n1\t0\t0\t69\n0\t1\t1\t18\n0\t1\t0\t55\n0\t0\t1\t63\n",
    );
    const { found, code } = await run<HiddenEstimate>("estimate", path, "--every-model");
    expect([code, found.models.length, found.independence?.estimate]).toEqual([0, 8, 388]);
    const derived = await run<HiddenEstimate>("estimate", path, "--derived", "P:Q");
    expect([derived.code, derived.found.refused[0]?.code]).toEqual([4, "derived-lists"]);
  });

  it("keeps a count, lists it, shows it and makes it again", async () => {
    const { found: kept } = await run<SavedCount>("keep");
    expect((await run<{ id: string }[]>("kept")).found.map(({ id }) => id)).toEqual([kept.id]);
    expect((await run<SavedCount>("show", kept.id)).found).toEqual(kept);
    const again = await run<{ same: boolean }>("again", kept.id);
    expect([again.found.same, again.code]).toEqual([true, 0]);
    await expect(run("kept", "what")).rejects.toMatchObject({ code: "usage" });
  });
});
