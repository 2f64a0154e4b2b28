// Where each picture of a person first came from in the vault, where else the same one is, and who says whom it shows.
// Invariant: reads what was kept; a like picture whose source may not be told is a number and nothing more.
import type { Actor } from "../../access/index.ts";
import { alikePictures, listConfirmations, PictureError } from "../../collect/index.ts";
import type { Db, FileStore, Ledger } from "../../store/index.ts";
import { inParts } from "../dossier/everything.ts";
import type { PlannedSource } from "../dossier/plan-dossier.ts";
import type { DossierAudience } from "../gate.ts";

export interface PictureOrigin {
  readonly source: PlannedSource;
  /** ISO day on which it came into the vault. */
  readonly came: string;
  /** The same picture in other sources that may be told, the earliest first. */
  readonly alike: readonly { readonly title: string; readonly came: string }[];
  /** How many more there are. */
  readonly alikeHeld: number;
  /** What was not looked at: no comparison was possible. */
  readonly notCompared: boolean;
  /** How many members said that it shows this person; their names inside the group only. */
  readonly confirmed: number;
  readonly by: readonly string[];
}

export interface PictureDeps {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly files: FileStore;
}

const pictureKinds = new Set(["photo", "recording", "satellite-image"]);

/** The pictures among these sources; `told` says of any source whether it may be named. */
export async function pictureOrigins(
  deps: PictureDeps,
  actor: Actor,
  {
    sources,
    own,
    audience,
    told,
  }: {
    readonly sources: readonly PlannedSource[];
    readonly own: ReadonlySet<string>;
    readonly audience: DossierAudience;
    readonly told: (source: string) => Promise<boolean>;
  },
): Promise<PictureOrigin[]> {
  const found: PictureOrigin[] = [];
  for (const source of sources.filter(({ kind }) => pictureKinds.has(kind))) {
    const alike = await sameElsewhere(deps, source.id);
    const named = [];
    for (const one of alike ?? []) if (await told(one.id)) named.push(one);
    const days = await cameOn(deps.db, [source.id, ...named.map(({ id }) => id)]);
    const said = (await listConfirmations({ ledger: deps.ledger, actor }, source.id)).filter(
      ({ record }) => own.has(record),
    );
    const by = [...new Set(said.flatMap((one) => one.by))];
    found.push({
      source,
      came: days.get(source.id) ?? "",
      alike: named
        .map(({ id, title }) => ({ title, came: days.get(id) ?? "" }))
        .toSorted((a, b) => (a.came < b.came ? -1 : a.came > b.came ? 1 : 0)),
      alikeHeld: (alike?.length ?? 0) - named.length,
      notCompared: alike === null,
      confirmed: by.length,
      by: audience === "inside" ? by : [],
    });
  }
  return found;
}

/** Null where the file cannot be looked at. */
async function sameElsewhere(deps: PictureDeps, id: string) {
  try {
    return await alikePictures(deps, { id });
  } catch (cause) {
    if (cause instanceof PictureError) return null;
    throw cause;
  }
}

async function cameOn(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await inParts(ids, (some) =>
    db
      .selectFrom("sources")
      .innerJoin("entries", "entries.seq", "sources.seq")
      .select(["sources.id", "entries.at"])
      .where("sources.id", "in", some)
      .execute(),
  );
  return new Map(rows.map(({ id, at }) => [id, new Date(at).toISOString().slice(0, 10)]));
}
