// Dossiers and consents in a terminal.
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { extract } from "tar-stream";
import type { ConsentView } from "../../act/index.ts";
import type { WrittenDossier } from "../../publish/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { requireNew } from "./checkpoint.ts";
import { personId } from "./people.ts";

type Told = Omit<WrittenDossier, "dir">;

const dossier: Command = {
  name: "dossier",
  usage: "PERSON",
  summary:
    "Write a person's dossier, which a stranger can check with bash, sha256sum, openssl and ssh-keygen.",
  about:
    "Audiences: inside, un-quiet, un-named, partners, public-name. But for `inside`, the person's consent must cover it (see guwah consent).",
  least: 1,
  most: 10,
  options: [
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
      name: "preview",
      type: "boolean",
      help: "only say what would go and what would be held back",
    },
  ],
  async run(call) {
    const audience = required(call, "audience");
    const to = await call.connect();
    const record = await personId(to, call.args.join(" "));
    if (call.options["preview"] === true) return preview(call, to, record, audience);
    const target = resolve(required(call, "to"));
    const recipients = text(call, "recipient")?.split(",") ?? [];
    await requireFree(target, recipients.length > 0);
    const { job } = await to.post<{ job: string }>("/api/dossiers", {
      record,
      audience,
      recipients,
    });
    const made = await to.follow<Told>(job);
    const bytes = await to.download(`/api/dossiers/${job}`);
    await (recipients.length > 0 ? save(bytes, target) : unpack(bytes, target));
    const { terminal } = call;
    terminal.line(
      `${made.claims} claims, ${made.sources} sources, ${made.files} files, ${made.entries} proved entries.`,
    );
    for (const { what, reason, count } of made.heldBack)
      terminal.line(`  held back: ${count} × ${what}, ${reason}`);
    terminal.line(
      `Signed by ${made.signer}. Publish this elsewhere; to check: bash verify.sh --signer ${made.signer}`,
    );
    if (!made.witnessed) terminal.line("No witness has cosigned this state of the ledger yet.");
    return { ...made, to: target };
  },
};

interface Preview {
  readonly claims: number;
  readonly sources: readonly unknown[];
  readonly heldBack: Told["heldBack"];
}

async function preview(
  call: Call,
  to: Connection,
  record: string,
  audience: string,
): Promise<unknown> {
  const plan = await to.post<Preview>("/api/dossiers/preview", { record, audience });
  call.terminal.line(`${plan.claims} claims and ${plan.sources.length} sources would go.`);
  for (const { what, reason, count } of plan.heldBack)
    call.terminal.line(`  held back: ${count} × ${what}, ${reason}`);
  return plan;
}

function required(call: Call, name: string): string {
  const given = text(call, name);
  if (given === undefined) throw new UsageError(`Say --${name}; see guwah help ${"dossier"}.`);
  return given;
}

async function requireFree(target: string, isFile: boolean): Promise<void> {
  if (isFile) return requireNew(target);
  const found = await readdir(target).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new UsageError("There is a file of this name. Name a new folder.");
  });
  if (found.length > 0) throw new UsageError("The folder is not empty. Name a new one.");
}

async function save(bytes: ReadableStream, file: string): Promise<void> {
  await pipeline(
    Readable.fromWeb(bytes as unknown as NodeStream),
    createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }),
  );
}

/** Unpacks into a folder beside the target, and gives it its name when it is whole. */
async function unpack(bytes: ReadableStream, target: string): Promise<void> {
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
    await pipeline(entry, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  }
  await feeding;
  await rename(making, target);
}

const consent: Command = {
  name: "consent",
  usage: "PERSON",
  summary:
    "Show to whom a person's file may go; with --give or --withdraw, write down what was said.",
  about: "PERSON is an id, a number or a name; the id of a source (src_…) for what somebody gave.",
  least: 1,
  most: 10,
  options: [
    {
      name: "give",
      type: "string",
      value: "AUDIENCES",
      help: "audiences, with commas between them",
    },
    {
      name: "by",
      type: "string",
      value: "GIVER",
      help: "who consented: self, parent, child, spouse, sibling, relative, guardian, lawyer, witness",
    },
    { name: "mode", type: "string", value: "HOW", help: "written, spoken, recorded or message" },
    { name: "until", type: "string", value: "DAY", help: "the last day it holds, as 2027-01-31" },
    {
      name: "wording",
      type: "string",
      value: "TEXT",
      help: "which version of the wording was read out",
    },
    {
      name: "withdraw",
      type: "string",
      value: "ID",
      help: "write down that this consent no longer holds",
    },
    { name: "reason", type: "string", value: "TEXT", help: "with --withdraw: why" },
  ],
  async run(call) {
    const to = await call.connect();
    const words = call.args.join(" ");
    const about = /^src_[0-9A-Z]{26}$/.test(words) ? words : await personId(to, words);
    const withdrawn = text(call, "withdraw");
    if (withdrawn !== undefined) {
      const reason = text(call, "reason");
      await to.post(
        `/api/consents/${encodeURIComponent(withdrawn)}/withdraw`,
        reason === undefined ? {} : { reason },
      );
    }
    const audiences = text(call, "give");
    if (audiences !== undefined) {
      const [until, wording] = [text(call, "until"), text(call, "wording")];
      await to.post("/api/consents", {
        about,
        audiences: audiences.split(","),
        giver: text(call, "by") ?? "self",
        mode: text(call, "mode") ?? "spoken",
        ...(until === undefined ? {} : { until }),
        ...(wording === undefined ? {} : { wording }),
      });
    }
    const { items } = await to.get<{ items: readonly ConsentView[] }>(`/api/consents/${about}`);
    for (const { id, audiences: to_, giver, mode, state, until } of items)
      call.terminal.line(
        `${id}  ${state}${until === undefined ? "" : ` until ${until}`}  ${to_.join(", ")}  by ${giver}, ${mode}`,
      );
    if (items.length === 0) call.terminal.line("Nobody was asked yet: nothing of it may leave.");
    return items;
  },
};

export const dossiers: readonly Command[] = [dossier, consent];
