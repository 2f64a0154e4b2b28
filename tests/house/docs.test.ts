import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  brokenLinks,
  emptyNames,
  foreignWords,
  longFiles,
  roomsWithoutDoor,
  testsLeftOut,
  undocumentedVariables,
} from "./house-rules.ts";
import { houseOf } from "./testing.ts";

const checkout = join(import.meta.dirname, "..", "..");

const lines = (count: number) => "x\n".repeat(count);

describe("every room has a README under 30 lines and a door", () => {
  it("in this house", () => expect(roomsWithoutDoor(checkout)).toEqual([]));

  it.each([
    ["no README", { "src/a/index.ts": "" }, "src/a has no README.md"],
    ["a long README", { "src/a/index.ts": "", "src/a/README.md": lines(30) }, /has 30 lines/],
    ["no index.ts", { "src/a/README.md": "A" }, "src/a has no index.ts"],
    [
      "a web app without main.tsx",
      { "src/web/README.md": "A" },
      "src/web has no index.ts or main.tsx",
    ],
  ])("and %s is a fault", (_, files, fault) => {
    expect(roomsWithoutDoor(houseOf(files))).toEqual([expect.stringMatching(fault)]);
  });

  it("and a room that has both is not", () => {
    const files = {
      "src/a/index.ts": "",
      "src/a/README.md": lines(29),
      "src/web/main.tsx": "",
      "src/web/README.md": "",
    };
    expect(roomsWithoutDoor(houseOf(files))).toEqual([]);
  });
});

describe("every environment variable is documented", () => {
  it("in this house", () => expect(undocumentedVariables(checkout)).toEqual([]));

  it.each(["src/a/config.ts", "bin/start.mjs", "bin/guwah"])(
    "and one only %s knows is a fault",
    (path) => {
      const files = {
        [path]: "process.env.GUWAH_SECRET_HABIT",
        "README.md": "GUWAH_PORT and GUWAH_SECRET",
      };
      expect(undocumentedVariables(houseOf(files))).toEqual([
        expect.stringMatching(/GUWAH_SECRET_HABIT/),
      ]);
    },
  );

  it.each(["README.md", "docs/server/settings.md"])("and one that %s explains is not", (page) => {
    const files = { "src/a/config.ts": "GUWAH_PORT", [page]: "`GUWAH_PORT` is the port." };
    expect(undocumentedVariables(houseOf(files))).toEqual([]);
  });
});

describe("no source file is longer than 400 lines", () => {
  it("in this house", () => expect(longFiles(checkout)).toEqual([]));

  it("and one of 401 is a fault, unless it is a test or data", () => {
    const root = houseOf({
      "src/a/long.ts": lines(401),
      "src/a/just.ts": lines(400),
      "src/a/long.test.ts": lines(900),
      "src/a/data/divisions.ts": lines(900),
    });
    expect(longFiles(root)).toEqual([expect.stringMatching(/^src\/a\/long.ts has 401 lines/)]);
  });
});

describe("every name says what is inside", () => {
  it("in this house", () => expect(emptyNames(checkout)).toEqual([]));

  const empty = ["util", "utils", "helpers", "common", "shared", "core", "manager", "v2"];
  it.each([
    ...empty.map((name) => `src/a/${name}.ts`),
    ...empty.map((name) => `src/${name}/index.ts`),
    "src/a/key-manager.ts",
  ])("and %s is a fault", (path) =>
    expect(emptyNames(houseOf({ [path]: "" }))).toEqual([expect.stringContaining(path)]),
  );

  it("and a longer word that holds one of them is not", () => {
    expect(
      emptyNames(houseOf({ "src/a/core-sample.ts": "", "src/a/shared-origins.ts": "" })),
    ).toEqual([]);
  });
});

describe("every test is run", () => {
  it("in this house", () => expect(testsLeftOut(checkout)).toEqual([]));

  // Spelled in pieces, so that the rule does not find them here.
  it.each([
    "it" + ".skip(",
    "describe" + ".only(",
    "test.each([])" + "; it" + ".todo(",
    "it.concurrent" + ".only(",
    "x" + "it(",
  ])("and %s is a fault", (call) =>
    expect(testsLeftOut(houseOf({ "src/a/a.test.ts": `${call}"a", () => {});` }))).toHaveLength(1),
  );
});

describe("nothing belongs to one machine or one registry", () => {
  it("in this house", () => expect(foreignWords(checkout)).toEqual([]));

  it.each([
    "see /wo" + "rk/notes",
    "cd '/ro" + "ot/x'",
    "from https://registry.npm" + "js.org/x",
    "pyp" + "i.org",
    "npm" + "js.com",
  ])("and %s is a fault", (text) =>
    expect(foreignWords(houseOf({ "docs/a.md": text }))).toHaveLength(1),
  );

  it("and what git ignores, and words that only look alike, are not", () => {
    const files = {
      ".gitignore": "dist/",
      "dist/a.txt": "/wo" + "rk/x",
      "a.md": "https://example.org/wo" + "rk/shop, grass/ro" + "ot/",
    };
    expect(foreignWords(houseOf(files))).toEqual([]);
  });
});

describe("links between pages lead somewhere", () => {
  it("in this house", () => expect(brokenLinks(checkout)).toEqual([]));

  it("and one that does not is a fault", () => {
    const files = {
      "docs/a.md": "[b](b.md) [c](../c.md#top) [d](https://example.org/)",
      "c.md": "# Top",
    };
    expect(brokenLinks(houseOf(files))).toEqual(["docs/a.md links to b.md, which is not there"]);
  });
});
