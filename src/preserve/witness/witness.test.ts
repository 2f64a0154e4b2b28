// The partner's witness: what it signs, and everything it must not sign. Its clients here are hostile ones.
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  consistencyProof,
  emptyRoot,
  formatCheckpoint,
  formatVerifierKey,
  formatWitnessRequest,
  nodesOfLeaves,
  parseVerifierKey,
  rootOf,
  signerKey,
  type SignerKey,
  signNote,
  verifyNote,
} from "../../proof/index.ts";
import { someLeaves } from "../../proof/testing.ts";
import { refusedWith } from "../testing.ts";
import { cosignCheckpoint } from "./cosign-checkpoint.ts";
import { serveWitness, type ServedWitness } from "./serve-witness.ts";
import { trustLog } from "./trust-log.ts";
import { initWitness, openWitness, type WitnessFolder } from "./witness-folder.ts";
import { advanceLog, readLog, readLogs } from "./witnessed-log.ts";

const sizes = 40;
const origin = `guwah/${"ab".repeat(16)}`;
const log = signerKey(origin, 1, Buffer.alloc(32, 1));
const leaves = someLeaves(sizes);
const nodes = nodesOfLeaves(leaves);
const seconds = 1_772_366_400;
const clock = (): number => seconds * 1000 + 250;

const root = (size: number): Buffer => rootOf(leaves.slice(0, size));
const noteAt = (size: number, by: SignerKey = log, at: Buffer = root(size), name = origin) =>
  signNote(formatCheckpoint({ origin: name, size, root: at }), [by]);
const request = (oldSize: number, size: number, checkpoint = noteAt(size)) =>
  formatWitnessRequest({ oldSize, proof: consistencyProof(oldSize, size, nodes), checkpoint });

describe("a witness", () => {
  let folder: string;
  let witness: WitnessFolder;
  const ask = (text: string) => cosignCheckpoint(witness, clock, text);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-witness-"));
    witness = await initWitness(join(folder, "w"), "partner.example/invented");
    await trustLog(witness, formatVerifierKey(log));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("cosigns what grows, and the cosignature verifies under its published key", async () => {
    const key = parseVerifierKey(witness.vkey);
    expect(key.type).toBe(4);
    let seen = 0;
    for (const size of [1, 2, 3, 7, 8, 21, 40]) {
      const answer = await ask(request(seen, size));
      if (answer.kind !== "cosigned") throw new Error(answer.kind);
      expect(verifyNote(noteAt(size) + answer.line, [key])).toMatchObject({
        kind: "verified",
        by: [{ name: "partner.example/invented", time: seconds }],
      });
      seen = size;
    }
    expect((await readLog(witness.folder, origin))?.size).toBe(40);
  });

  it("cosigns the same checkpoint again, and remembers across restarts", async () => {
    await ask(request(0, 9));
    witness = await openWitness(witness.folder);
    expect((await ask(request(9, 9))).kind).toBe("cosigned");
    expect(await ask(request(0, 20))).toEqual({ kind: "conflict", size: 9 });
  });

  it("never signs a smaller size, an older start, or another root of the same size", async () => {
    await ask(request(0, 20));
    expect(await ask(request(0, 8))).toEqual({ kind: "conflict", size: 20 });
    expect(await ask(request(8, 12))).toEqual({ kind: "conflict", size: 20 });
    const smaller = formatWitnessRequest({ oldSize: 20, proof: [], checkpoint: noteAt(19) });
    expect((await ask(smaller)).kind).toBe("malformed");
    const other = noteAt(20, log, Buffer.alloc(32, 9));
    const split = formatWitnessRequest({ oldSize: 20, proof: [], checkpoint: other });
    expect(await ask(split)).toEqual({ kind: "split", size: 20 });
    expect((await readLog(witness.folder, origin))?.root.equals(root(20))).toBe(true);
  });

  it("never signs a rewritten history, whichever entry was changed and whatever proof is made for it", async () => {
    await ask(request(0, 20));
    for (let changed = 0; changed < 20; changed++) {
      const forged = leaves.map((leaf, i) => (i === changed ? randomBytes(32) : leaf));
      const forgedRoot = rootOf(forged.slice(0, 30));
      const checkpoint = noteAt(30, log, forgedRoot);
      for (const from of [nodes, nodesOfLeaves(forged)]) {
        const proof = consistencyProof(20, 30, from);
        const text = formatWitnessRequest({ oldSize: 20, proof, checkpoint });
        expect((await ask(text)).kind).toBe("inconsistent");
      }
    }
    expect((await ask(request(20, 30))).kind).toBe("cosigned");
  });

  it("refuses a damaged, missing or superfluous proof", async () => {
    await ask(request(0, 7));
    const proof = consistencyProof(7, 30, nodes);
    const bad = [
      [],
      proof.slice(1),
      proof.slice(0, -1),
      [...proof, randomBytes(32)],
      proof.map((h, i) => (i === 0 ? randomBytes(32) : h)),
      [...proof].reverse(),
    ];
    for (const path of bad) {
      const text = formatWitnessRequest({ oldSize: 7, proof: path, checkpoint: noteAt(30) });
      expect((await ask(text)).kind).toBe("inconsistent");
    }
    const first = await initWitness(join(folder, "new"), "partner.example/new");
    await trustLog(first, formatVerifierKey(log));
    const text = formatWitnessRequest({ oldSize: 0, proof, checkpoint: noteAt(30) });
    expect((await cosignCheckpoint(first, clock, text)).kind).toBe("inconsistent");
  });

  it("refuses a key it was not told to trust, and a log it does not know", async () => {
    const stranger = signerKey(origin, 1, Buffer.alloc(32, 2));
    expect((await ask(request(0, 5, noteAt(5, stranger)))).kind).toBe("unsigned");
    const elsewhere = `guwah/${"cd".repeat(16)}`;
    const unknown = signerKey(elsewhere, 1, Buffer.alloc(32, 3));
    const note = noteAt(5, unknown, root(5), elsewhere);
    expect((await ask(request(0, 5, note))).kind).toBe("unknown-log");
    // Signed by the trusted key under the name of another log.
    const crossed = signNote(formatCheckpoint({ origin: elsewhere, size: 5, root: root(5) }), [
      log,
    ]);
    expect((await ask(request(0, 5, crossed))).kind).toBe("unknown-log");
    expect(await readLogs(witness.folder)).toHaveLength(1);
  });

  it("signs an empty ledger only with the root of an empty ledger", async () => {
    const wrong = noteAt(0, log, Buffer.alloc(32, 5));
    const text = formatWitnessRequest({ oldSize: 0, proof: [], checkpoint: wrong });
    expect((await ask(text)).kind).not.toBe("cosigned");
    const right = noteAt(0, log, Buffer.from(emptyRoot));
    const empty = formatWitnessRequest({ oldSize: 0, proof: [], checkpoint: right });
    expect((await ask(empty)).kind).toBe("cosigned");
  });

  it("trusts one key for one origin, and takes no key that is not a ledger's", async () => {
    const second = signerKey(origin, 1, Buffer.alloc(32, 4));
    const trust = (vkey: string) => refusedWith(() => trustLog(witness, vkey));
    expect(await trust(formatVerifierKey(second))).toBe("log-trusted");
    expect(await trust(formatVerifierKey(log))).toBe("log-trusted");
    for (const bad of ["", "x", witness.vkey, `${formatVerifierKey(second)}A`]) {
      expect(await trust(bad)).toBe("not-a-log-key");
    }
  });

  it("writes nothing outside its folder, whatever an origin is called", async () => {
    for (const name of ["../../out", "/etc/out", "..", ".", "a/../../b", "C:\\out", "a\\..\\b"]) {
      const key = signerKey(name, 1, Buffer.alloc(32, 6));
      await trustLog(witness, formatVerifierKey(key));
      const note = noteAt(4, key, root(4), name);
      expect((await ask(request(0, 4, note))).kind).toBe("cosigned");
    }
    const inside = await readdir(join(witness.folder, "logs"));
    expect(inside.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    expect(inside).toHaveLength(8);
    expect((await readdir(folder)).sort()).toEqual(["w"]);
  });

  it("answers every malformed request without signing, and goes on", async () => {
    const good = request(0, 5);
    const texts = [
      "",
      "\n",
      "old 0\n\n",
      "old 0\n",
      good.slice(0, -1),
      good.slice(1),
      good.replace("old 0", "old 5\n"),
      good.replace("\n5\n", "\n05\n"),
      good.replace("\n5\n", "\n1e1\n"),
      good.replaceAll("\n", "\r\n"),
      `${good}\u0000`,
      good.replace("—", "-"),
      `old 0\n\n${"a\n".repeat(30_000)}`,
    ];
    for (const text of texts) expect((await ask(text)).kind).not.toBe("cosigned");
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), async (at, put) => {
        const changed = good.slice(0, at) + put + good.slice(at + 1);
        fc.pre(changed !== good);
        expect((await ask(changed)).kind).not.toBe("cosigned");
      }),
      { numRuns: 60 },
    );
    expect((await ask(good)).kind).toBe("cosigned");
  });

  it("lets only one of two processes write the next state", async () => {
    const before = await readLog(witness.folder, origin);
    if (before === null) throw new Error("not trusted");
    const to = (size: number) => ({ size, root: root(size), cosigned: seconds });
    const wrote = await Promise.all(
      [10, 11, 12, 13].map((size) => advanceLog(witness.folder, before, to(size))),
    );
    expect(wrote.filter(Boolean)).toHaveLength(1);
    expect(await advanceLog(witness.folder, before, to(5))).toBe(false);
    const answers = await Promise.all([20, 25, 30].map((size) => ask(request(20, size))));
    expect(answers.every((a) => a.kind === "conflict")).toBe(true);
  });

  it("signs nothing when what it remembers cannot be read: it does not fall back to an older memory", async () => {
    await ask(request(0, 10));
    await ask(request(10, 20));
    const [name = ""] = await readdir(join(witness.folder, "logs"));
    const where = join(witness.folder, "logs", name);
    const files = (await readdir(where)).sort();
    const newest = join(where, files.at(-1) ?? "");
    expect(await readFile(newest, "utf8")).toContain('"size":20');
    await writeFile(newest, "{");
    expect(await refusedWith(() => ask(request(10, 12)))).toBe("witness-damaged");
    expect(await refusedWith(() => ask(request(20, 30)))).toBe("witness-damaged");
  });

  it("keeps its key to itself, once", async () => {
    const path = join(witness.folder, "witness.key");
    if (process.platform !== "win32") expect((await stat(path)).mode & 0o077).toBe(0);
    const again = () => initWitness(witness.folder, "partner.example/other");
    expect(await refusedWith(again)).toBe("witness-exists");
    expect((await openWitness(witness.folder)).vkey).toBe(witness.vkey);
    expect(await refusedWith(() => openWitness(join(folder, "none")))).toBe("not-a-witness");
    expect(await refusedWith(() => initWitness(join(folder, "x"), "two words"))).toBe("bad-name");
    await writeFile(path, "PRIVATE+KEY+x");
    expect(await refusedWith(() => openWitness(witness.folder))).toBe("witness-damaged");
  });

  describe("over HTTP", () => {
    let served: ServedWitness;
    beforeEach(async () => {
      served = await serveWitness(witness, { clock });
    });
    afterEach(() => served.close());

    const post = (body: string | Uint8Array<ArrayBuffer>, path = "/add-checkpoint") =>
      fetch(`http://127.0.0.1:${served.port}${path}`, { method: "POST", body });

    it("answers as C2SP tlog-witness says", async () => {
      const ok = await post(request(0, 8));
      expect(ok.status).toBe(200);
      const line = await ok.text();
      expect(line).toMatch(/^— partner\.example\/invented [A-Za-z0-9+/]+=*\n$/);
      expect(verifyNote(noteAt(8) + line, [parseVerifierKey(witness.vkey)]).kind).toBe("verified");

      const conflict = await post(request(0, 20));
      expect(conflict.status).toBe(409);
      expect(conflict.headers.get("content-type")).toBe("text/x.tlog.size");
      expect(await conflict.text()).toBe("8\n");

      const stranger = signerKey(origin, 1, Buffer.alloc(32, 2));
      const other = noteAt(8, log, Buffer.alloc(32, 9));
      const elsewhere = signerKey("log.example/none", 1, Buffer.alloc(32, 3));
      const bare = (checkpoint: string, proof: Uint8Array[] = []) =>
        formatWitnessRequest({ oldSize: 8, proof, checkpoint });
      const cases: [string, number][] = [
        [bare(noteAt(12), [randomBytes(32)]), 422],
        [bare(other), 409],
        [bare(noteAt(8, stranger)), 403],
        [bare(noteAt(8, elsewhere, root(8), "log.example/none")), 404],
        [bare(noteAt(3)), 400],
        ["old 8\n", 400],
      ];
      for (const [body, status] of cases) expect((await post(body)).status).toBe(status);
      expect((await post(request(8, 20), "/any/prefix/add-checkpoint")).status).toBe(200);
    });

    it("refuses other addresses, other methods, other bytes and too much", async () => {
      expect((await post(request(0, 8), "/")).status).toBe(404);
      expect((await post(request(0, 8), "//add-checkpoint/../x")).status).toBe(404);
      const url = `http://127.0.0.1:${served.port}/add-checkpoint`;
      expect((await fetch(url)).status).toBe(405);
      expect((await post(new Uint8Array([0xff, 0xfe, 0x00]))).status).toBe(400);
      expect((await post("old 0\n\n".padEnd(70_000, "x"))).status).toBe(413);
      expect((await post(request(0, 8))).status).toBe(200);
    });

    it("stops reading a body that does not end", async () => {
      const socket = connect(served.port, "127.0.0.1");
      const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
      socket.on("error", () => {});
      socket.write(
        "POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
      );
      let sent = 0;
      const more = setInterval(() => {
        socket.write(`4000\r\n${"x".repeat(0x4000)}\r\n`);
        sent += 0x4000;
      }, 5);
      await closed;
      clearInterval(more);
      expect(sent).toBeLessThan(4_000_000);
      expect((await post(request(0, 8))).status).toBe(200);
    });

    it("gives a crowd of the same request one history", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => post(request(0, 10 + (i % 5)))),
      );
      const ok = answers.filter((a) => a.status === 200);
      expect(ok).toHaveLength(1);
      expect(answers.filter((a) => a.status === 409)).toHaveLength(19);
    });
  });
});
