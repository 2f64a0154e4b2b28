// Looks into a WACZ made elsewhere: holds each part against its declared hash, and reads what the package says of itself.
import { createHash } from "node:crypto";
import { z } from "zod";
import { cleanLine } from "../clean-line.ts";
import type { Archive } from "../table/xlsx-archive.ts";
import { PACKAGE_HASHED_BYTES, PACKAGE_TEXT_BYTES } from "./limits.ts";
import type { WaczCheck } from "./wacz-check.ts";

const said = z.string().optional().catch(undefined);
const datapackageShape = z.object({
  title: said,
  created: said,
  software: said,
  mainPageUrl: said,
  mainPageDate: said,
  resources: z
    .array(z.object({ path: z.string(), hash: said }))
    .max(4_096)
    .catch([]),
});
const digestShape = z.object({ hash: said, signedData: z.unknown().optional() });
const pageShape = z.object({ url: z.string(), ts: said, title: said });

const OWN = new Set(["datapackage.json", "datapackage-digest.json"]);

/** Whether these names are those of a WACZ (Web Archive Collection Zipped 1.1.1, section 5). */
export function isWacz({ names }: Archive): boolean {
  return names.includes("datapackage.json") && warcNames(names).length > 0;
}

export function warcNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => /^archive\/[^/]+\.warc(?:\.gz)?$/.test(name));
}

/** Throws CollectError (of the archive). What is wrong with the hashes is in the answer. */
export async function checkWacz(archive: Archive, at: number): Promise<Omit<WaczCheck, "dom">> {
  const bytes = await textPart(archive, "datapackage.json");
  const described = datapackageShape.safeParse(json(bytes));
  const { resources, ...claims } = described.data ?? datapackageShape.parse({});
  const digest = digestShape.safeParse(
    json(await textPart(archive, "datapackage-digest.json")),
  ).data;
  const page = await firstPage(archive);
  const states = new Map<string, ResourceState>();
  const left = { bytes: PACKAGE_HASHED_BYTES };
  for (const { path, hash } of resources)
    if (!states.has(path)) states.set(path, await stateOf(archive, path, hash, left));
  return {
    format: "guwah-wacz-check/1",
    checkedAt: new Date(at).toISOString(),
    datapackage:
      digest?.hash === undefined
        ? "not-declared"
        : digest.hash === `sha256:${createHash("sha256").update(bytes).digest("hex")}`
          ? "right"
          : "wrong",
    resources: [...states].map(([path, state]) => ({ path: line(path) ?? "", state })),
    undeclared: archive.names
      .filter((name) => !OWN.has(name) && !name.endsWith("/") && !states.has(name))
      .map((name) => line(name) ?? ""),
    signature: digest?.signedData === undefined ? "none" : "not-checked",
    saidByPackage: {
      created: line(claims.created),
      software: line(claims.software),
      title: line(claims.title ?? page?.title),
      mainPageUrl: line(claims.mainPageUrl ?? page?.url),
      mainPageDate: line(claims.mainPageDate ?? page?.ts),
    },
  };
}

type ResourceState = WaczCheck["resources"][number]["state"];

async function stateOf(
  archive: Archive,
  path: string,
  hash: string | undefined,
  left: { bytes: number },
): Promise<ResourceState> {
  if (!archive.names.includes(path)) return "missing";
  if (hash === undefined || !/^sha256:[0-9a-f]{64}$/.test(hash)) return "not-sha256";
  const sum = createHash("sha256");
  for await (const chunk of archive.read(path)) {
    left.bytes -= chunk.length;
    if (left.bytes < 0) return "not-checked";
    sum.update(chunk);
  }
  return `sha256:${sum.digest("hex")}` === hash ? "right" : "wrong";
}

/** The first page of the list; its first line is a heading. */
async function firstPage(archive: Archive): Promise<z.infer<typeof pageShape> | null> {
  const text = (await textPart(archive, "pages/pages.jsonl")).toString("utf8");
  for (const row of text.split("\n", 3)) {
    const page = pageShape.safeParse(json(Buffer.from(row)));
    if (page.success) return page.data;
  }
  return null;
}

/** The beginning of a part; empty where there is none. */
async function textPart(archive: Archive, name: string): Promise<Buffer> {
  if (!archive.names.includes(name)) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of archive.read(name)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > PACKAGE_TEXT_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    return null;
  }
}

function line(text: string | undefined): string | null {
  const clean = cleanLine(text ?? "", 500);
  return clean === "" ? null : clean;
}
