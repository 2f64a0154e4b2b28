// Locks a draft into one age file: to the group's key when it is done, or to a password of the person's own to go on later.
// Invariant: nothing readable is written anywhere; the archive exists in memory only, and streams through the cipher.
import { Decrypter, Encrypter } from "age-encryption";
import {
  type Appeal,
  appealEntry,
  appealLimits,
  archiveEnd,
  archiveHeader,
  archivePadding,
  readArchive,
  receiptCode,
} from "../../model/index.ts";
import { appealOf, draftOf, type FormDraft } from "./draft.ts";

export interface SealedFile {
  readonly blob: Blob;
  /** To be read out over the phone. */
  readonly code: string;
  /** Holds the day and the code, and no name of a person. */
  readonly name: string;
}

interface Saying {
  readonly language: string;
  readonly wording: string;
  /** ISO time. */
  readonly now: string;
}

/** The file for the group. Rejects when the recipient is none. */
export async function sealFor(
  recipient: string,
  draft: FormDraft,
  saying: Saying,
): Promise<SealedFile> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const blob = await sealed(encrypter, draft, saying);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  const code = receiptCode([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  return { blob, code, name: `appeal-${saying.now.slice(0, 10)}-${code}.age` };
}

/** Work for scrypt (2^16, 64 MiB): a second or two on an old phone, and as much for every guess. */
const workFactor = 16;

/** A file to go on with later. */
export async function sealDraft(password: string, draft: FormDraft, saying: Saying): Promise<Blob> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(password);
  return sealed(encrypter, draft, saying);
}

/** Opens a file of `sealDraft`; rejects for any other. */
export async function openDraft(password: string, file: Blob): Promise<FormDraft> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(password);
  const plain = await decrypter.decrypt(new Uint8Array(await file.arrayBuffer()));
  const [first, ...rest] = readArchive(plain, appealLimits.files + 1);
  const appeal = JSON.parse(new TextDecoder().decode(first?.bytes)) as Appeal;
  return draftOf(
    appeal,
    rest.map(({ bytes }) => new Blob([Uint8Array.from(bytes)])),
  );
}

async function sealed(encrypter: Encrypter, draft: FormDraft, saying: Saying): Promise<Blob> {
  const appeal = appealOf(draft, saying);
  const json = new TextEncoder().encode(JSON.stringify(appeal));
  const parts: BlobPart[] = [
    archiveHeader(appealEntry, json.length),
    json,
    archivePadding(json.length),
  ];
  for (const [i, { blob }] of draft.files.entries())
    parts.push(
      archiveHeader(appeal.files[i]?.entry ?? "", blob.size),
      blob,
      archivePadding(blob.size),
    );
  parts.push(archiveEnd());
  const stream = await encrypter.encrypt(new Blob(parts).stream());
  return new Blob([await new Response(stream).blob()], { type: "application/octet-stream" });
}
