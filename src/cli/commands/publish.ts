// Releases to the public and to partners, in a terminal.
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type {
  Approval,
  HeldCount,
  MadeRelease,
  ReleasePreview,
  ReleaseStatus,
} from "../../server/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { unpack } from "./dossier.ts";
import { personId } from "./people.ts";

const audienceOption = {
  name: "audience",
  type: "string",
  value: "NAME",
  help: "public, or partners; public where it is left out",
} as const;
const kOption = {
  name: "k",
  type: "string",
  value: "N",
  help: "of people without a name, show only what N share (5; never less than 3)",
} as const;

const publisherOption = {
  name: "publisher",
  type: "string",
  value: "FILE",
  help: "JSON with the name, contact and address (https) of the group, as the site shall tell them; part of what is approved",
} as const;

const publish: Command = {
  name: "publish",
  usage: "",
  summary:
    "Make an approved release: a folder with the public site, which nothing else leaves with.",
  about:
    "Each value goes only where the consent of everybody behind it covers the audience, it was reviewed, no hold stands and it is not sensitive. Of people without a name only what many share is shown. Two members must approve exactly what would leave (guwah publish approve); any change voids it.\nDIR is a new folder. --preview says what would go and what stays, and makes nothing.",
  least: 0,
  most: 0,
  options: [
    { name: "to", type: "string", value: "DIR", help: "the new folder" },
    audienceOption,
    {
      name: "copies",
      type: "string",
      value: "WORDS",
      help: "where the copies go, as the ledger keeps it; the folder's name where it is left out",
    },
    kOption,
    publisherOption,
    { name: "preview", type: "boolean", help: "only say what would go and what stays" },
  ],
  async run(call) {
    const to = await call.connect();
    const ask = await askOf(call);
    if (call.options["preview"] === true) return preview(call, to);
    const target = resolve(text(call, "to") ?? missing("to"));
    await requireFree(target);
    const where = text(call, "copies") ?? target.split(/[\\/]/).at(-1) ?? "a folder";
    const plan = await to.post<ReleasePreview>(`${at}/preview`, ask);
    if (plan.missing.length > 0) {
      tell(call, plan);
      throw new UsageError(
        "The release is not ready; nothing was written. See what is missing above.",
      );
    }
    const { job } = await to.post<{ job: string }>(at, { ...ask, to: where });
    const made = await to.follow<MadeRelease>(job);
    await unpack(await to.download(`${at}/${job}`), target);
    call.terminal.line(`Release ${made.number}: ${made.people} people, ${made.files} files.`);
    call.terminal.line(`Contents ${made.contents}`);
    call.terminal.line(`Files    ${made.tree}`);
    call.terminal.line(`Approved by ${made.approvedBy.join(", ")}.`);
    return { ...made, to: target };
  },
};

const approve: Command = {
  name: "publish approve",
  usage: "CONTENTS",
  summary: "Agree that exactly these contents go, named by their hash as the preview tells it.",
  least: 1,
  most: 1,
  options: [audienceOption, kOption, publisherOption],
  async run(call) {
    const to = await call.connect();
    const approvals = await to.post<readonly Approval[]>(`${at}/approve`, {
      ...(await askOf(call)),
      contents: call.args[0] ?? "",
    });
    call.terminal.line(`Approved by ${approvals.map(({ name }) => name).join(", ")}.`);
    return approvals;
  },
};

const hold: Command = {
  name: "publish hold",
  usage: "WHAT",
  summary: "Keep a person, source or claim out of every release until the hold is lifted.",
  about: "WHAT is a person's number or name, or the id of a record, source or claim.",
  least: 1,
  most: 20,
  options: [
    { name: "reason", type: "string", value: "WORDS", help: "why; needed" },
    { name: "lift", type: "boolean", help: "lift the hold instead" },
  ],
  async run(call) {
    const reason = text(call, "reason") ?? missing("reason");
    const to = await call.connect();
    const what = call.args.join(" ");
    const about = /^(?:src|clm|rec)_/.test(what) ? what : await personId(to, what);
    const stands = call.options["lift"] !== true;
    await to.post(`${at}/holds`, { about, reason, stands });
    call.terminal.line(stands ? "Nothing of it goes into a release now." : "The hold is lifted.");
    return { about, stands };
  },
};

const withdraw: Command = {
  name: "publish withdraw",
  usage: "NUMBER",
  summary: "Say that a release should no longer be shown, and where its copies went.",
  least: 1,
  most: 1,
  options: [
    audienceOption,
    { name: "reason", type: "string", value: "WORDS", help: "why; needed" },
  ],
  async run(call) {
    const reason = text(call, "reason") ?? missing("reason");
    const number = Number(call.args[0]);
    if (!Number.isInteger(number) || number < 1)
      throw new UsageError("Name the release by its number.");
    const to = await call.connect();
    const { audience } = await askOf(call);
    await to.post(`${at}/withdraw`, { number, audience, reason });
    const { releases } = await to.get<ReleaseStatus>(at);
    const one = releases.find((made) => made.number === number && made.audience === audience);
    call.terminal.line(
      `Release ${number} is withdrawn. Its copies went to: ${one?.to ?? "nobody"}.`,
    );
    return one ?? null;
  },
};

const status: Command = {
  name: "publish status",
  usage: "",
  summary:
    "What is missing for the next release, the holds that stand, and past releases with where their copies went.",
  least: 0,
  most: 0,
  options: [audienceOption, kOption, publisherOption],
  async run(call) {
    const to = await call.connect();
    const plan = await to.post<ReleasePreview>(`${at}/preview`, await askOf(call));
    const { releases, holds } = await to.get<ReleaseStatus>(at);
    tell(call, plan);
    for (const { about, by, reason } of holds)
      call.terminal.line(`  hold: ${about}, by ${by}: ${reason}`);
    for (const one of releases)
      call.terminal.line(
        `  release ${one.number} (${one.audience}), ${new Date(one.at).toISOString().slice(0, 10)}, to ${one.to}, files ${one.tree}${one.withdrawn === null ? "" : ", withdrawn"}`,
      );
    const { contents, approvals, missing: lacks } = plan;
    return { contents, approvals, missing: lacks, releases, holds };
  },
};

const at = "/api/releases";

interface Ask {
  readonly audience: string;
  readonly k?: number;
  readonly publisher?: Readonly<Record<string, string>>;
}

const most = 10_000;

async function publisherOf(call: Call): Promise<Pick<Ask, "publisher">> {
  const path = text(call, "publisher");
  if (path === undefined) return {};
  const refuse = new UsageError(
    "--publisher takes a small JSON file with name, contact and address, each in words.",
  );
  const read = await readFile(resolve(path), "utf8").catch(() => {
    throw refuse;
  });
  if (read.length > most) throw refuse;
  let found: unknown;
  try {
    found = JSON.parse(read);
  } catch {
    throw refuse;
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) throw refuse;
  const publisher = Object.entries(found).map(([name, value]: [string, unknown]) => {
    if (!["name", "contact", "address"].includes(name) || typeof value !== "string") throw refuse;
    return [name, value] as const;
  });
  return { publisher: Object.fromEntries(publisher) };
}

async function askOf(call: Call): Promise<Ask> {
  const k = text(call, "k");
  if (k !== undefined && !/^[0-9]{1,4}$/.test(k)) throw new UsageError("--k takes a whole number.");
  return {
    audience: text(call, "audience") ?? "public",
    ...(k === undefined ? {} : { k: Number(k) }),
    ...(await publisherOf(call)),
  };
}

async function preview(call: Call, to: Connection): Promise<unknown> {
  const plan = await to.post<ReleasePreview>(`${at}/preview`, await askOf(call));
  tell(call, plan);
  const { terminal } = call;
  for (const { label, number, level, reason, values, alike } of plan.people)
    terminal.line(
      level === null
        ? `  stays: ${label}, ${reason}`
        : `  goes: ${label} as ${number}, ${level}, ${values} values${alike === null ? "" : `, ${alike} alike`}`,
    );
  sayHeld(terminal, plan.heldBack);
  for (const { kind, number } of plan.release.changes) terminal.line(`  ${kind}: ${number}`);
  return plan;
}

function tell(
  { terminal }: Call,
  { release, contents, approvals, missing: lacks }: ReleasePreview,
): void {
  terminal.line(
    `Release ${release.number} for ${release.audience}: ${release.people.length} people.`,
  );
  terminal.line(`Contents ${contents}`);
  if (approvals.length > 0)
    terminal.line(`Approved by ${approvals.map(({ name }) => name).join(", ")}.`);
  for (const one of lacks)
    terminal.line(
      one.code === "nobody"
        ? "  missing: nobody may be shown to this audience"
        : `  missing: ${one.need - one.have} of ${one.need} approvals`,
    );
}

function sayHeld(terminal: Call["terminal"], heldBack: readonly HeldCount[]): void {
  for (const { what, reason, count } of heldBack)
    terminal.line(`  held back: ${count} × ${what}, ${reason}`);
}

function missing(option: string): never {
  throw new UsageError(`Say --${option}; see guwah help publish.`);
}

async function requireFree(target: string): Promise<void> {
  const found = await readdir(target).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new UsageError("There is a file of this name. Name a new folder.");
  });
  if (found.length > 0) throw new UsageError("The folder is not empty. Name a new one.");
}

export const publishing: readonly Command[] = [publish, approve, hold, withdraw, status];
