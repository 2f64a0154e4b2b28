// What is asked of the vault beside the file: what kind a source is, whether it may be named, what a member is called.
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { candidateSources } from "../dossier/candidate-sources.ts";
import { type DossierAudience, gateSource } from "../gate.ts";

type Deps = { readonly db: Db; readonly clock: Clock };

export async function mayBeNamed(
  deps: Deps,
  {
    id,
    audience,
    cluster,
  }: {
    readonly id: string;
    readonly audience: DossierAudience;
    readonly cluster: readonly string[];
  },
): Promise<boolean> {
  const alone = { claims: [], statements: [], records: [{ id: "", source: id }] };
  const found = await candidateSources(
    deps,
    { records: cluster, audience },
    { all: [alone], clusters: [cluster] },
  );
  const source = found.get(id);
  return source !== undefined && gateSource(source, audience) === "goes";
}

export async function kindOf({ db }: Deps, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("sources")
    .leftJoin("source_descriptions as d", "d.id", "sources.id")
    .select(["sources.kind", "d.body"])
    .where("sources.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const described =
    row.body === null ? undefined : (JSON.parse(row.body) as { readonly kind?: string }).kind;
  return described ?? row.kind;
}

export async function memberNames({ db }: Deps): Promise<(id: string) => string> {
  const rows = await db.selectFrom("members").select(["id", "name"]).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name] as const));
  return (id) => names.get(id) ?? id;
}
