// A ProofMode bundle (a picture or recording with the phone's own proof) comes in: recognised, and its media held
// against the hashes it declares. Invariant: it is kept as it came; what it says of time and place stays its own claim.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../proof/index.ts";
import { cleanLine } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { type Archive, openArchive } from "../table/xlsx-archive.ts";
import type { IntakeItem } from "../views.ts";
import { keepPackage } from "./keep-package.ts";
import { PACKAGE_HASHED_BYTES, PACKAGE_TEXT_BYTES } from "./limits.ts";

const PROOFMODE_MIME = "application/vnd.guwah.proofmode-check+json";

/** Media a bundle carries, by the ends of their names. */
const MEDIA = /\.(?:jpe?g|png|heic|webp|mp4|mov|m4a|mp3|wav|aac|3gp)$/i;
const PROOF = /\.proof\.json$/i;
const MOST_MEDIA = 200;

/** The archive, when these bytes are a ProofMode bundle: a ZIP with `*.proof.json` beside its media. */
export async function openProofMode(name: string, bytes: Buffer): Promise<Archive | null> {
  if (!/\.zip$/i.test(name) || bytes.subarray(0, 2).toString() !== "PK") return null;
  const archive = await openArchive(bytes).catch(() => null);
  return archive?.names.some((one) => PROOF.test(one)) === true ? archive : null;
}

/** Throws CollectError (of the archive), StoreError. */
export async function takeProofMode(
  deps: CollectDeps,
  given: { readonly name: string; readonly bytes: Buffer; readonly kind: string | undefined },
  archive: Archive,
): Promise<IntakeItem> {
  const declared = new Set<string>();
  for (const name of archive.names.filter((one) => PROOF.test(one)).slice(0, MOST_MEDIA))
    for (const hash of hashesIn(await textOf(archive, name))) declared.add(hash);
  const media: { path: string; sha256: string; state: "declared" | "not-declared" }[] = [];
  const left = { bytes: PACKAGE_HASHED_BYTES };
  for (const name of archive.names.filter((one) => MEDIA.test(one)).slice(0, MOST_MEDIA)) {
    const sha256 = await hashOf(archive, name, left);
    if (sha256 === null) break;
    const state = declared.has(sha256) ? "declared" : "not-declared";
    media.push({ path: cleanLine(name, 500), sha256, state });
  }
  const right = media.filter(({ state }) => state === "declared").length;
  const signed = archive.names.some((one) => /\.asc$/i.test(one));
  const check = {
    format: "guwah-proofmode-check/1",
    checkedAt: new Date(deps.clock()).toISOString(),
    media,
    declared: declared.size,
    signature: signed ? "not-checked" : "none",
  };
  const kind =
    given.kind ??
    (media.some(({ path }) => /\.(?:jpe?g|png|heic|webp)$/i.test(path)) ? "photo" : "recording");
  const kept = await keepPackage(deps, {
    kind,
    original: { bytes: given.bytes, mime: "application/zip", name: given.name },
    url: "",
    dom: null,
    title: given.name,
    made: [
      {
        bytes: Buffer.from(canonicalJson(check)),
        mime: PROOFMODE_MIME,
        name: `${given.name}.check.json`,
      },
    ],
    tool: "Guwah, check of a ProofMode bundle",
    note: `ProofMode bundle: the hashes of ${right} of ${media.length} media files are the ones it declares.${signed ? " Its signatures were not checked." : ""} What it says of time and place is its own claim.`,
  });
  const { source, title, isNew } = kept;
  const { name } = given;
  return isNew
    ? { name, source, title, kind, suggestions: 0 }
    : { name, title, kind, duplicateOf: source };
}

/** Whatever looks like a SHA-256, wherever a version of ProofMode puts it. */
function hashesIn(text: string): readonly string[] {
  return (text.match(/\b[0-9a-f]{64}\b/gi) ?? []).map((hash) => hash.toLowerCase());
}

async function textOf(archive: Archive, name: string): Promise<string> {
  let text = "";
  for await (const chunk of archive.read(name)) {
    text += chunk.toString("latin1");
    if (text.length > PACKAGE_TEXT_BYTES) break;
  }
  return text;
}

async function hashOf(
  archive: Archive,
  name: string,
  left: { bytes: number },
): Promise<string | null> {
  const sum = createHash("sha256");
  for await (const chunk of archive.read(name)) {
    left.bytes -= chunk.length;
    if (left.bytes < 0) return null;
    sum.update(chunk);
  }
  return sum.digest("hex");
}
