// A WACZ made elsewhere comes in as a file: its hashes are checked, its text is read from its main page, and what it
// says of time and tool is kept apart. Invariant: it is kept as it came, whatever the check found.
import { canonicalJson } from "../../proof/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError } from "../errors.ts";
import { type Archive, openArchive } from "../table/xlsx-archive.ts";
import type { IntakeItem } from "../views.ts";
import { checkWacz, isWacz } from "./check-wacz.ts";
import { keepPackage, type PagePackage, partOf } from "./keep-package.ts";
import { mainPage } from "./main-page.ts";
import { WACZ_MIME } from "./write-wacz.ts";
import { CHECK_MIME, checkNote, type WaczCheck, waczCheck } from "./wacz-check.ts";

/** The archive, when these bytes are a WACZ. */
export async function openWacz(name: string, bytes: Buffer): Promise<Archive | null> {
  if (!/\.(?:wacz|zip)$/i.test(name) || bytes.subarray(0, 2).toString() !== "PK") return null;
  const archive = await openArchive(bytes).catch((cause: unknown) => {
    if (/\.wacz$/i.test(name)) throw cause;
    return null;
  });
  return archive !== null && isWacz(archive) ? archive : null;
}

/** Throws CollectError (of the archive or the reading), StoreError. */
export async function takeWacz(
  deps: CollectDeps,
  given: { readonly name: string; readonly bytes: Buffer; readonly kind: string },
  archive: Archive,
): Promise<IntakeItem> {
  const found = await checkWacz(archive, deps.clock());
  const url = webAddress(found.saidByPackage.mainPageUrl);
  const page = url === null ? null : await mainPage({ bytes: given.bytes, url });
  const check = waczCheck.parse({
    ...found,
    dom: page === null ? null : partOf(page.bytes, page.mime),
  } satisfies WaczCheck);
  const record = { bytes: Buffer.from(canonicalJson(check)), mime: CHECK_MIME };
  const parts: PagePackage = {
    kind: given.kind,
    original: { bytes: given.bytes, mime: WACZ_MIME, name: given.name },
    url: url ?? "",
    dom: page,
    title: found.saidByPackage.title ?? "",
    made: [
      ...(page === null ? [] : [{ ...page, name: `${given.name}.html` }]),
      { ...record, name: `${given.name}.check.json` },
    ],
    tool: "Guwah, check of a WACZ",
    note: checkNote(check),
  };
  // A page in it that nobody can read does not keep the package out.
  const kept = await keepPackage(deps, parts).catch(async (cause: unknown) => {
    if (!(cause instanceof CollectError)) throw cause;
    return keepPackage(deps, { ...parts, dom: null });
  });
  const { name, kind } = given;
  const { source, title, isNew, suggestions } = kept;
  return isNew
    ? { name, source, title, kind, suggestions }
    : { name, title, kind, duplicateOf: source };
}

function webAddress(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
