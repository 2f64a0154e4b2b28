// The partner's side: a witness of other people's ledgers. It has a folder and a key of its own, and needs no vault.
import {
  cosignCheckpoint,
  initWitness,
  openWitness,
  readLogs,
  serveWitness,
  trustLog,
  type WitnessAnswer,
} from "../../preserve/index.ts";
import { exitCodes, systemClock } from "../../runtime/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { readSmall, requireNew, writeNew } from "./checkpoint.ts";

export const witness: Command = {
  name: "witness",
  usage: "init NAME | key | trust KEY | list | cosign FILE | serve",
  summary:
    "Be a witness: remember how far a partner's ledger had grown, and cosign only what grew out of that.",
  about:
    "It learns the number of entries and a hash, nothing of what they say.\nNever put back an older copy of its folder: it would forget what it signed.",
  least: 1,
  most: 2,
  options: [
    {
      name: "folder",
      type: "string",
      value: "DIR",
      help: "the witness's folder (beside the vault's, ending -witness)",
    },
    {
      name: "out",
      type: "string",
      value: "FILE",
      help: "cosign: write the answer to this new file",
    },
    { name: "host", type: "string", value: "ADDRESS", help: "serve: listen there (127.0.0.1)" },
    { name: "port", type: "string", value: "PORT", help: "serve: listen on this port (4825)" },
  ],
  run(call) {
    const [action, word] = call.args;
    const folder = text(call, "folder") ?? `${call.config.home}-witness`;
    switch (action) {
      case "init":
        return init(call, folder, given(word));
      case "key":
        return showKey(call, folder);
      case "trust":
        return trust(call, folder, given(word));
      case "list":
        return list(call, folder);
      case "cosign":
        return cosign(call, folder, given(word));
      case "serve":
        return serve(call, folder);
      default:
        throw new UsageError(`Use it as: guwah witness ${witness.usage}`);
    }
  },
};

async function init(call: Call, folder: string, name: string): Promise<unknown> {
  const { vkey } = await initWitness(folder, name);
  call.terminal.line("A witness. Hand this key to those whose ledgers it will watch:");
  call.terminal.line(vkey);
  return { folder, vkey };
}

async function showKey(call: Call, folder: string): Promise<unknown> {
  const { vkey } = await openWitness(folder);
  call.terminal.line(vkey);
  return { vkey };
}

async function trust(call: Call, folder: string, vkey: string): Promise<unknown> {
  const { origin } = await trustLog(await openWitness(folder), vkey);
  call.terminal.line(`Trusted: ${origin}`);
  return { origin };
}

async function list(call: Call, folder: string): Promise<unknown> {
  const { vkey } = await openWitness(folder);
  const logs = (await readLogs(folder)).map(({ origin, size, root, cosigned }) => ({
    origin,
    size,
    root: root.toString("hex"),
    cosigned: cosigned === null ? null : new Date(cosigned * 1000).toISOString(),
  }));
  call.terminal.line(vkey);
  if (logs.length === 0) call.terminal.line("No ledger is trusted yet: guwah witness trust KEY");
  for (const { origin, size, cosigned } of logs) {
    call.terminal.line(`${origin}  ${size} entries  ${cosigned ?? "nothing cosigned yet"}`);
  }
  return { vkey, logs };
}

async function cosign(call: Call, folder: string, path: string): Promise<unknown> {
  const out = text(call, "out");
  if (out === undefined) throw new UsageError("Use it as: guwah witness cosign FILE --out ANSWER");
  await requireNew(out);
  const answer = await cosignCheckpoint(
    await openWitness(folder),
    systemClock,
    await readSmall(path),
  );
  if (answer.kind === "cosigned") {
    await writeNew(out, answer.note);
    call.terminal.line("Cosigned. Bring the answer back: guwah checkpoint --add FILE");
    return { kind: "cosigned", file: out };
  }
  const { line, code } = refusals[answer.kind];
  call.terminal.line(
    answer.kind === "conflict"
      ? `This witness saw ${answer.size} entries last. Ask for a request from there: guwah checkpoint --request FILE --from ${answer.size}`
      : line,
  );
  process.exitCode = code;
  return answer;
}

const refusals: Record<
  Exclude<WitnessAnswer["kind"], "cosigned">,
  { readonly line: string; readonly code: number }
> = {
  malformed: {
    line: "This is not a request for a witness. Have it made with guwah checkpoint --request.",
    code: exitCodes.usage,
  },
  "unknown-log": {
    line: "This ledger is not trusted here. Ask its keeper for the key, then: guwah witness trust KEY",
    code: exitCodes.notFound,
  },
  unsigned: {
    line: "NOT cosigned: the key trusted for this ledger has not signed it.",
    code: exitCodes.refused,
  },
  conflict: { line: "", code: exitCodes.conflict },
  split: {
    line: "NOT cosigned: this witness saw another ledger of the same size under this name. History was rewritten, or there are two copies.",
    code: exitCodes.damaged,
  },
  inconsistent: {
    line: "NOT cosigned: what this witness saw last is not the beginning of this ledger. History was rewritten, or there are two copies.",
    code: exitCodes.damaged,
  },
};

async function serve(call: Call, folder: string): Promise<unknown> {
  const port = text(call, "port") ?? "4825";
  if (!/^[0-9]{1,5}$/.test(port)) throw new UsageError("Expected --port as a number.");
  const opened = await openWitness(folder);
  const host = text(call, "host") ?? "127.0.0.1";
  const served = await serveWitness(opened, { host, port: Number(port), clock: systemClock });
  const shown = host.includes(":") ? `[${host}]` : host;
  call.terminal.note(`The witness is ready:  http://${shown}:${served.port}`);
  call.terminal.note("Stop it with Ctrl+C.");
  // Until a signal ends it.
  return new Promise(() => {});
}

function given(word: string | undefined): string {
  if (word === undefined) throw new UsageError(`Use it as: guwah witness ${witness.usage}`);
  return word;
}
