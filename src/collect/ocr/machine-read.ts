// Which sources hold a machine-read text: known by how their file was made, so that nobody can take the mark away.
import type { Db } from "../../store/index.ts";
import { sourceOfFile } from "../keep-source.ts";
import type { FileHash } from "../../model/index.ts";

/** How a text was read from a picture. */
export interface MachineRead {
  /** The source of the picture; null where it is not in the vault any more. */
  readonly from: string | null;
  readonly tool: string;
  readonly languages: string;
  /** Page numbers, with commas. */
  readonly pages: string;
}

/** A source that holds a machine-read text. */
export interface MachineReading {
  readonly id: string;
  readonly title: string | null;
}

/** By source, for those of these whose text a machine read. */
export async function machineRead(
  db: Db,
  sources: readonly string[],
): Promise<Map<string, MachineRead>> {
  const found = new Map<string, MachineRead>();
  for (let i = 0; i < sources.length; i += 400) {
    const rows = await db
      .selectFrom("sources")
      .innerJoin("files", "files.hash", "sources.text")
      .innerJoin("entries", "entries.seq", "files.seq")
      .select(["sources.id", "files.derived_from", "entries.body"])
      .where("sources.id", "in", sources.slice(i, i + 400))
      .where("files.derived_from", "is not", null)
      .whereRef("sources.file", "=", "sources.text")
      .execute();
    for (const { id, derived_from: picture, body } of rows) {
      const made = JSON.parse(body ?? "{}") as {
        readonly tool?: string;
        readonly parameters?: Readonly<Record<string, string>>;
      };
      if (picture === null || made.tool?.startsWith("tesseract ") !== true) continue;
      found.set(id, {
        from: await sourceOfFile(db, picture as FileHash),
        tool: made.tool,
        languages: made.parameters?.["languages"] ?? "",
        pages: made.parameters?.["pages"] ?? "",
      });
    }
  }
  return found;
}

/** The machine-read texts of a source's file, oldest first. */
export async function readingsByMachine(db: Db, source: string): Promise<MachineReading[]> {
  const rows = await db
    .selectFrom("sources as picture")
    .innerJoin("files", "files.derived_from", "picture.file")
    .innerJoin("sources as text", "text.file", "files.hash")
    .select(["text.id", "text.title"])
    .where("picture.id", "=", source)
    .orderBy("text.seq")
    .execute();
  const known = await machineRead(
    db,
    rows.map(({ id }) => id),
  );
  return rows.filter(({ id }) => known.has(id));
}
