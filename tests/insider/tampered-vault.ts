// A vault with files in it, made as a real one is, for tests that damage it from outside. Everyone in it is invented.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVault } from "../../src/access/index.ts";
import { quickKdf, testPassphrase } from "../../src/access/testing.ts";
import { derivations, projections } from "../../src/app.ts";
import { addFile, createReader } from "../../src/collect/index.ts";
import type { FileHash, RecordId, SourceId } from "../../src/model/index.ts";
import { createIds, Secret, systemClock } from "../../src/runtime/index.ts";
import {
  deriveVaultKeys,
  type Engine,
  openPostgres,
  openSqlcipher,
  openVault,
  type Vault,
} from "../../src/store/index.ts";
import { addRecord } from "../../src/weigh/index.ts";

export interface Stored {
  readonly hash: FileHash;
  /** Where its encrypted bytes lie. */
  readonly path: string;
  /** The entry that names it. */
  readonly seq: number;
}

export interface TamperedVault {
  readonly home: string;
  readonly files: readonly Stored[];
  readonly person: RecordId;
  open(): Promise<Vault>;
  /** The bare database, past everything Guwah guards it with: what an insider with the key has. */
  database(): Promise<Engine>;
  /** `bin/guwah` in this vault. */
  guwah(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  end(): Promise<void>;
}

const texts = [
  "short",
  "An invented text of one line.\n",
  "x".repeat(100_000),
  "ұзын мәтін ".repeat(9_000),
];

export async function tamperedVault(engine: Engine["kind"], url: string): Promise<TamperedVault> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-insider-"));
  const home = join(folder, "vault");
  const ids = createIds();
  const databaseUrl = engine === "postgres" ? new Secret(url) : null;
  const deps = { home, databaseUrl, clock: systemClock, ids, projections, derivations };
  const made = await createVault(deps, {
    name: "Invented Archive",
    member: "Aygul Invented",
    passphrase: testPassphrase,
    kdf: quickKdf(),
  });
  const root = Buffer.from(made.vault.keys.root);
  const vaultId = made.vault.id;
  const { person, files } = await fill(made.vault, made.actor);
  await made.vault.close();
  const keys = () => deriveVaultKeys(Buffer.from(root));
  return {
    home,
    files,
    person,
    open: () => openVault({ ...deps, keys: keys() }),
    database: () =>
      engine === "postgres"
        ? openPostgres(url, `guwah_${vaultId}`)
        : openSqlcipher(join(home, "vault.db"), keys().database),
    guwah: (...args) => guwah(home, engine === "postgres" ? url : undefined, args),
    end: async () => {
      if (engine === "postgres") {
        const bare = await openPostgres(url, `guwah_${vaultId}`);
        await bare.define([`DROP SCHEMA guwah_${vaultId} CASCADE`]);
        await bare.close();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(vault: Vault, actor: Parameters<typeof addRecord>[1]) {
  const { ledger, files, engine } = vault;
  const reader = createReader();
  const shared = { ledger, ids: createIds(), clock: systemClock };
  let source = "";
  for (const [i, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const item = await addFile({ ...shared, files, reader, actor }, { name: `f${i}.txt`, bytes });
    source = item.source ?? source;
  }
  await reader.close();
  const input = {
    schema: "Person",
    source: source as SourceId,
    label: "Yerlan Testuly",
    claims: [
      { property: "name", value: { kind: "name", text: "Yerlan Testuly" } },
      { property: "occupation", words: "teacher" },
    ],
  };
  const deps = { ...shared, db: engine.db, textOf: () => Promise.resolve(null) };
  const { id } = await addRecord(deps, actor, input, null);
  const rows = await engine.db.selectFrom("files").select(["hash", "seq"]).orderBy("seq").execute();
  const stored = rows.map(({ hash, seq }) => {
    const name = files.nameOf(hash as FileHash);
    const path = join(vault.home, "files", name.slice(0, 2), name.slice(2, 4), name);
    return { hash: hash as FileHash, seq, path };
  });
  return { person: id, files: stored };
}

function guwah(home: string, url: string | undefined, args: readonly string[]) {
  const program = join(import.meta.dirname, "..", "..", "bin", "guwah");
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    GUWAH_HOME: home,
    GUWAH_PASSPHRASE: testPassphrase,
    ...(url === undefined ? {} : { GUWAH_DATABASE_URL: url }),
  };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}
