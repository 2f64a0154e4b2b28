// Checkpoints of a vault and a real time-stamping authority behind a local server: asked on schedule, by hand, offline.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseNote } from "../../proof/index.ts";
import { noLog } from "../../runtime/index.ts";
import { checkLedger, rebuild } from "../../store/index.ts";
import { makeCheckpoint } from "../make-checkpoint.ts";
import { engineKinds, noon, refusedWith } from "../testing.ts";
import { startWatch } from "../watch.ts";
import { type Dial, throughNetwork } from "./ask-authority.ts";
import { authorities, removeAuthority, setAuthority } from "./authorities.ts";
import { keptStamp } from "./kept-stamp.ts";
import { listStamps } from "./list-stamps.ts";
import { createStampQueue } from "./stamp-queue.ts";
import { stampRows } from "./stamps.store.ts";
import { type Answer, replying, serve, type ServedAuthority, testAuthority } from "./testing.ts";
import { testStamps, type TestStamps } from "./testing-vault.ts";
import { timestampQuery } from "./timestamp-query.ts";
import { verifyReply } from "./verify-reply.ts";
import { verifyStamps } from "./verify-stamps.ts";

const authority = testAuthority();
const stranger = testAuthority();
afterAll(() => {
  authority.end();
  stranger.end();
});

describe.each(engineKinds)("stamps of a vault on %s", (engine) => {
  let test: TestStamps;
  let served: ServedAuthority[];
  let now: number;
  beforeEach(async () => {
    now = noon;
    served = [];
    test = await testStamps(engine, () => now);
    await test.grow(3);
  });
  afterEach(async () => {
    for (const one of served) await one.close();
    await test.end();
  });

  const make = () => makeCheckpoint(test.deps, test.keeper, "hand");
  const queueOf = (everyMinutes = 60, timeoutMs = 5_000) =>
    createStampQueue(test.deps, test.keeper, throughNetwork({ timeoutMs }), everyMinutes);
  /** An authority of this name that answers so; its root is pinned. */
  async function entered(name: string, answer: Answer = replying(authority)) {
    const one = await serve(answer);
    served.push(one);
    await setAuthority(test.deps, test.keeper, { name, url: one.url, root: authority.root });
    return one;
  }
  const states = async (queue = queueOf()) =>
    (await listStamps(test.deps, queue)).authorities.map(({ name, state, fault }) => [
      name,
      state,
      fault,
    ]);

  it("are asked of nobody until a keeper enters an authority", async () => {
    await make();
    const queue = createStampQueue(
      test.deps,
      test.keeper,
      () => Promise.reject(new Error("something was sent")),
      60,
    );
    await queue.deliver();
    await queue.deliver(true);
    expect(await listStamps(test.deps, queue)).toEqual({ authorities: [], stamps: [] });
  });

  it("say not later than; the token, its chain and an entry are kept, and OpenSSL agrees", async () => {
    const one = await entered("clock");
    const { note, size, origin } = await make();
    expect(await states()).toEqual([["clock", "pending", null]]);
    const queue = queueOf();
    await queue.deliver();
    expect(await states(queue)).toEqual([["clock", "stamped", null]]);
    const { stamps } = await listStamps(test.deps, queue);
    expect(stamps).toMatchObject([{ origin, size, authority: "clock", holds: true }]);
    expect(Object.keys(stamps[0] ?? {})).toContain("notLaterThan");

    const [row] = await stampRows(test.deps.db);
    const kept = row === undefined ? null : await keptStamp(test.deps, row);
    const { text } = parseNote(note);
    expect(authority.accepts(kept?.token ?? Buffer.alloc(0), text, row?.time ?? 0)).toBe(true);
    expect(kept?.certificates.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(kept?.certificates.endsWith(authority.root)).toBe(true);

    // All that went out: 24 bytes that are always the same, the hash, 16 of a random number with its 2, and "certificates, please".
    expect(one.asked).toHaveLength(1);
    const sent = one.asked[0] ?? Buffer.alloc(0);
    expect(sent.includes(createHash("sha256").update(text).digest())).toBe(true);
    expect(sent.length).toBe(24 + 32 + 18 + 3);

    expect(await verifyStamps(test.deps)).toEqual({ stamps: 1, alarms: [] });
    expect((await checkLedger(test.vault.ledger.deps)).clean).toBe(true);
    await rebuild(test.vault.ledger.deps);
    expect(await stampRows(test.deps.db)).toEqual([row]);
  });

  it("are no reason to sign again: an idle vault stays as it is", async () => {
    await entered("clock");
    const { size } = await make();
    await queueOf().deliver();
    expect(await make()).toMatchObject({ size, made: false });
  });

  it("wait while the network is away, over closing and opening the vault, and only the last checkpoint is sent", async () => {
    const one = await entered("clock");
    await one.close();
    await make();
    const queue = queueOf();
    await queue.deliver();
    expect(await states(queue)).toEqual([["clock", "failed", "unreachable"]]);
    await test.grow(1);
    const { size } = await make();
    await test.reopen();
    expect(await states()).toEqual([["clock", "pending", null]]);
    const again = await entered("clock");
    await queueOf().deliver();
    expect(again.asked).toHaveLength(1);
    expect((await stampRows(test.deps.db)).map((row) => row.size)).toEqual([size]);
  });

  it("are asked for at most once in the interval, at once by hand, and never by itself without a schedule", async () => {
    const one = await entered("clock");
    await make();
    const queue = queueOf(60);
    for (let minute = 0; minute < 180; minute++) {
      await test.grow(1);
      await make();
      await queue.deliver();
      now += 60_000;
    }
    expect(one.asked).toHaveLength(3);
    await queueOf(0).deliver();
    expect(one.asked).toHaveLength(3);
    await queueOf(0).deliver(true);
    expect(one.asked).toHaveLength(4);
    await queueOf(0).deliver(true);
    expect(one.asked).toHaveLength(4);
  });

  it("are tried less and less often where an authority fails", async () => {
    const one = await entered("clock", (_, response) => response.writeHead(503).end());
    await make();
    const queue = queueOf();
    const minutes: number[] = [];
    for (let minute = 0; minute < 130; minute++) {
      const before = one.asked.length;
      await queue.deliver();
      if (one.asked.length > before) minutes.push(minute);
      now += 60_000;
    }
    expect(minutes).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
  });

  const flipped = (reply: Buffer): Buffer => {
    reply[reply.length - 3] = (reply[reply.length - 3] ?? 0) ^ 1;
    return reply;
  };
  const fresh = (): Buffer =>
    authority.stamp(
      Buffer.from(
        `30390201013031300d060960864801650304020105000420${"07".repeat(32)}0101ff`,
        "hex",
      ),
    );
  const page: Answer = (_, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><p>Log in");
  const long: Answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/timestamp-reply" });
    response.end(Buffer.alloc(10_000_000, 0x30));
  };
  const slow: Answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/timestamp-reply" });
    response.write("0");
  };
  const elsewhere: Answer = (_, response) =>
    response.writeHead(307, { Location: "http://127.0.0.1:1/stamp" }).end();
  const otherNonce = (query: Uint8Array): Buffer => {
    const changed = Buffer.from(query);
    changed[60] = (changed[60] ?? 0) ^ 1;
    return authority.stamp(changed);
  };
  const no = (): Buffer => Buffer.from("300b300902010230040c026e6f", "hex");
  it.each<[string, Answer]>([
    ["wrong-hash", replying({ stamp: fresh })],
    ["wrong-nonce", replying({ stamp: otherNonce })],
    ["bad-signature", replying(authority, flipped)],
    ["not-trusted", replying(stranger)],
    ["rejected", replying({ stamp: no })],
    ["malformed", replying({ stamp: () => Buffer.from("<!doctype html>") })],
    ["not-a-reply", page],
    ["too-long", long],
    ["too-slow", slow],
    ["refused", elsewhere],
  ])("are refused as %s: nothing is kept, and it is tried again", async (fault, answer) => {
    await entered("clock", answer);
    await make();
    const entries = await countEntries();
    const queue = queueOf(60, fault === "too-slow" ? 300 : 20_000);
    await queue.deliver();
    expect(await states(queue)).toEqual([["clock", "failed", fault]]);
    expect(await countEntries()).toBe(entries);
    expect(queue.of("clock").nextAt).toBe(now + 60_000);
  });
  const countEntries = async (): Promise<number> =>
    (await test.deps.db.selectFrom("entries").select("seq").execute()).length;

  it("raise an alarm when a kept token was exchanged for another good one, or is gone", async () => {
    await entered("clock");
    await make();
    await queueOf().deliver();
    await test.grow(2);
    const { size } = await make();
    await queueOf().deliver(true);
    const [last, first] = await stampRows(test.deps.db);
    expect(last?.size).toBe(size);
    const { db, files } = test.deps;
    const exchange = (token: string): Promise<unknown> =>
      db.updateTable("stamps").set({ token }).where("size", "=", size).execute();
    await exchange(first?.token ?? "");
    const alarm = { kind: "stamp-forged", size };
    expect(await verifyStamps(test.deps)).toEqual({ stamps: 2, alarms: [alarm] });
    expect((await listStamps(test.deps, queueOf())).stamps.map(({ holds }) => holds)).toEqual([
      false,
      true,
    ]);
    await exchange(last?.token ?? "");
    expect((await verifyStamps(test.deps)).alarms).toEqual([]);
    // An insider's own authority: a token that holds in itself, under a root that is not the one written down.
    const sha = "0".repeat(64);
    await db.updateTable("stamps").set({ root: sha }).where("size", "=", size).execute();
    expect((await verifyStamps(test.deps)).alarms).toEqual([alarm]);
    await db
      .updateTable("stamps")
      .set({ root: last?.root ?? "" })
      .execute();
    if (last !== undefined) await files.erase(last.token);
    expect((await verifyStamps(test.deps)).alarms).toEqual([alarm]);
  });

  it("go out when the watch looks, and stop when the vault is locked", async () => {
    const one = await entered("clock", slow);
    await make();
    const watch = startWatch({
      ...test.deps,
      actor: test.keeper,
      fetch,
      log: noLog,
      everyMinutes: 60,
      every: () => () => {},
      stamps: (signal) =>
        createStampQueue(test.deps, test.keeper, throughNetwork({ signal, timeoutMs: 60_000 }), 60),
    });
    const looking = watch.look();
    while (one.asked.length === 0) await new Promise((done) => setTimeout(done, 10));
    await watch.stop();
    await looking;
    expect(watch.stamps.of("clock").fault).toBe("unreachable");
  });

  it("come from authorities only a keeper enters, at addresses that are private", async () => {
    const { deps, keeper } = test;
    const enter = (url: string, root: string | null = null, name = "clock") =>
      setAuthority(deps, keeper, { name, url, root });
    expect(
      await refusedWith(() =>
        setAuthority(deps, test.as("reviewer"), {
          name: "a",
          url: "https://a.example",
          root: null,
        }),
      ),
    ).toBe("access/not-allowed");
    for (const url of [
      "http://clock.example/stamp",
      "http://127.0.0.1.example/",
      "https://name:word@clock.example/",
      "https://clock.example/?key=1",
      "ftp://clock.example/",
      "clock.example",
      `https://clock.example/${"a".repeat(1_000)}`,
    ]) {
      expect(await refusedWith(() => enter(url))).toBe("bad-authority");
    }
    for (const root of ["abc", authority.root + stranger.root, "-----BEGIN CERTIFICATE-----\n"]) {
      expect(await refusedWith(() => enter("https://clock.example/", root))).toBe("bad-authority");
    }
    expect(await refusedWith(() => enter("https://clock.example/", null, "\u202eclock"))).toBe(
      "bad-authority",
    );
    await enter("https://clock.example/tsr", "AB:".repeat(31) + "AB");
    await enter("http://[::1]:8080/tsr", null, "own");
    await enter("https://other.example/tsr");
    expect((await authorities(deps.db)).map(({ name, url, root }) => [name, url, root])).toEqual([
      ["own", "http://[::1]:8080/tsr", null],
      ["clock", "https://other.example/tsr", null],
    ]);
    await removeAuthority(deps, keeper, "own");
    expect(await refusedWith(() => removeAuthority(deps, keeper, "own"))).toBe("authority-unknown");
  });
});

describe("a proxy", () => {
  it("is what https addresses are reached through, and no name is looked up beside it", async () => {
    const key = readFileSync(join(authority.dir, "web.key"), "utf8");
    const cert = readFileSync(join(authority.dir, "web.pem"), "utf8");
    const secure = createSecureServer({ key, cert }, (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => replying(authority)(Buffer.concat(parts), response, request));
    });
    await new Promise<void>((ready) => secure.listen(0, "127.0.0.1", ready));
    const { port } = secure.address() as AddressInfo;
    const dialed: string[] = [];
    const dial: Dial = async (host, at) => {
      dialed.push(`${host}:${at}`);
      return connect({ port });
    };
    const query = timestampQuery("invented");
    const ca = authority.root;
    const sent = await throughNetwork({ dial, ca })("https://clock.invalid/stamp", query.der);
    expect(dialed).toEqual(["clock.invalid:443"]);
    const bytes = sent.kind === "answer" ? sent.bytes : Buffer.alloc(0);
    expect((await verifyReply(bytes, { ...query, root: null })).kind).toBe("stamped");
    // Who listens behind the proxy must still be who was meant.
    const unreachable = { kind: "failed", fault: "unreachable" };
    const send = throughNetwork({ dial, ca });
    expect(await send("https://other.invalid/stamp", query.der)).toEqual(unreachable);
    expect(await throughNetwork({ dial })("https://clock.invalid/", query.der)).toEqual(
      unreachable,
    );
    secure.close();
  });

  it("is not gone around when it fails or is silent, and is not asked for what is on this machine", async () => {
    const failing: Dial = () => Promise.reject(new Error("the proxy is away"));
    const silent: Dial = () => new Promise(() => {});
    const query = Buffer.from("30");
    const own = await serve((_, response) => response.writeHead(503).end());
    const secure = own.url.replace("http:", "https:");
    expect(await throughNetwork({ dial: failing })(secure, query)).toMatchObject({
      fault: "unreachable",
    });
    const waiting = throughNetwork({ dial: silent, timeoutMs: 200 });
    expect(await waiting(secure, query)).toMatchObject({ fault: "too-slow" });
    expect(own.asked).toHaveLength(0);
    expect(await throughNetwork({ dial: failing })(own.url, query)).toMatchObject({
      fault: "refused",
    });
    expect(own.asked).toHaveLength(1);
    await own.close();
  });
});
