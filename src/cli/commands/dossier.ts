// Dossiers in a terminal.
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { extract } from "tar-stream";
import type { CaseView } from "../../act/index.ts";
import type { WrittenDossier } from "../../publish/index.ts";
import type { DossierPreview } from "../../server/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { readSmall, requireNew } from "./checkpoint.ts";
import { personId } from "./people.ts";

type Told = Omit<WrittenDossier, "dir">;

const dossier: Command = {
  name: "dossier",
  usage: "[PERSON...]",
  summary:
    "Write the dossier of one person or several, which a stranger can check with bash, sha256sum, openssl and ssh-keygen.",
  about:
    "PERSON is an id, a number, or a name; where several are given, put each name in quotes.\nAudiences: inside, un-quiet, un-named, partners, public-name. But for `inside`, each person's consent must cover it (see guwah consent); those whose consent does not are left out.\nWhere time-stamping authorities are set and the ledger has no stamp yet that covers it, they are asked (see guwah stamp).",
  least: 0,
  most: 200,
  options: [
    {
      name: "selection",
      type: "string",
      value: "FILE",
      help: "also those this file names, one id, number or name a line",
    },
    {
      name: "case",
      type: "string",
      value: "NUMBER",
      help: "also those this case is about (G-2026-0001)",
    },
    {
      name: "to",
      type: "string",
      value: "DIR",
      help: "the new folder, or with --recipient the new file",
    },
    { name: "audience", type: "string", value: "NAME", help: "for whom it is" },
    {
      name: "recipient",
      type: "string",
      value: "AGE",
      help: "encrypt to these age recipients, with commas between them",
    },
    {
      name: "blacked-out",
      type: "boolean",
      help: "of each source that has copies with parts blacked out, send the newest of them and not the original",
    },
    {
      name: "no-stamp",
      type: "boolean",
      help: "ask no time-stamping authority now: it would see that something was made at this moment",
    },
    {
      name: "preview",
      type: "boolean",
      help: "only say what would go and what would be held back",
    },
  ],
  async run(call) {
    const audience = required(call, "audience");
    const isPreview = call.options["preview"] === true;
    const target = isPreview ? "" : resolve(required(call, "to"));
    const to = await call.connect();
    const records = await selected(call, to);
    const ask = { records, audience, ...(await copiesOf(call, to, records, audience)) };
    if (isPreview) return preview(call, await to.post<DossierPreview>(previewAt, ask));
    const recipients = text(call, "recipient")?.split(",") ?? [];
    await requireFree(target, recipients.length > 0);
    const { job } = await to.post<{ job: string }>("/api/dossiers", {
      ...ask,
      recipients,
      stamp: call.options["no-stamp"] !== true,
    });
    const made = await to.follow<Told>(job);
    const bytes = await to.download(`/api/dossiers/${job}`);
    await (recipients.length > 0 ? save(bytes, target) : unpack(bytes, target));
    tell(call, made);
    return { ...made, to: target };
  },
};

const previewAt = "/api/dossiers/preview";
const isExact = (word: string): boolean => /^(?:rec_[0-9A-Z]{26}|P-[0-9A-Z]{8})$/i.test(word);

/** The records PERSON…, --selection and --case stand for. */
async function selected(call: Call, to: Connection): Promise<string[]> {
  const { args } = call;
  // Without quotes the words of one name come one by one.
  const isMany = args.every(isExact) || args.some((word) => word.includes(" "));
  const named = isMany ? args : [args.join(" ")];
  const file = text(call, "selection");
  const listed = file === undefined ? [] : (await readSmall(file)).split(/\r?\n/);
  const words = [...named, ...listed].map((line) => line.trim());
  const number = text(call, "case");
  const { people } =
    number === undefined
      ? { people: [] }
      : await to.get<Pick<CaseView, "people">>(`/api/cases/${encodeURIComponent(number)}`);
  const records = people.map(({ id }) => id);
  for (const word of words)
    if (word !== "" && !word.startsWith("#")) records.push(await personId(to, word));
  if (records.length === 0)
    throw new UsageError("Say whom the dossier is about; see guwah help dossier.");
  return records;
}

/** The newest copy of each source that has one, where the maker asked for copies. */
async function copiesOf(
  call: Call,
  to: Connection,
  records: readonly string[],
  audience: string,
): Promise<{ copies?: readonly { source: string; file: string }[] }> {
  if (call.options["blacked-out"] !== true) return {};
  const { offered } = await to.post<DossierPreview>(previewAt, { records, audience });
  return {
    copies: offered.flatMap(({ source, copies: [newest] }) =>
      newest === undefined ? [] : [{ source, file: newest.file }],
    ),
  };
}

function tell({ terminal }: Call, made: Told): void {
  terminal.line(
    `${made.numbers.length === 1 ? "" : `${made.numbers.length} people, `}${made.claims} claims, ${made.sources} sources, ${made.files} files, ${made.entries} proved entries.`,
  );
  sayHeld(terminal, made.heldBack);
  sayLeftOut(terminal, made.leftOut);
  terminal.line(
    `Signed by ${made.signer}. Publish this elsewhere; to check: bash verify.sh --signer ${made.signer}`,
  );
  if (!made.witnessed) terminal.line("No witness has cosigned this state of the ledger yet.");
  if (made.stamps > 0) terminal.line(`Time stamps on it: ${made.stamps}.`);
  else
    terminal.line(
      made.unstamped.length === 0
        ? "No time stamp: no authority is set (guwah stamp)."
        : `No time stamp: ${made.unstamped.join(", ")} gave none. guwah stamp says why.`,
    );
}

function preview({ terminal }: Call, plan: DossierPreview): DossierPreview {
  terminal.line(`${plan.claims} claims and ${plan.sources.length} sources would go.`);
  for (const { number, heldBack } of plan.people) {
    if (plan.people.length > 1) terminal.line(`${number}:`);
    sayHeld(terminal, heldBack);
  }
  sayLeftOut(terminal, plan.leftOut);
  for (const { source, copies, original } of plan.offered)
    terminal.line(
      `  ${source}: ${copies.length} with parts blacked out; the original ${original === "goes" ? "would go" : `stays, ${original}`} (see --blacked-out)`,
    );
  return plan;
}

function sayHeld(terminal: Call["terminal"], heldBack: Told["heldBack"]): void {
  for (const { what, reason, count } of heldBack)
    terminal.line(`  held back: ${count} × ${what}, ${reason}`);
}

function sayLeftOut(terminal: Call["terminal"], leftOut: Told["leftOut"]): void {
  for (const { number, consent: said } of leftOut)
    terminal.line(`  left out: ${number}, consent ${said}`);
}

function required(call: Call, name: string): string {
  const given = text(call, name);
  if (given === undefined) throw new UsageError(`Say --${name}; see guwah help dossier.`);
  return given;
}

export async function requireFree(target: string, isFile: boolean): Promise<void> {
  if (isFile) return requireNew(target);
  const found = await readdir(target).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new UsageError("There is a file of this name. Name a new folder.");
  });
  if (found.length > 0) throw new UsageError("The folder is not empty. Name a new one.");
}

export async function save(bytes: ReadableStream, file: string): Promise<void> {
  await pipeline(
    Readable.fromWeb(bytes as unknown as NodeStream),
    createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }),
  );
}

/** Unpacks into a folder beside the target, and gives it its name when it is whole. */
export async function unpack(
  bytes: ReadableStream,
  target: string,
  { flush = true } = {},
): Promise<void> {
  const making = `${target}.part`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  const archive = extract();
  const feeding = pipeline(Readable.fromWeb(bytes as unknown as NodeStream), archive);
  for await (const entry of archive) {
    const path = join(making, entry.header.name.split("/").slice(1).join("/"));
    if (!path.startsWith(making + sep))
      throw new UsageError("The dossier holds a path that leads out of it.");
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(entry, createWriteStream(path, { flags: "wx", mode: 0o600, flush }));
  }
  await feeding;
  await rename(making, target);
}

export const dossiers: readonly Command[] = [dossier];
