// Trusted time on checkpoints, from authorities a keeper sets.
import type { AuthorityView, StampList } from "../../preserve/index.ts";
import { exitCodes } from "../../runtime/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { readSmall } from "./checkpoint.ts";

export const stamp: Command = {
  name: "stamp",
  usage: "",
  summary: "Have the ledger stamped as it is now by the time-stamping authorities that are set.",
  about:
    'A stamp proves "not later than", never "not earlier than".\nThe authority gets a hash of a checkpoint, which says nothing of what is in the vault; it also sees an address and a time. The revocation lists its certificates name are fetched with it.\nNone is set at first, and nothing is sent then.',
  least: 0,
  most: 1,
  options: [
    { name: "list", type: "boolean", help: "list authorities and stamps, ask nobody" },
    {
      name: "authority",
      type: "string",
      value: "NAME URL",
      help: "set an authority: its name, then its https address (RFC 3161)",
    },
    {
      name: "root",
      type: "string",
      value: "FILE",
      help: "with --authority: the root certificate (PEM) its stamps must lead to",
    },
    {
      name: "root-sha256",
      type: "string",
      value: "HEX",
      help: "with --authority: that certificate's SHA-256 instead",
    },
    { name: "remove", type: "string", value: "NAME", help: "ask this authority no more" },
  ],
  run(call) {
    const given = Object.keys(actions).filter((name) => call.options[name] !== undefined);
    if (given.length > 1) throw new UsageError("Give one of: --list, --authority, --remove.");
    const [action = ""] = given;
    if (action !== "authority" && call.args.length > 0) {
      throw new UsageError("Give an address only with --authority NAME.");
    }
    return (actions[action] ?? ask)(call);
  },
};

const actions: Readonly<Record<string, (call: Call) => Promise<StampList>>> = {
  list,
  authority,
  remove,
};

async function ask(call: Call): Promise<StampList> {
  const to = await call.connect();
  const { authorities } = await to.get<StampList>("/api/stamps");
  if (authorities.length === 0) {
    throw new UsageError(
      "No authority is set, so nobody is asked. Set one: guwah stamp --authority NAME URL",
    );
  }
  const now = await to.job<StampList>("/api/stamps");
  sayAuthorities(call, now);
  if (now.authorities.some(({ state }) => state !== "stamped")) {
    process.exitCode = exitCodes.conflict;
  }
  return now;
}

async function list(call: Call): Promise<StampList> {
  const to = await call.connect();
  const now = await to.get<StampList>("/api/stamps");
  const { terminal } = call;
  if (now.authorities.length === 0) terminal.line("No authority is set; nothing is sent.");
  sayAuthorities(call, now);
  for (const { size, authority: by, notLaterThan, holds, root, revocation } of now.stamps) {
    const when = `not later than ${new Date(notLaterThan).toISOString()}`;
    terminal.line(`${size} entries  ${holds ? when : "DOES NOT HOLD  run guwah check"}  ${by}`);
    terminal.line(`  revocation list: ${revocation}  root ${root}`);
  }
  if (now.stamps.length > 0) {
    terminal.line('A stamp proves "not later than", never "not earlier than".');
  }
  if (now.stamps.some(({ holds }) => !holds)) process.exitCode = exitCodes.damaged;
  return now;
}

async function authority(call: Call): Promise<StampList> {
  const [url] = call.args;
  const file = text(call, "root");
  const sha256 = text(call, "root-sha256");
  if (url === undefined || (file !== undefined && sha256 !== undefined)) {
    throw new UsageError(
      "Use it as: guwah stamp --authority NAME URL [--root FILE | --root-sha256 HEX]",
    );
  }
  const root = file === undefined ? (sha256 ?? null) : await readSmall(file);
  const to = await call.connect();
  const name = text(call, "authority");
  const now = await to.post<StampList>("/api/authorities", { name, url, root });
  call.terminal.line(
    root === null
      ? "Set, with no root of its own: whatever root comes with a stamp is believed. Better give --root FILE."
      : "Set. Its stamps must lead to the root you gave.",
  );
  return now;
}

async function remove(call: Call): Promise<StampList> {
  const to = await call.connect();
  const now = await to.post<StampList>("/api/authorities/remove", { name: text(call, "remove") });
  call.terminal.line("Removed. The stamps it gave stay.");
  return now;
}

function sayAuthorities({ terminal }: Call, { authorities }: StampList): void {
  for (const one of authorities) terminal.line(`${one.name}: ${stateText(one)}  ${one.url}`);
}

function stateText({ state, fault, stamped }: AuthorityView): string {
  switch (state) {
    case "none":
      return "waits for the first checkpoint";
    case "pending":
      return "pending";
    case "stamped":
      return `stamped ${stamped} entries`;
    case "failed":
      return `failed [${fault ?? ""}], will be asked again`;
  }
}
