// An encrypted appeal comes in: opened, checked, and written down as a source, its people and its files.
// Invariant: nothing is written before the whole file was opened and found sound; the encrypted original is kept, and the
// same file, or the same appeal saved again unchanged, never makes a second source.
import { createHash } from "node:crypto";
import { requireRight, sealedHash, sealValue } from "../../access/index.ts";
import { type Appeal, type Body, draft, type FileHash, receiptCode } from "../../model/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import type { Db, SealedKeys } from "../../store/index.ts";
import { addFile } from "../add-file.ts";
import { type Arriving, gather, tooLarge } from "../byte-streams.ts";
import { cleanLine, fileName } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { keepSource, sourceOfFile } from "../keep-source.ts";
import { mayAdd } from "../may-add.ts";
import { keepReading } from "../reading-cache.ts";
import { appealDrafts } from "./appeal-drafts.ts";
import { appealIdentities } from "./appeal-key.ts";
import { tellAppeal } from "./appeal-text.ts";
import { decryptAppeal, type OpenedAppeal } from "./decrypt-appeal.ts";
import { AppealError } from "./errors.ts";
import { giverOf } from "./giver.ts";
import { MAX_APPEAL_BYTES } from "./limits.ts";
import { showAppeal } from "./show-appeal.ts";
import type { AppealFileView, AppealView } from "./views.ts";

export interface OpenedView extends AppealView {
  /** It was here already; nothing was written. */
  readonly known: boolean;
}

/**
 * Takes an encrypted appeal in. Needs the rights `add` and `open-sealed`.
 * Throws AccessError `access/not-allowed`; AppealError; CollectError `too-large`.
 */
export async function openAppeal(
  deps: CollectDeps,
  input: { readonly name: string; readonly bytes: Arriving },
): Promise<OpenedView> {
  mayAdd(deps.actor);
  requireRight(deps.actor, "open-sealed");
  const { sealed } = deps;
  if (sealed === undefined) throw new AppealError("appeal/no-key");
  const bytes = await whole(input.bytes);
  const { db } = deps.ledger.deps.engine;
  const older = await sourceWith(db, "file", sha256(bytes));
  if (older !== null) return { ...(await showAppeal(db, older)), known: true };
  const opened = await decryptAppeal(bytes, await appealIdentities(deps));
  const content = contentOf(opened, sealed);
  const same = await sourceWith(db, "content", content);
  if (same !== null) return { ...(await showAppeal(db, same)), known: true };
  const files = await takeFiles(deps, opened);
  const { hash, size } = await deps.files.keep(bytes, { limitBytes: MAX_APPEAL_BYTES });
  const file = { hash, size, mime: "application/x-age", name: fileName(input.name) };
  const written = await write({ ...deps, sealed }, { appeal: opened.appeal, content, file, files });
  return { ...(await showAppeal(db, written.source)), known: !written.isNew };
}

async function sourceWith(
  db: Db,
  column: "file" | "content",
  value: string,
): Promise<string | null> {
  const row = await db
    .selectFrom("appeals")
    .select("source")
    .where(column, "=", value)
    .executeTakeFirst();
  return row?.source ?? null;
}

async function whole(source: Arriving): Promise<Buffer> {
  const { bytes, rest, close } = await gather(source, MAX_APPEAL_BYTES);
  await close();
  if (rest !== null) throw tooLarge(MAX_APPEAL_BYTES);
  return bytes;
}

/** Everything it says but the time of saving, under the sealed key: nobody may guess a sender's number from it. */
function contentOf({ appeal, files }: OpenedAppeal, sealed: SealedKeys): string {
  const said = canonicalJson({ ...appeal, made: "" });
  return sealedHash(sha256(Buffer.from([said, ...files.map(sha256)].join("\n"), "utf8")), sealed);
}

/** Each file as a source of its own. One that cannot be taken in stays in the encrypted original. */
async function takeFiles(
  deps: CollectDeps,
  { appeal, files }: OpenedAppeal,
): Promise<AppealFileView[]> {
  const taken: AppealFileView[] = [];
  for (const [i, { name }] of appeal.files.entries()) {
    const item = await addFile(deps, { name, bytes: files[i] ?? new Uint8Array() });
    const source = item.source ?? item.duplicateOf;
    taken.push({
      name: fileName(name),
      ...(source === undefined ? {} : { source }),
      ...(item.duplicateOf === undefined ? {} : { known: true as const }),
      ...(item.error === undefined ? {} : { error: item.error.code }),
    });
  }
  return taken;
}

interface Taken {
  readonly appeal: Appeal;
  readonly content: string;
  readonly file: { hash: FileHash; size: number; mime: string; name: string };
  readonly files: readonly AppealFileView[];
}

async function write(
  deps: CollectDeps & { readonly sealed: SealedKeys },
  { appeal, content, file, files }: Taken,
): Promise<{ readonly source: string; readonly isNew: boolean }> {
  const told = tellAppeal(appeal);
  const { reading, pages, cues, notes, links, shingles } = await deps.reader.read({
    bytes: Buffer.from(told.text, "utf8"),
    mime: "text/plain; charset=utf-8",
    keptText: told.text,
  });
  const language = reading?.language === "und" ? undefined : reading?.language;
  const sender = senderText(appeal);
  // Somebody may have kept the locked file as a source before it was opened; it stays theirs.
  const isKept = (await sourceOfFile(deps.ledger.deps.engine.db, file.hash)) !== null;
  const kept = await keepSource(
    deps,
    {
      kind: "appeal",
      title: titleOf(appeal),
      ...(isKept ? {} : { file }),
      text: told.text,
      ...(language === undefined ? {} : { language }),
    },
    (source) => {
      const {
        drafts,
        people,
        sender: record,
      } = appealDrafts(deps, {
        source,
        appeal,
        told,
        senderLabel: `Sender of appeal ${receiptCode(file.hash)}`,
        ...(sender === "" ? {} : { sender: sealValue(sender, deps.sealed) }),
      });
      const body = {
        source,
        file: file.hash,
        appeal: appeal.id,
        content,
        people: people.map((record, i) => ({ record, giver: giverOf(appeal.people[i]?.relation) })),
        sender: record,
        files: [...files] as Body<"appeal.received">["files"],
        consent: {
          ...appeal.consent,
          audiences: [...appeal.consent.audiences],
          language: appeal.language,
        },
      };
      return [...drafts, draft("appeal.received", source, body)];
    },
  );
  if (kept.isNew && reading !== null) {
    const { engine } = deps.ledger.deps;
    await keepReading(engine, kept.source, { reading, pages, cues, notes, links, shingles });
  }
  return kept;
}

function senderText({ sender }: Appeal): string {
  const parts = [sender?.name, sender?.contact, sender?.care];
  return parts
    .map((part) => cleanLine(part ?? "", 500))
    .filter((part) => part !== "")
    .join(" · ");
}

function titleOf({ people }: Appeal): string {
  const first = cleanLine(people[0]?.names[0] ?? "", 200);
  return people.length === 1
    ? `Appeal for ${first}`
    : `Appeal for ${first} and ${people.length - 1} more`;
}

function sha256(bytes: Uint8Array): FileHash {
  return createHash("sha256").update(bytes).digest("hex") as FileHash;
}
