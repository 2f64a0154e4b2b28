import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkImports } from "./check-imports.ts";
import { readImportTable } from "./import-table.ts";
import { readImports } from "./read-imports.ts";
import { houseOf } from "./testing.ts";

const checkout = join(import.meta.dirname, "..", "..");
const TABLE = `
# How it is built

| room | what it does | may import |
|---|---|---|
| \`model\` | shapes | – |
| \`store\` | keeps | \`model\` |
| \`server\` | answers | \`model\` \`store\` app |
| \`web\` | shows | \`model\` |

Afterwards | this | is no row.
`;

/** The breaches of a house of these files, under the table above. */
const breachesOf = (files: Record<string, string>) =>
  checkImports(houseOf(files), readImportTable(TABLE));

describe("this house", () => {
  it("keeps to the import table of ARCHITECTURE.md", () => {
    const table = readImportTable(readFileSync(join(checkout, "ARCHITECTURE.md"), "utf8"));
    expect(checkImports(checkout, table)).toEqual([]);
  });
});

describe("the import table", () => {
  it("gives each room the rooms it may import", () => {
    const table = readImportTable(TABLE);
    expect([...table.keys()]).toEqual(["model", "store", "server", "web"]);
    expect([...(table.get("model") ?? [])]).toEqual([]);
    expect([...(table.get("server") ?? [])]).toEqual(["model", "store", "app"]);
  });

  it.each([
    ["has no table", "# Words only"],
    ["has a table with other columns", "| folder | imports |\n|---|---|\n| model | – |"],
    ["has a table without rows", "| room | may import |\n|---|---|\n"],
    ["lets a room import one that has no row", "| room | may import |\n|---|---|\n| a | b |"],
    ["lists a room twice", "| room | may import |\n|---|---|\n| a | – |\n| a | – |"],
  ])("is refused when the page %s", (_, page) => {
    expect(() => readImportTable(page)).toThrow(/table/);
  });
});

describe("reading imports", () => {
  it("finds every kind of import and takes none from comments, strings or markup", () => {
    const text = `
      import type { A } from "./a.ts";
      import { type B, c } from "./b.ts";
      import "./side-effect.ts";
      export * from "./d.ts";
      export type { E } from "./e.ts";
      const lazy = await import("./f.ts");
      type G = import("./g.ts").G;
      const worker = new Worker(new URL("./h.ts", import.meta.url));
      const address = new URL("./not-a-file", "https://example.org");
      // import "./comment.ts";
      const words = 'import "./string.ts"';
      const shown = <p>import x from "./markup.ts"</p>;`;
    expect(
      readImports("x.tsx", text).map(({ specifier, typeOnly }) => [specifier, typeOnly]),
    ).toEqual([
      ["./a.ts", true],
      ["./b.ts", false],
      ["./side-effect.ts", false],
      ["./d.ts", false],
      ["./e.ts", true],
      ["./f.ts", false],
      ["./g.ts", true],
      ["./h.ts", false],
    ]);
  });

  it("refuses text it cannot parse", () => {
    expect(() => readImports("x.ts", "import { from")).toThrow(/cannot be parsed/);
  });
});

describe("a planted breach is caught:", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a room the table does not allow",
      { "src/model/a.ts": 'import "../store/index.ts";' },
      /model may not import store/,
    ],
    [
      "only a type of it",
      { "src/model/a.ts": 'import type { S } from "../store/index.ts";' },
      /model may not import store/,
    ],
    [
      "re-exported",
      { "src/model/a.ts": 'export * from "../store/index.ts";' },
      /model may not import store/,
    ],
    [
      "loaded late",
      { "src/model/a.ts": 'await import("../store/index.ts");' },
      /model may not import store/,
    ],
    [
      "in a test",
      { "src/model/a.test.ts": 'import "../store/index.ts";' },
      /model may not import store/,
    ],
    [
      "run as a worker",
      { "src/model/a.ts": 'new URL("../store/w.ts", import.meta.url);' },
      /model may not import store/,
    ],
    [
      "past an index.ts",
      { "src/store/a.ts": 'import "../model/ids.ts";' },
      /reaches past src\/model\/index.ts/,
    ],
    [
      "testing.ts in earnest",
      { "src/store/a.ts": 'import "../model/testing.ts";' },
      /reaches past/,
    ],
    [
      "server code in the browser",
      { "src/web/a.ts": 'import { s } from "../server/index.ts";' },
      /web may not import server/,
    ],
    [
      "the wiring from a room below",
      { "src/store/a.ts": 'import "../app.ts";' },
      /store may not import app/,
    ],
    ["a computed path", { "src/store/a.ts": "const p = String(1); await import(p);" }, /computed/],
    ["an absolute path", { "src/store/a.ts": 'import "/srv/x.ts";' }, /not a relative path/],
    ["out of src", { "src/store/a.ts": 'import "../../bin/x.mjs";' }, /reaches out of src/],
    ["a room without a row", { "src/attic/a.ts": "export {};" }, /attic has no row/],
    ["from app past an index.ts", { "src/app.ts": 'import "./model/ids.ts";' }, /reaches past/],
  ])("%s", (_, files, breach) => {
    expect(breachesOf(files)).toEqual([expect.stringMatching(breach)]);
  });

  it("and a house with nothing in it is not taken for a clean one", () => {
    expect(() => breachesOf({ "README.md": "empty" })).toThrow(/no source file/);
  });
});

describe("what is allowed passes", () => {
  it.each<[string, Record<string, string>]>([
    ["a room the table allows", { "src/store/a.ts": 'import "../model/index.ts";' }],
    ["its own files", { "src/store/deep/a.ts": 'import "../b.ts";' }],
    ["packages", { "src/store/a.ts": 'import "node:fs"; import "pg";' }],
    ["testing.ts in a test", { "src/store/a.test.ts": 'import "../model/testing.ts";' }],
    ["testing.ts in testing.ts", { "src/store/testing.ts": 'import "../model/testing.ts";' }],
    [
      "types of the server in the browser",
      { "src/web/a.ts": 'import type { S } from "../server/index.ts";' },
    ],
    ["every room in app", { "src/app.ts": 'import "./store/index.ts"; import "./web/index.ts";' }],
    ["app where the table says so", { "src/server/a.ts": 'import "../app.ts";' }],
  ])("%s", (_, files) => {
    expect(breachesOf(files)).toEqual([]);
  });
});
