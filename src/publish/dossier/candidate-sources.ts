// The sources behind a dossier: what they are, what whoever gave each said about the audience, which file of it would go.
// Invariant: where a copy with parts blacked out was chosen, it goes alone: not the original, not its text, not their hashes.
import { consented } from "../../act/index.ts";
import { confirmedPictures } from "../../collect/index.ts";
import type { Body, FileHash } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import { closedSources, type Db } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import { type DossierAudience, gateFile, type SourceFacts } from "../gate.ts";
import { type BlackedOutCopy, blackedOutCopies } from "../redact/blacked-out-copies.ts";
import { type Everything, inParts } from "./everything.ts";
import type { DossierAsk, PlannedSource } from "./plan-dossier.ts";

export interface CandidateSource extends SourceFacts, Omit<PlannedSource, "blackedOut"> {
  /** The original and its text. */
  readonly files: readonly FileHash[];
  readonly copies: readonly BlackedOutCopy[];
  /** The copy chosen to go in their place. */
  readonly copy?: FileHash;
}

type Deps = { readonly db: Db; readonly clock: Clock };
/** What has sources. */
type Behind = Readonly<Record<keyof Everything, readonly { readonly source: string }[]>>;

/** Throws PublishError `publish/no-such-copy` for a chosen copy that is not one of a source here. */
export async function candidateSources(
  deps: Deps,
  { audience, copies: chosen = [] }: DossierAsk,
  {
    all,
    clusters,
  }: { readonly all: readonly Behind[]; readonly clusters: readonly (readonly string[])[] },
): Promise<ReadonlyMap<string, CandidateSource>> {
  const ids = new Set(
    all.flatMap((one) =>
      [...one.claims, ...one.statements, ...one.records].map(({ source }) => source),
    ),
  );
  const known = await describedSources(deps.db, [...ids]);
  const consents = await consented(
    deps,
    audience,
    known.map(({ id }) => [id]),
  );
  // Each person's picture is confirmed for that person: two members who each know another face do not count together.
  const confirmed = new Set<string>();
  for (const cluster of clusters)
    for (const source of await confirmedPictures(deps.db, cluster)) confirmed.add(source);
  const copies = new Map(
    await inParts([...ids], async (some) => [...(await blackedOutCopies(deps.db, some))]),
  );
  const closed = await closedSources(deps.db);
  const picks = new Map(chosen.map(({ source, file }) => [source, file]));
  const sources = new Map<string, CandidateSource>();
  for (const [i, source] of known.entries()) {
    const made = copies.get(source.id) ?? [];
    const pick = picks.get(source.id);
    const copy = made.find(({ file }) => file === pick)?.file;
    if (pick !== undefined && copy !== undefined) picks.delete(source.id);
    sources.set(source.id, {
      ...source,
      consent: consents[i] ?? "never-asked",
      confirmed: confirmed.has(source.id),
      closed: closed.has(source.id),
      copies: made,
      ...(copy === undefined ? {} : { copy }),
    });
  }
  if (picks.size > 0)
    throw new PublishError(
      "publish/no-such-copy",
      "A chosen copy is not one of the blacked-out copies of a source in this dossier. Look at the preview again.",
    );
  return sources;
}

/** As it would go. The source itself has passed the gate. */
export function plannedSource(
  candidate: CandidateSource,
  audience: DossierAudience,
): PlannedSource {
  const {
    consent: _consent,
    confirmed: _confirmed,
    closed: _closed,
    copies: _copies,
    copy,
    ...shown
  } = candidate;
  if (copy !== undefined) return { ...shown, files: [copy], blackedOut: true };
  const goes = gateFile(candidate, audience) === "goes";
  return { ...shown, files: goes ? candidate.files : [], blackedOut: false };
}

type Described = Omit<PlannedSource, "blackedOut">;

export async function describedSources(db: Db, ids: readonly string[]): Promise<Described[]> {
  const rows = await inParts(ids, (some) =>
    db
      .selectFrom("sources as s")
      .leftJoin("source_descriptions as d", "d.id", "s.id")
      .select(["s.id", "s.kind", "s.file", "s.text", "s.title", "s.language", "d.body"])
      .where("s.id", "in", some)
      .execute(),
  );
  return rows.map((row) => {
    const told = row.body === null ? null : (JSON.parse(row.body) as Body<"source.described">);
    const { publisher, author, published, url } = told ?? {};
    const language = told?.language?.value ?? row.language ?? undefined;
    return {
      id: row.id,
      kind: told?.kind ?? row.kind,
      title: told?.headline?.value ?? row.title ?? "",
      files: [...new Set([row.file, row.text].filter((hash) => hash !== null))] as FileHash[],
      ...(publisher === undefined ? {} : { publisher: publisher.value }),
      ...(author === undefined ? {} : { author: author.value }),
      ...(published === undefined ? {} : { published: published.value }),
      ...(url === undefined ? {} : { url: url.value }),
      ...(language === undefined ? {} : { language }),
    };
  });
}
