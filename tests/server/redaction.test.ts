// Pictures and blacked-out copies over the addresses of the server, and in a terminal. Everyone in them is invented.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlikePicture, IntakeItem, PictureView } from "../../src/collect/index.ts";
import { drawPicture, photograph, pngOf } from "../../src/collect/testing.ts";
import type { Box, RedactionView, RedactPages } from "../../src/publish/index.ts";
import { everyByte, inventPdf } from "../../src/publish/redact/testing.ts";
import { commands } from "../../src/cli/commands.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  folder = mkdtempSync(join(tmpdir(), "guwah-redact-"));
});
afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (name: string, bytes: Uint8Array): Promise<string> => {
  const { source } = (await server.send(name, bytes)).body as IntakeItem;
  if (source === undefined) throw new Error("it was not taken in");
  return source;
};
const at = (id: string, what: string): string => `/api/sources/${id}/${what}`;
const bytesAt = async (path: string): Promise<Buffer> => {
  const answer = await server.app.request(`http://127.0.0.1:4824${path}`, { headers: server.headers() }); // prettier-ignore
  return Buffer.from(await answer.arrayBuffer());
};
const two = [["Aygul Testova was seen."], ["Aygul Testova wrote."]];

describe("pictures", () => {
  it("are looked at when they come in, and the same one is found elsewhere", async () => {
    const one = await put("one.jpg", await photograph("server"));
    const small = await put("small.png", await drawPicture("server", 240, 180).png().toBuffer());
    const view = (await server.ask("GET", at(one, "picture"))).body as PictureView;
    expect(view.tags).toContainEqual({ key: "camera", value: "Inventa One", tag: "EXIF Model" });
    expect((await bytesAt(at(one, "thumbnail"))).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const alike = (await server.ask("GET", at(one, "alike"))).body as AlikePicture[];
    expect(alike.map(({ id }) => id)).toEqual([small]);
    const bomb = await put("bomb.png", pngOf(50_000, 50_000, 10));
    expect((await server.ask("GET", at(bomb, "picture"))).body).toMatchObject({
      problem: "picture/too-large",
      hasThumbnail: false,
    });
    expect((await server.ask("GET", at(bomb, "thumbnail"))).status).toBe(422);
  });
});

describe("a blacked-out copy", () => {
  it("is a new file made of the original, with its boxes; the words are nowhere", async () => {
    const original = inventPdf({ pages: two, hidden: "hiddenneedle" });
    const id = await put("paper.pdf", original);
    const { form, pages } = (await server.ask("GET", at(id, "pages"))).body as RedactPages;
    expect([form, pages.length, pages[0]?.width]).toEqual(["pdf", 2, 595]);
    expect((await bytesAt(at(id, "pages/1"))).subarray(1, 4).toString()).toBe("PNG");
    const found = (await server.ask("POST", at(id, "find-words"), { words: "AYGUL" }))
      .body as Box[];
    expect(found.map(({ page }) => page)).toEqual([1, 2]);
    const every = ["aygul testova", "hiddenneedle"];
    const made = (await server.ask("POST", at(id, "redact"), { every })).body as RedactionView;
    const bytes = await bytesAt(at(id, `redactions/${made.file}`));
    expect(everyByte(bytes)).not.toMatch(/aygul|testova|hiddenneedle/i);
    const { body } = await server.ask("GET", at(id, "redactions"));
    expect(body).toMatchObject([{ file: made.file, tool: expect.stringMatching(/^mupdf/), boxes: { length: 3 } }]); // prettier-ignore
    const again = (await server.ask("GET", at(id, "file"))).status;
    expect(again).toBe(200);
    const [entry] = await server.holding
      .open!.vault.engine.db.selectFrom("entries")
      .select("body")
      .where("subject", "=", made.file)
      .execute();
    expect(entry?.body).toContain('"blacked out":"3"');
    expect(entry?.body).not.toMatch(/aygul|hiddenneedle/i);
  });

  it("is refused without boxes, on no page, of a drawing, and while the words stand elsewhere", async () => {
    const id = await put("again.pdf", inventPdf({ pages: two, hidden: "y" }));
    const redact = async (body: unknown) => (await server.ask("POST", at(id, "redact"), body)).body;
    expect(await redact({})).toMatchObject({ error: { code: "redact/no-boxes" } });
    const box = { page: 1, x: 55, y: 66, width: 97, height: 22 };
    expect(await redact({ boxes: [{ ...box, page: 7 }] })).toMatchObject({
      error: { code: "redact/box-outside" },
    });
    expect(await redact({ boxes: [box] })).toMatchObject({
      error: { code: "redact/still-there", details: { pages: "2" } },
    });
    expect(await redact({ boxes: [box], leaveElsewhere: true })).toMatchObject({ boxes: [box] });
    const svg = await put("x.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    const drawn = await server.ask("POST", at(svg, "redact"), { boxes: [box] });
    expect(drawn.body).toMatchObject({ error: { code: "picture/unsupported" } });
    const gone = await server.ask("GET", at(id, `redactions/${"0".repeat(64)}`));
    expect(gone.body).toMatchObject({ error: { code: "redact/no-such-copy" } });
  });

  it("of a picture is written by the command line, black and silent", async () => {
    const id = await put("two.jpg", await photograph("cli"));
    const boxes = join(folder, "boxes.json");
    writeFileSync(boxes, JSON.stringify([{ page: 1, x: 16, y: 16, width: 80, height: 40 }]));
    const command = commands.find(({ name }) => name === "redact");
    const to = join(folder, "out.jpg");
    const lines: string[] = [];
    await command?.run({
      args: [id],
      options: { boxes, to },
      terminal: { line: (said: string) => lines.push(said) },
      connect: async () => ({
        post: async (path: string, body: unknown) => (await server.ask("POST", path, body)).body,
        download: async (path: string) => new Blob([new Uint8Array(await bytesAt(path))]).stream(),
      }),
    } as never);
    expect(lines[0]).toMatch(/^1 boxes blacked out with sharp/);
    expect(readFileSync(to).includes("Inventa")).toBe(false);
    expect(readFileSync(to).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });
});
