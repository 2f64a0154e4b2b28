// The command line as a script uses it, in its own process. Everyone here is invented.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes, settings } from "../runtime/index.ts";
import { commands, helpPage, printable, readCall } from "./index.ts";

const root = join(import.meta.dirname, "..", "..");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly json: never;
}

function guwah(words: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const all = {
      ...process.env,
      GUWAH_HOME: join(folder, "vault"),
      GUWAH_PASSPHRASE: "nine invented geese cross rivers",
      GUWAH_DATABASE_URL: "",
      ...env,
    };
    execFile(
      process.execPath,
      [join(root, "src", "cli", "main.ts"), ...words],
      { env: all },
      (error, out, err) => {
        const code = error === null ? 0 : ((error as { code?: number }).code ?? -1);
        const json = (out.startsWith("{") || out.startsWith("[") ? JSON.parse(out) : null) as never;
        resolve({ code, out, err, json });
      },
    );
  });
}

describe("guwah", () => {
  it("makes a vault, takes a file in, shows what it is, and proves itself", async () => {
    const made = await guwah(["init", "--name", "Invented", "--member", "Aida", "--json"]);
    expect(made.code).toBe(0);
    expect((made.json as { recoveryCode: string }).recoveryCode).toMatch(
      /^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/,
    );
    const file = join(folder, "2019-05-11-steppe-lantern.txt");
    await writeFile(
      file,
      "Families ask for answers\n\n11 May 2019\n\nForty invented relatives asked the consulate on Friday to let their kin call home.\n\n“We only want to hear a voice,” said Aigul Testova, an invented teacher.\n",
    );
    const added = (await guwah(["add", file, join(folder, "not-there.txt"), "--json"])).json as {
      source?: string;
      title?: string;
      error?: { code: string };
    }[];
    expect(added[0]?.title).toBe("Families ask for answers");
    expect(added[1]?.error?.code).toBe("no-such-file");
    const shown = (await guwah(["sources", added[0]?.source ?? "", "--json"])).json as {
      statements: { speaker: string }[];
    };
    expect(shown.statements.some((s) => s.speaker.includes("Aigul Testova"))).toBe(true);
    expect((await guwah(["check", "--json"])).json).toMatchObject({ clean: true, files: 1 });
  });

  it("backs up into one file and restores it elsewhere", async () => {
    const file = join(folder, "copy.guwah");
    expect((await guwah(["backup", file])).code).toBe(0);
    expect((await readFile(file)).includes("Families")).toBe(false);
    const elsewhere = { GUWAH_HOME: join(folder, "second") };
    const wrong = await guwah(["restore", file], {
      ...elsewhere,
      GUWAH_PASSPHRASE: "not the one it was made with",
    });
    expect(wrong.code).toBe(exitCodes.refused);
    const restored = await guwah(["restore", file, "--json"], elsewhere);
    expect(restored.json).toMatchObject({ check: { clean: true } });
    expect((await guwah(["sources", "--json"], elsewhere)).json).toMatchObject({ total: 1 });
  });

  it("ends with a code for each class of error, and says what to do", async () => {
    expect((await guwah(["no-such-command"])).code).toBe(exitCodes.usage);
    expect((await guwah(["people", "--no-such-option"])).code).toBe(exitCodes.usage);
    expect(
      (
        await guwah(["history", "rec_00000000000000000000000000", "--json"], {
          GUWAH_HOME: join(folder, "empty"),
        })
      ).code,
    ).toBe(exitCodes.notFound);
    const wrong = await guwah(["check", "--json"], { GUWAH_PASSPHRASE: "a wrong one" });
    expect(wrong.code).toBe(exitCodes.refused);
    expect(wrong.json).toMatchObject({ error: { code: "access/wrong-passphrase" } });
  });

  it("shows hostile text without letting it move the cursor", () => {
    expect(printable("a\u001b[2Jb\u202Ec")).toBe("a�[2Jb�c");
    expect(printable("گۈلمىرا Гүлмира 古丽")).toBe("گۈلمىرا Гүлмира 古丽");
  });
});

describe("the help", () => {
  it("is the page of the documentation", async () => {
    expect(await readFile(join(root, "docs", "command-line.md"), "utf8")).toBe(helpPage(commands));
  });

  it("has a command of each promised name, and reads its words", () => {
    for (const name of [
      "init",
      "serve",
      "demo",
      "add",
      "sources",
      "read",
      "people",
      "person",
      "claim",
      "judge",
      "check",
      "rebuild",
      "history",
      "backup",
      "restore",
      "passphrase",
      "bench",
    ]) {
      expect(commands.map((c) => c.name)).toContain(name);
    }
    expect(
      readCall(commands, "judge", ["a", "b", "same", "--reason", "why"]).options["reason"],
    ).toBe("why");
    expect(() => readCall(commands, "judge", ["a"])).toThrow(/Use it as/);
  });

  it("names every setting in the documentation", async () => {
    const page = await readFile(join(root, "docs", "settings.md"), "utf8");
    for (const { name } of settings) expect(page).toContain(name);
  });
});

describe("guwah names", () => {
  const long = "x".repeat(10_000);

  it.each([["", ""], ["A"], ["😀"], ["\u202eabc\u0007"], [long], ["", "Jeyran"], [long, long]])(
    "explains anything: %#",
    async (...names) => {
      const { code, out } = await guwah(["names", "explain", ...names]);
      expect(code).toBe(0);
      expect(out).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
      expect(out.length).toBeLessThan(5_000);
    },
  );

  it("cites the rule of each sentence", async () => {
    const { out } = await guwah(["names", "explain", "Jeyran Oydanova", "Жейран Ойданқызы"]);
    expect(out).toMatch(/\[band\.[a-z-]+\]/);
    expect(out).toMatch(/\[pair\.(same|likely)\]/);
  });

  it("scores a table, and says what stands in the way when it cannot", async () => {
    const at = (name: string): string => join(folder, name);
    await writeFile(at("pairs.tsv"), "id\tleft\tright\n1\tJeyran\tЖейран\n2\tJeyran\n");
    await writeFile(at("no-columns.tsv"), "a\tb\nc\td\n");
    expect((await guwah(["names", "score", at("pairs.tsv"), at("scored.tsv")])).code).toBe(0);
    const rows = (await readFile(at("scored.tsv"), "utf8")).trim().split("\n");
    expect(rows.map((row) => row.split("\t").length)).toEqual([5, 5, 5]);
    for (const [from, to] of [
      ["no-columns.tsv", "other.tsv"],
      ["pairs.tsv", join("not-there", "other.tsv")],
      ["pairs.tsv", "pairs.tsv"],
      ["not-there.tsv", "other.tsv"],
    ]) {
      const { code, err } = await guwah(["names", "score", at(from ?? ""), at(to ?? "")]);
      expect(code).toBe(exitCodes.usage);
      expect(err).not.toContain("report it");
    }
    expect(await readFile(at("pairs.tsv"), "utf8")).toContain("id\tleft\tright\n");
  });
});

describe("guwah people", () => {
  it("answers for numbers nobody bears, and refuses a search too long", async () => {
    expect((await guwah(["people", "x".repeat(501)])).code).toBe(exitCodes.usage);
    expect((await guwah(["people", "P-00000000"])).out).toBe("0 people\n");
    expect((await guwah(["person", "P-00000000"])).code).not.toBe(0);
  });
});
