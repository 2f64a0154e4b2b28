// Output of auto-archiver comes in as a ZIP: recognised, its files held against the hashes it lists, a WACZ in it checked.
// Invariant: it is kept as it came, whatever was found; what it says of time stays its own claim.
import { canonicalJson } from "../../proof/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError } from "../errors.ts";
import { MAX_DOCUMENT_BYTES } from "../limits.ts";
import { type Archive, openArchive } from "../table/xlsx-archive.ts";
import type { IntakeItem } from "../views.ts";
import {
  AUTO_ARCHIVER_MIME,
  type AutoArchiverCheck,
  autoArchiverCheck,
  autoArchiverNote,
} from "./auto-archiver-check.ts";
import { checkWacz } from "./check-wacz.ts";
import { keepPackage, type PagePackage, partOf } from "./keep-package.ts";
import { mainPage } from "./main-page.ts";
import { hashedFiles, isStamp, type SaidByArchiver, saidByArchiver } from "./read-auto-archiver.ts";
import { openWacz } from "./take-wacz.ts";

export interface AutoArchiverPackage {
  readonly archive: Archive;
  readonly said: SaidByArchiver;
}

/** The package, when these bytes are a ZIP with what auto-archiver wrote. */
export async function openAutoArchiver(
  name: string,
  bytes: Buffer,
): Promise<AutoArchiverPackage | null> {
  if (!/\.zip$/i.test(name) || bytes.subarray(0, 2).toString() !== "PK") return null;
  const archive = await openArchive(bytes).catch(() => null);
  const said = archive === null ? null : await saidByArchiver(archive).catch(() => null);
  return archive === null || said === null ? null : { archive, said };
}

/** Throws CollectError (of the archive), StoreError. */
export async function takeAutoArchiver(
  deps: CollectDeps,
  given: { readonly name: string; readonly bytes: Buffer; readonly kind: string | undefined },
  { archive, said }: AutoArchiverPackage,
): Promise<IntakeItem> {
  const { files, notChecked } = await hashedFiles(archive, said);
  const found = new Set(files.flatMap(({ sha256, sha3 }) => [sha256, sha3]));
  const stamps = archive.names.filter(isStamp).length;
  const inner = await innerWacz(archive, deps.clock());
  const page = inner?.page ?? contentOf(said);
  const { content: _content, own: _own, hashes, ...saidByPackage } = said;
  const check = autoArchiverCheck.parse({
    format: "guwah-auto-archiver-check/1",
    checkedAt: new Date(deps.clock()).toISOString(),
    files: files.map(({ path, sha256, isListed }) => ({
      path,
      sha256,
      state: isListed ? "listed" : "not-listed",
    })),
    listed: hashes.size,
    missing: [...hashes].filter((one) => !found.has(one)).length,
    notChecked,
    stamps: { count: stamps, state: stamps === 0 ? "none" : "not-checked" },
    wacz: inner?.check ?? null,
    saidByPackage,
    dom: page === null ? null : partOf(page.bytes, page.mime),
  } satisfies AutoArchiverCheck);
  const kind = given.kind ?? (inner === null ? "social-post" : "article");
  const parts: PagePackage = {
    kind,
    original: { bytes: given.bytes, mime: "application/zip", name: given.name },
    url: webAddress(said.url) ?? "",
    dom: page,
    title: said.title ?? "",
    made: [
      ...(page === null
        ? []
        : [{ ...page, name: `${given.name}.${inner?.page ? "html" : "txt"}` }]),
      {
        bytes: Buffer.from(canonicalJson(check)),
        mime: AUTO_ARCHIVER_MIME,
        name: `${given.name}.check.json`,
      },
    ],
    tool: "Guwah, check of auto-archiver output",
    note: autoArchiverNote(check),
  };
  const { source, title, isNew, suggestions } = await keepPackage(deps, parts).catch(
    async (cause: unknown) => {
      if (!(cause instanceof CollectError)) throw cause;
      return keepPackage(deps, { ...parts, dom: null });
    },
  );
  const { name } = given;
  return isNew
    ? { name, source, title, kind, suggestions }
    : { name, title, kind, duplicateOf: source };
}

/** The first WACZ inside: held against its own hashes, and the page it is about. */
async function innerWacz(archive: Archive, now: number) {
  const path = archive.names.find((name) => /\.wacz$/i.test(name));
  if (path === undefined) return null;
  const bytes = await bytesOf(archive, path);
  const wacz = bytes === null ? null : await openWacz(path, bytes).catch(() => null);
  if (bytes === null || wacz === null) return null;
  const { resources, saidByPackage } = await checkWacz(wacz, now);
  const right = resources.filter(({ state }) => state === "right").length;
  const url = webAddress(saidByPackage.mainPageUrl);
  const page = url === null ? null : await mainPage({ bytes, url });
  return { check: { path: path.slice(0, 500), right, of: resources.length }, page };
}

async function bytesOf(archive: Archive, name: string): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of archive.read(name)) {
    size += chunk.length;
    if (size > MAX_DOCUMENT_BYTES) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function contentOf({ content }: SaidByArchiver): PagePackage["dom"] {
  return content === ""
    ? null
    : { bytes: Buffer.from(content, "utf8"), mime: "text/plain; charset=utf-8" };
}

function webAddress(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
