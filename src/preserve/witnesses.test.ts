// A vault and its witnesses: k of n, files on a stick, lost answers, a network that is away, and a history rewritten by insiders.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseVerifierKey, TreeFrontier, type WitnessPolicy } from "../proof/index.ts";
import { noLog } from "../runtime/index.ts";
import { addCosignatures } from "./add-cosignatures.ts";
import type { Fetch } from "./ask-witness.ts";
import { checkpointRows } from "./checkpoints.store.ts";
import { createCourier } from "./courier.ts";
import { keptPath } from "./kept-checkpoint.ts";
import { listCheckpoints } from "./list-checkpoints.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";
import { requestCosignature } from "./request-cosignature.ts";
import { engineKinds, noon, refusedWith, testPreserve, type TestPreserve } from "./testing.ts";
import { verifyCheckpoints } from "./verify-checkpoints.ts";
import { startWatch } from "./watch.ts";
import { cosignCheckpoint } from "./witness/cosign-checkpoint.ts";
import { serveWitness, type ServedWitness } from "./witness/serve-witness.ts";
import { trustLog } from "./witness/trust-log.ts";
import { initWitness, type WitnessFolder } from "./witness/witness-folder.ts";
import { setWitnesses } from "./witnesses.ts";

const names = ["almaty", "istanbul", "berlin"] as const;

describe.each(engineKinds)("three witnesses of a vault on %s", (engine) => {
  let test: TestPreserve;
  let folder: string;
  let witnesses: WitnessFolder[];
  let served: ServedWitness[];
  let witnessTime: number;
  const make = () => makeCheckpoint(test.deps, test.keeper, "hand");
  const list = (courier = courierOf()) => listCheckpoints(test.deps, courier);
  const courierOf = (fetcher: Fetch = fetch) => createCourier(test.deps, test.keeper, fetcher);
  const policy = (need: number, online = true): WitnessPolicy => ({
    need,
    witnesses: witnesses.map(({ vkey }, i) => ({
      name: names[i] as string,
      key: parseVerifierKey(vkey),
      address: online ? `http://127.0.0.1:${served[i]?.port}` : null,
    })),
  });

  beforeEach(async () => {
    test = await testPreserve(engine);
    folder = await mkdtemp(join(tmpdir(), "guwah-witnesses-"));
    witnesses = [];
    served = [];
    witnessTime = noon;
    for (const name of names) {
      const witness = await initWitness(join(folder, name), `${name}.example/invented`);
      witnesses.push(witness);
      served.push(await serveWitness(witness, { clock: () => witnessTime }));
    }
    await test.grow(5);
  });
  afterEach(async () => {
    for (const one of served) await one.close();
    await test.end();
    await rm(folder, { recursive: true, force: true });
  });

  async function trustAll(): Promise<void> {
    const { vkey } = await list();
    for (const witness of witnesses) await trustLog(witness, vkey ?? "");
  }
  /** An insider with every key changes an entry and recomputes the tree; checkpoints and the kept file are removed too. */
  async function rewriteEverything(): Promise<void> {
    const { db } = test.deps;
    const on = engine === "postgres" ? " ON entries" : "";
    for (const name of ["never_deleted", "never_changed", "append_only", "no_truncate"]) {
      await sql.raw(`DROP TRIGGER IF EXISTS entries_${name}${on}`).execute(db);
    }
    const leaf = Buffer.alloc(32, 3);
    await db.updateTable("entries").set({ leaf }).where("seq", "=", 1).execute();
    const rows = await db.selectFrom("entries").select("leaf").orderBy("seq").execute();
    const frontier = TreeFrontier.empty().appendAll(rows.map((row) => row.leaf));
    const [root, edge] = [frontier.root(), frontier.toBytes()];
    await db.updateTable("ledger_state").set({ root, frontier: edge }).execute();
    await db.deleteFrom("checkpoints").execute();
    await db.deleteFrom("cosignatures").execute();
    await rm(keptPath(test.deps.home));
  }

  it("cosign over the network, and two of three meet the policy", async () => {
    const { size } = await make();
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(2));
    await served[2]?.close();
    const courier = courierOf();
    await courier.deliver();
    const { checkpoints, witnesses: seen, alarms } = await list(courier);
    expect(alarms).toEqual([]);
    expect(checkpoints[0]).toMatchObject({ size, policyMet: true, coveredBy: null });
    expect(checkpoints[0]?.cosignatures).toEqual([
      { witness: "almaty", at: noon },
      { witness: "istanbul", at: noon },
    ]);
    expect(seen.map(({ cosigned, last }) => [cosigned, last])).toEqual([
      [size, "cosigned"],
      [size, "cosigned"],
      [0, "unreachable"],
    ]);
    expect(await verifyCheckpoints(test.deps)).toMatchObject({ cosignatures: 2, alarms: [] });
  });

  it("cover earlier checkpoints by a later one, and one signature is not enough for two", async () => {
    await make();
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(2));
    await test.grow(3);
    const { size } = await make();
    for (const one of served.slice(1)) await one.close();
    await courierOf().deliver();
    expect((await list()).checkpoints.map((c) => c.policyMet)).toEqual([false, false]);
    await setWitnesses(test.deps, test.keeper, policy(1));
    const [latest, first] = (await list()).checkpoints;
    expect(latest).toMatchObject({ size, policyMet: true, coveredBy: null });
    expect(first).toMatchObject({ policyMet: false, coveredBy: size });
  });

  it("refuse a rewritten history, all three, and the vault says so", async () => {
    await make();
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(2));
    await courierOf().deliver();
    await rewriteEverything();
    expect((await verifyCheckpoints(test.deps)).alarms).toEqual([]);
    await test.grow(2);
    await make();
    const courier = courierOf();
    await courier.deliver();
    const { checkpoints, alarms } = await list(courier);
    expect(checkpoints.map((c) => c.cosignatures)).toEqual([[]]);
    expect(alarms).toEqual(["witness-disagrees", "witness-disagrees", "witness-disagrees"]);
    for (const witness of witnesses) {
      for (const from of [0, 6]) {
        const { text } = await requestCosignature(test.deps, null, from);
        expect((await cosignCheckpoint(witness, () => noon, text)).kind).not.toBe("cosigned");
      }
    }
  });

  it("notice a vault that was put back: they saw more", async () => {
    const { note, size } = await make();
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(1));
    await test.grow(4);
    await make();
    await courierOf().deliver();
    // As after a restore: the database knows only the first checkpoint, and no cosignature.
    const { db } = test.deps;
    await db.deleteFrom("checkpoints").where("size", ">", size).execute();
    await db.deleteFrom("cosignatures").execute();
    const courier = courierOf();
    await courier.deliver();
    expect(courier.of("almaty")).toMatchObject({ last: "ahead" });
    expect((await checkpointRows(db)).map((row) => row.note)).toEqual([note]);
    expect((await list(courier)).alarms).toContain("witness-ahead");
  });

  it("are asked again from where they are when an answer was lost", async () => {
    await make();
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(3));
    const losing: Fetch = async (url, init) => {
      await fetch(url, init);
      throw new Error("the line went dead");
    };
    await courierOf(losing).deliver();
    expect((await list()).checkpoints[0]?.cosignatures).toEqual([]);
    await test.grow(1);
    await make();
    await courierOf().deliver();
    expect((await list()).checkpoints[0]?.cosignatures).toHaveLength(3);
  });

  it("are asked less and less often while the network is away, and at once when a person asks", async () => {
    await make();
    await setWitnesses(test.deps, test.keeper, policy(1));
    let now = noon;
    let tries = 0;
    const away: Fetch = async () => {
      tries += 1;
      throw new Error("no network");
    };
    const deps = { ...test.deps, clock: () => now };
    const courier = createCourier(deps, test.keeper, away);
    const minutes: number[] = [];
    for (let minute = 0; minute < 240; minute++) {
      const before = tries;
      await courier.deliver();
      if (tries > before) minutes.push(minute);
      now += 60_000;
    }
    expect(minutes).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    expect(tries).toBe(9 * 3);
    await courier.deliver(true);
    expect(tries).toBe(10 * 3);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ["a page instead of a signature", () => new Response("<html>welcome</html>")],
    ["somebody else's signature", () => new Response(`— x.example ${"A".repeat(100)}\n`)],
    ["a size that is none", () => sized("-1\n")],
    ["a size past counting", () => sized("99999999999999999999\n")],
    ["a redirect", () => Response.redirect("https://elsewhere.example/")],
    ["a megabyte", () => new Response("x".repeat(1_000_000))],
    ["a server's error", () => new Response("", { status: 500 })],
    ["an empty answer", () => new Response("")],
  ])("may answer with %s, and nothing is taken for a cosignature", async (_, answer) => {
    await make();
    await setWitnesses(test.deps, test.keeper, policy(1));
    const courier = courierOf(async () => answer());
    await courier.deliver();
    expect((await list(courier)).checkpoints[0]?.cosignatures).toEqual([]);
    expect(courier.of("almaty").last).not.toBe("cosigned");
  });

  it("are reached by files on a stick, one way and back", async () => {
    await make();
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(3, false));
    await courierOf(async () => Promise.reject(new Error("nothing may go out"))).deliver();
    for (const round of [1, 2]) {
      for (const [i, witness] of witnesses.entries()) {
        const { text } = await requestCosignature(test.deps, names[i] as string);
        const answer = await cosignCheckpoint(witness, () => noon, text);
        if (answer.kind !== "cosigned") throw new Error(answer.kind);
        const added = await addCosignatures(test.deps, test.keeper, answer.note);
        expect(added).toMatchObject({ added: [names[i]], known: [] });
        const again = await addCosignatures(test.deps, test.keeper, answer.note);
        expect(again).toMatchObject({ added: [], known: [names[i]] });
      }
      expect((await list()).checkpoints[0]).toMatchObject({ policyMet: true });
      await test.grow(round * 3);
      await make();
    }
    const [latest] = (await list()).checkpoints;
    expect(latest?.cosignatures).toEqual([]);
    expect(await verifyCheckpoints(test.deps)).toMatchObject({ cosignatures: 6, alarms: [] });
  });

  it("count only as far as the policy names them, and only under our own checkpoints", async () => {
    const { note } = await make();
    await trustAll();
    const { text } = await requestCosignature(test.deps, null);
    const answer = await cosignCheckpoint(witnesses[0] as WitnessFolder, () => noon, text);
    if (answer.kind !== "cosigned") throw new Error(answer.kind);
    const add = (given: string) =>
      refusedWith(() => addCosignatures(test.deps, test.keeper, given));
    expect(await add(answer.note)).toBe("not-cosigned");
    await setWitnesses(test.deps, test.keeper, policy(1, false));
    expect(await add(note)).toBe("not-cosigned");
    expect(await add("x")).toBe("not-a-checkpoint");
    expect(await add(answer.note.replace("\n6\n", "\n7\n"))).toBe("other-ledger");
    const late = await cosignCheckpoint(
      witnesses[1] as WitnessFolder,
      () => noon + 9 * 86_400_000,
      text,
    );
    expect(await add(late.kind === "cosigned" ? late.note : "")).toBe("not-cosigned");
    expect((await addCosignatures(test.deps, test.keeper, answer.note)).added).toEqual(["almaty"]);
  });

  it("are chosen by a keeper, with addresses that carry no secrets", async () => {
    const set = (p: WitnessPolicy, role: "keeper" | "analyst" = "keeper") =>
      refusedWith(() => setWitnesses(test.deps, test.as(role), p));
    const at = (address: string): WitnessPolicy => ({
      need: 1,
      witnesses: policy(1)
        .witnesses.slice(0, 1)
        .map((w) => ({ ...w, address })),
    });
    expect(await set(policy(1), "analyst")).toBe("access/not-allowed");
    expect(await set({ ...policy(1), need: 4 })).toBe("proof/policy");
    for (const bad of [
      "file:///etc/passwd",
      "ftp://x.example",
      "x.example",
      "http://me:secret@x.example",
      "https://x.example/?q=1",
      "javascript:alert(1)",
    ]) {
      expect(await set(at(bad))).toBe("bad-address");
    }
    await setWitnesses(test.deps, test.keeper, at("https://x.example/w/add-checkpoint/"));
    expect((await list()).witnesses[0]?.address).toBe("https://x.example/w");
  });

  it("get what a watch makes on schedule, and nothing after it was stopped", async () => {
    let now = noon;
    const due = { ...test.deps, clock: () => now, actor: test.keeper, log: noLog, fetch };
    const watch = startWatch({ ...due, everyMinutes: 60, every: () => () => {} });
    const sizes = async () => (await checkpointRows(test.deps.db)).length;
    const [{ at: first } = { at: 0 }] = await test.deps.db
      .selectFrom("entries")
      .select("at")
      .where("seq", "=", 0)
      .execute();
    now = first + 59 * 60_000;
    await watch.look();
    expect(await sizes()).toBe(0);
    now = first + 60 * 60_000;
    await watch.look();
    expect(await sizes()).toBe(1);
    await trustAll();
    await setWitnesses(test.deps, test.keeper, policy(2));
    now += 3_600_000;
    witnessTime = now;
    await watch.look();
    // Nothing was written but bookkeeping: no new checkpoint, but the old one goes out.
    expect(await sizes()).toBe(1);
    expect((await list(watch.courier)).checkpoints[0]).toMatchObject({ policyMet: true });
    await watch.stop();
    await test.grow(1);
    now += 36_000_000;
    await watch.look();
    expect(await sizes()).toBe(1);
    const off = startWatch({ ...due, everyMinutes: 0, every: () => () => {} });
    await off.look();
    expect(await sizes()).toBe(1);
    await off.stop();
  });
});

function sized(text: string): Response {
  return new Response(text, { status: 409, headers: { "Content-Type": "text/x.tlog.size" } });
}
