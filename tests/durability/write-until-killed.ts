// A program that opens a vault and writes as fast as it can until it is killed. Everyone it writes about is invented.
// It takes one line of JSON (`WriterOrders`), says "ready" when the vault is open, and never ends by itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { actorOf } from "../../src/access/index.ts";
import { addFile, captureUrl, createReader } from "../../src/collect/index.ts";
import { testSettings } from "../../src/collect/capture/testing.ts";
import { importTable } from "../../src/collect/table/import-table.ts";
import { judgeRecords } from "../../src/link/index.ts";
import type { ClaimId, MemberId, RecordId, SourceId } from "../../src/model/index.ts";
import { makeCheckpoint, preserveDeps } from "../../src/preserve/index.ts";
import { writeDossier } from "../../src/publish/index.ts";
import { createIds, Secret, systemClock } from "../../src/runtime/index.ts";
import { backupVault, deriveVaultKeys, openVault } from "../../src/store/index.ts";
import {
  addRecord,
  addStatement,
  pinClaim,
  replaceClaim,
  reviewClaim,
  withdraw,
} from "../../src/weigh/index.ts";
import { type Acknowledged, noteTaker } from "./acknowledged.ts";
import { chanceOf } from "./chance.ts";
import { derivations, projections } from "./tables.ts";

export interface WriterOrders {
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly rootKeyHex: string;
  readonly member: string;
  readonly notes: string;
  readonly seed: number;
  /**
   * The one kind of step to take; without it those that need neither folder nor site are mixed. `folder`: where backups and
   * dossiers go; `site`: the port on the loopback whose pages are captured.
   */
  readonly work?: {
    readonly folder: string;
    readonly site: number;
    readonly only: keyof typeof only;
  };
}

// The thread that reads is started before the orders come, so that the round is spent on writing.
const reader = createReader();
await reader.read({ bytes: Buffer.from("An invented line."), name: "invented.txt" });
flushCompileCache();
const orders = JSON.parse(readFileSync(0, "utf8")) as WriterOrders;
const chance = chanceOf(orders.seed);
const note = noteTaker(orders.notes);
const ids = createIds();
const vault = await openVault({
  home: orders.home,
  databaseUrl: orders.databaseUrl === null ? null : new Secret(orders.databaseUrl),
  clock: systemClock,
  ids,
  projections,
  derivations,
  keys: deriveVaultKeys(Buffer.from(orders.rootKeyHex, "hex")),
});
const { ledger, files, engine } = vault;
const { db } = engine;
const actor = await actorOf(vault, orders.member as MemberId);
const weigh = { ledger, db, ids, clock: systemClock, textOf: () => Promise.resolve(null) };
const preserve = preserveDeps(vault, systemClock);
const collect = { ledger, files, ids, clock: systemClock, reader, actor };
const people: RecordId[] = [];
const claims: ClaimId[] = [];
const sources: SourceId[] = [];
let count = 0;

const upTo = (limit: number): number => Math.floor(chance() * limit);
const oneOf = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
const freshName = (): string => `Invented ${orders.seed} Number ${(count += 1)}`;

async function fileOf(name: string, text: string): Promise<readonly [string, string]> {
  const bytes = Buffer.from(text);
  const item = await addFile(collect, { name, bytes });
  if (item.source === undefined) throw new Error(`not taken in: ${item.error?.code}`);
  return [item.source, createHash("sha256").update(bytes).digest("hex")];
}

async function takeText(): Promise<Acknowledged> {
  const line = `${freshName()} was last seen at the invented well, a neighbour said.\n`;
  const file = await fileOf("invented.txt", line.repeat(1 + upTo(200)));
  sources.push(file[0] as SourceId);
  return { step: "file", files: [file] };
}

async function takeTable(): Promise<Acknowledged> {
  const rows = 20 + upTo(200);
  const lines = Array.from({ length: rows }, (_, i) => `${i},${freshName()},baker`);
  const file = await fileOf("invented.csv", `no,name,job\n${lines.join("\n")}\n`);
  const mapping = {
    schema: "Person",
    keyColumn: "no",
    columns: [
      { column: "no" },
      { column: "name", schema: "Person", property: "name" },
      { column: "job", schema: "Person", property: "occupation" },
    ],
  };
  const batch = await importTable(collect, { source: file[0], mapping, series: file[0] });
  return { step: "table", files: [file], batches: [[batch.id, rows]] };
}

async function openRecord(): Promise<Acknowledged> {
  const text = freshName();
  const given = [
    { property: "name", value: { kind: "name", text } },
    { property: "occupation", words: "weaver" },
  ];
  const input = { schema: "Person", source: oneOf(sources), label: text, claims: given };
  const made = await addRecord(weigh, actor, input, null);
  people.push(made.id);
  claims.push(...made.claims);
  return { step: "record", records: [made.id], claims: made.claims };
}

async function state(): Promise<Acknowledged> {
  const { id, seq } = await addStatement(weigh, actor, {
    source: oneOf(sources),
    passage: {},
    content: "that nobody of this invented name was held",
    stance: "denies",
    targets: [{ record: oneOf(people) }],
  });
  return { step: "statement", records: [id], entries: [[seq, "statement.added"]] };
}

async function review(): Promise<Acknowledged> {
  const input = { claim: oneOf(claims), state: oneOf(["accepted", "rejected"] as const) };
  const { seq } = await reviewClaim(weigh, actor, input);
  return { step: "review", entries: [[seq, "claim.reviewed"]] };
}

async function correct(): Promise<Acknowledged> {
  const old = claims[1] as ClaimId;
  const id = await replaceClaim(weigh, actor, { claim: old, words: freshName() }, null);
  return { step: "replace", claims: [id] };
}

async function pin(): Promise<Acknowledged> {
  const input = { record: oneOf(people), property: "name", claim: oneOf(claims), reason: "" };
  await pinClaim(weigh, actor, input);
  return { step: "pin" };
}

async function judge(): Promise<Acknowledged> {
  const [left, right] = [oneOf(people), people[0] as RecordId];
  if (left === right) return openRecord();
  const verdict = oneOf(["same", "different"] as const);
  const { seq } = await judgeRecords(weigh, actor, { left, right, verdict, reason: "" });
  return { step: "judgement", entries: [[seq, "judgement.made"]] };
}

async function takeBack(): Promise<Acknowledged> {
  const target = oneOf(claims);
  const { seq } = await withdraw(weigh, actor, {
    target,
    subject: people[0] as string,
    back: chance() < 0.5,
    reason: "",
  });
  return { step: "withdrawal", entries: [[seq, "withdrawn"]] };
}

async function sign(): Promise<Acknowledged> {
  const { size, note: signed } = await makeCheckpoint(preserve, actor, "hand");
  return { step: "checkpoint", checkpoints: [[size, signed]] };
}

async function takeLongFile(): Promise<Acknowledged> {
  const line = `${freshName()} was seen at the invented mill.\n`;
  return { step: "file", files: [await fileOf("invented.txt", line.repeat(20_000))] };
}

async function signAgain(): Promise<Acknowledged> {
  await openRecord();
  return sign();
}

async function backUp(): Promise<Acknowledged> {
  await openRecord();
  const path = join(orders.work?.folder ?? "", `${orders.seed}-${(count += 1)}.guwah`);
  const { entries } = await backupVault(vault, path);
  return { step: "backup", backups: [[path, entries]] };
}

async function compile(): Promise<Acknowledged> {
  const dir = join(orders.work?.folder ?? "", `dossier-${orders.seed}-${(count += 1)}`);
  const deps = { ...preserve, files, program: "Guwah, killed" };
  const records = [oneOf(people)];
  const made = await writeDossier(deps, actor, { records, audience: "inside", dir });
  return { step: "dossier", dossiers: [[dir, made.hash]] };
}

async function capture(): Promise<Acknowledged> {
  const port = orders.work?.site ?? 0;
  const url = `http://127.0.0.1:${port}/`;
  const { source, facts } = await captureUrl(collect, testSettings([port]), { url });
  const parts = Object.values(facts.files).map(({ sha256 }) => [source, sha256] as const);
  return { step: "capture", files: parts, packages: [facts.files.wacz.sha256] };
}

/** A round that is all one work, so that the kill falls into it. */
const only = {
  file: takeLongFile,
  table: takeTable,
  checkpoint: signAgain,
  backup: backUp,
  dossier: compile,
  capture,
} as const;

const steps = [
  takeText,
  takeTable,
  openRecord,
  openRecord,
  state,
  review,
  correct,
  pin,
  judge,
  takeBack,
  sign,
];

async function run(step: () => Promise<Acknowledged>): Promise<void> {
  note({ begun: step.name });
  note({ done: await step() });
}

try {
  await run(takeText);
  await run(openRecord);
  process.stdout.write("ready\n");
  while (orders.work !== undefined) await run(only[orders.work.only]);
  // Each life begins with the next kind of step, so that on a slow machine none is left out by chance.
  await run(steps[orders.seed % steps.length] as (typeof steps)[number]);
  for (;;) await run(oneOf(steps));
} catch (cause) {
  const code = cause !== null && typeof cause === "object" && "code" in cause ? cause.code : cause;
  note({ failed: String(code) });
  // Its parent decides when it ends, so that a failure nobody planned is seen as one.
  setInterval(() => {}, 60_000);
}
