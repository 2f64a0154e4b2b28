// Signing the ledger, and the files that go to witnesses and come back.
import { readFile, stat, writeFile } from "node:fs/promises";
import type {
  AddedCosignatures,
  CheckpointList,
  CosignatureRequest,
  MadeCheckpoint,
} from "../../preserve/index.ts";
import { formatVerifierKey, parseWitnessPolicy } from "../../proof/index.ts";
import { exitCodes } from "../../runtime/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";

export const checkpoint: Command = {
  name: "checkpoint",
  usage: "",
  summary: "Sign the ledger as it is now, and send that to the witnesses that have an address.",
  about:
    "Hand the key (--key) to partners and print it where others find it.\nWithout a network, carry --request FILE to a partner's `guwah witness cosign`,\nand bring back the answer with --add FILE.",
  options: [
    {
      name: "out",
      type: "string",
      value: "FILE",
      help: "write the checkpoint and its cosignatures to a new file, to be kept elsewhere",
    },
    { name: "list", type: "boolean", help: "list checkpoints and witnesses, make nothing" },
    { name: "key", type: "boolean", help: "print the ledger's verifier key" },
    {
      name: "request",
      type: "string",
      value: "FILE",
      help: "write the request for a witness to a new file",
    },
    {
      name: "witness",
      type: "string",
      value: "NAME",
      help: "with --request: which witness it is for",
    },
    {
      name: "from",
      type: "string",
      value: "SIZE",
      help: "with --request: the size the witness says it saw last",
    },
    { name: "add", type: "string", value: "FILE", help: "take in what a witness cosigned" },
    {
      name: "policy",
      type: "string",
      value: "FILE",
      help: "set the witnesses from a C2SP tlog-policy file",
    },
    {
      name: "new-name",
      type: "string",
      value: "REASON",
      help: "go on under a new name and key, after a restore from an old backup",
    },
  ],
  run(call) {
    const given = Object.keys(actions).filter((name) => call.options[name] !== undefined);
    if (given.length > 1) {
      const names = Object.keys(actions).map((name) => `--${name}`);
      throw new UsageError(`Give one of: ${names.join(", ")}.`);
    }
    return (actions[given[0] ?? ""] ?? make)(call);
  },
};

const actions: Readonly<Record<string, (call: Call) => Promise<unknown>>> = {
  list,
  key,
  request,
  add,
  policy,
  "new-name": newName,
};

async function make(call: Call): Promise<unknown> {
  const out = text(call, "out");
  if (out !== undefined) await requireNew(out);
  const to = await call.connect();
  const made = await to.post<MadeCheckpoint>("/api/checkpoints");
  let now = await to.get<CheckpointList>("/api/checkpoints");
  if (now.witnesses.some((witness) => witness.address !== null)) {
    now = await to.job<CheckpointList>("/api/checkpoints/deliver");
  }
  const shown = now.checkpoints.find((c) => c.origin === made.origin && c.size === made.size);
  const { terminal } = call;
  terminal.line(
    made.made
      ? `Signed: ${made.size} entries.`
      : `Nothing was written since the last checkpoint of ${made.size} entries.`,
  );
  terminal.line(witnessedText(now, shown?.cosignatures.length ?? 0));
  sayAlarms(call, now);
  if (out !== undefined) await writeNew(out, shown?.note ?? made.note);
  return { ...made, ...shown, alarms: now.alarms };
}

async function list(call: Call): Promise<unknown> {
  const to = await call.connect();
  const now = await to.get<CheckpointList>("/api/checkpoints");
  const { terminal } = call;
  sayAlarms(call, now);
  if (now.checkpoints.length === 0) terminal.line("No checkpoint yet.");
  for (const { size, at, cosignatures, policyMet, coveredBy } of now.checkpoints) {
    const by = cosignatures.map(({ witness }) => witness).join(", ");
    const state = policyMet ? "met" : coveredBy === null ? "" : `covered by ${coveredBy}`;
    terminal.line(
      [new Date(at).toISOString(), `${size} entries`, by, state].filter(Boolean).join("  "),
    );
  }
  for (const { name, address, cosigned, last } of now.witnesses) {
    terminal.line(
      `Witness ${name}: ${cosigned === 0 ? "nothing" : `${cosigned} entries`} cosigned, ${address ?? "by file"}${last === null ? "" : ` (${last})`}`,
    );
  }
  return now;
}

async function key(call: Call): Promise<unknown> {
  const to = await call.connect();
  const { origin, vkey } = await keyOf(to);
  call.terminal.line(vkey);
  return { origin, vkey };
}

async function request(call: Call): Promise<unknown> {
  const path = text(call, "request") as string;
  const fromText = text(call, "from");
  if (fromText !== undefined && !/^[0-9]{1,15}$/.test(fromText)) {
    throw new UsageError("Expected --from as a number of entries.");
  }
  await requireNew(path);
  const to = await call.connect();
  const made = await to.post<CosignatureRequest>("/api/checkpoints/request", {
    witness: text(call, "witness") ?? null,
    ...(fromText === undefined ? {} : { from: Number(fromText) }),
  });
  await writeNew(path, made.text);
  call.terminal.line(
    `Request for ${made.size} entries, from ${made.oldSize} on. At the witness: guwah witness cosign FILE --out ANSWER`,
  );
  return { ...made, file: path };
}

async function add(call: Call): Promise<unknown> {
  const note = await readSmall(text(call, "add") as string);
  const to = await call.connect();
  const done = await to.post<AddedCosignatures>("/api/checkpoints/cosignatures", { note });
  call.terminal.line(
    done.added.length === 0
      ? `Already here: ${done.known.join(", ")} under ${done.size} entries.`
      : `Cosigned by ${done.added.join(", ")}: ${done.size} entries.`,
  );
  return done;
}

async function policy(call: Call): Promise<unknown> {
  const { witnesses, need } = parseWitnessPolicy(await readSmall(text(call, "policy") as string));
  const to = await call.connect();
  const now = await to.post<CheckpointList>("/api/witnesses", {
    need,
    witnesses: witnesses.map(({ name, key: found, address }) => ({
      name,
      vkey: formatVerifierKey(found),
      address,
    })),
  });
  call.terminal.line(`${now.witnesses.length} witnesses, ${now.need} needed.`);
  return { need: now.need, witnesses: now.witnesses };
}

async function newName(call: Call): Promise<unknown> {
  const to = await call.connect();
  const begun = await to.post<{ origin: string; vkey: string }>("/api/checkpoints/new-name", {
    reason: text(call, "new-name"),
  });
  call.terminal.line("A new name. Hand this key to every witness:");
  call.terminal.line(begun.vkey);
  return begun;
}

async function keyOf(to: Connection): Promise<{ origin: string; vkey: string }> {
  const { origin, vkey } = await to.get<CheckpointList>("/api/checkpoints");
  if (origin === null || vkey === null) {
    throw new UsageError("The ledger has no key before its first checkpoint: guwah checkpoint");
  }
  return { origin, vkey };
}

const alarmTexts: Readonly<Record<string, string>> = {
  "witness-ahead": "A witness saw more entries than there are here: this vault was put back.",
  "witness-disagrees": "A witness saw another history under this name: this one was rewritten.",
};

function sayAlarms(call: Call, { alarms }: CheckpointList): void {
  for (const alarm of new Set(alarms)) {
    call.terminal.line(`ALARM  ${alarmTexts[alarm] ?? "Run guwah check."} [${alarm}]`);
  }
  if (alarms.length > 0) process.exitCode = exitCodes.damaged;
}

function witnessedText({ witnesses, need }: CheckpointList, by: number): string {
  if (witnesses.length === 0) return "No witnesses are set.";
  return `Witnessed by ${by} of ${witnesses.length}, ${need} needed: ${need > 0 && by >= need ? "met" : "not met yet"}.`;
}

/** A text file of the size a checkpoint has. Throws UsageError. */
export async function readSmall(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size > 100_000) {
    throw new UsageError("There is no small file here that can be read. Check the path.");
  }
  return readFile(path, "utf8");
}

/** Throws UsageError where there is a file already. */
export async function requireNew(path: string): Promise<void> {
  if ((await stat(path).catch(() => null)) !== null) {
    throw new UsageError("There is a file of this name. Choose another one.");
  }
}

export async function writeNew(path: string, content: string): Promise<void> {
  await writeFile(path, content, { flag: "wx", mode: 0o600, flush: true });
}
