// From the bytes of an .age file to an appeal and its files.
// Invariant: nothing of a file counts before all of it was decrypted and held against what it says of itself;
// an attacker who knows the recipient can make any file, so each size is checked before it costs anything.
import { armor, Decrypter } from "age-encryption";
import {
  type Appeal,
  appealEntry,
  appealLimits,
  ModelError,
  parseAppeal,
  readArchive,
} from "../../model/index.ts";
import { AppealError } from "./errors.ts";
import { MAX_HEADER_BYTES, MAX_JSON_BYTES } from "./limits.ts";

const magic = Buffer.from("age-encryption.org/v1\n");
const armored = Buffer.from("-----BEGIN AGE ENCRYPTED FILE-----");

export interface OpenedAppeal {
  readonly appeal: Appeal;
  /** In the order of `appeal.files`. */
  readonly files: readonly Uint8Array[];
}

/** Whether bytes begin as an age file does. */
function isAgeFile(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 64));
  return (
    start.subarray(0, magic.length).equals(magic) ||
    start.subarray(0, armored.length).equals(armored)
  );
}

/** Throws AppealError `appeal/not-an-appeal`, `appeal/another-key`, `appeal/broken`, `appeal/newer`. */
export async function decryptAppeal(
  bytes: Uint8Array,
  identities: readonly string[],
): Promise<OpenedAppeal> {
  const file = binaryOf(bytes);
  requireShortHeader(file);
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return read(await decrypter.decrypt(file));
  } catch (cause) {
    if (cause instanceof AppealError) throw cause;
    // The library tells this one apart by its words alone.
    const foreign = cause instanceof Error && /no identity matched/.test(cause.message);
    throw new AppealError(foreign ? "appeal/another-key" : "appeal/broken", { cause });
  }
}

/** A messenger may have carried the file as text. */
function binaryOf(bytes: Uint8Array): Uint8Array {
  if (!isAgeFile(bytes)) throw new AppealError("appeal/not-an-appeal");
  if (bytes[0] !== armored[0]) return bytes;
  try {
    return armor.decode(Buffer.from(bytes).toString("latin1"));
  } catch (cause) {
    throw new AppealError("appeal/broken", { cause });
  }
}

function requireShortHeader(file: Uint8Array): void {
  const head = Buffer.from(file.subarray(0, MAX_HEADER_BYTES));
  if (!isAgeFile(file) || head.indexOf("\n--- ") < 0) throw new AppealError("appeal/broken");
}

function read(plain: Uint8Array): OpenedAppeal {
  const [first, ...rest] = parsed(() => readArchive(plain, appealLimits.files + 1));
  if (first?.name !== appealEntry || first.bytes.length > MAX_JSON_BYTES)
    throw new AppealError("appeal/broken");
  const appeal = parsed(() => parseAppeal(jsonOf(first.bytes)));
  const held = new Map(rest.map(({ name, bytes }) => [name, bytes]));
  const files = appeal.files.map(({ entry, bytes: size }) => {
    const bytes = held.get(entry);
    if (bytes?.length !== size) throw new AppealError("appeal/broken", { field: "files" });
    return bytes;
  });
  if (held.size !== files.length) throw new AppealError("appeal/broken", { field: "files" });
  return { appeal, files };
}

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
}

function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof ModelError)) throw new AppealError("appeal/broken", { cause });
    const code = cause.code === "appeal-newer" ? "appeal/newer" : "appeal/broken";
    throw new AppealError(code, {
      cause,
      ...(cause.path === undefined ? {} : { field: cause.path }),
    });
  }
}
