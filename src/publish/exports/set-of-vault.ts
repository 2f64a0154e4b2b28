// What a member may read, or what may go to partners, as the flat rows formats are made of.
// Invariant: the gate is asked for every claim, statement and person (`gate.ts`); headlines, origins and names are worked out of
// what goes alone; a pointer at anything that does not go is left out; sealed values and closed sources go to nobody.
import { consented } from "../../act/index.ts";
import { clustersOf, everyPerson } from "../../link/index.ts";
import type { Value } from "../../model/index.ts";
import type { Clock, Progress } from "../../runtime/index.ts";
import type { Db, LiveClaim } from "../../store/index.ts";
import {
  type BareFile,
  recordFiles,
  type SeenOnly,
  type StatementView,
} from "../../weigh/index.ts";
import { type CandidateSource, candidateSources } from "../dossier/candidate-sources.ts";
import { type Everything, inParts, personRecords } from "../dossier/everything.ts";
import { type Held, HeldBack } from "../dossier/held-back.ts";
import { type DossierAudience, gateClaim, gateFile, gateSource } from "../gate.ts";
import type { ExportSet } from "./export-set.ts";
import { exportRows, type RowsInput } from "./export-rows.ts";

export interface VaultSet {
  readonly set: ExportSet;
  readonly heldBack: readonly Held[];
  /** Records of the people who go, and the sources behind them: whose custody is noted. */
  readonly people: readonly string[];
  readonly sources: readonly string[];
}

type Deps = { readonly db: Db; readonly clock: Clock };

/** Everybody on file for this audience. `progress`: people read so far. Throws what the database throws. */
export async function vaultSet(
  deps: Deps,
  audience: DossierAudience,
  progress: Progress,
): Promise<VaultSet> {
  const held = new HeldBack();
  const clusters = await goingPeople(deps, audience, held);
  const ids = clusters.map(([first]) => first as string);
  const all = await gatherEverything(deps, ids);
  const places = await placesIn(deps.db, all.claims);
  const there = await gatherEverything(deps, places);
  const everything: Everything = {
    claims: [...all.claims, ...there.claims],
    statements: [...all.statements, ...there.statements],
    records: [],
  };
  const sources = await candidateSources(
    deps,
    { records: [], audience },
    { all: [everything], clusters: [] },
  );
  const own = new Set(clusters.flat());
  const people = await personRecords(deps.db, everything.claims);
  const claims = new Set<string>();
  for (const claim of new Map(everything.claims.map((c) => [c.id, c])).values()) {
    const source = sources.get(claim.source);
    if (source === undefined) continue;
    const gate = gateClaim(
      {
        sealed: (JSON.parse(claim.value) as Value).kind === "sealed",
        accepted: claim.state === "accepted",
        anotherPerson: claim.ref !== null && people.has(claim.ref) && !own.has(claim.ref),
        source,
      },
      audience,
    );
    if (gate === "goes") claims.add(claim.id);
    else held.add("claim", gate);
  }
  const statements = new Set<string>();
  for (const said of new Map(everything.statements.map((s) => [s.id, s])).values()) {
    const source = sources.get(said.source);
    const gate = source === undefined ? "internal" : gateSource(source, audience);
    if (gate === "goes") statements.add(said.id);
    else held.add("statement", gate);
  }
  const only: SeenOnly = {
    claim: ({ id }) => claims.has(id),
    statement: ({ id }) => statements.has(id),
  };
  const files = await filesOf(deps, ids, only, (done) => progress(done, ids.length, "people"));
  const seenPlaces = await filesOf(deps, places, only);
  const set = exportRows({
    audience,
    asOf: new Date(deps.clock()).toISOString().slice(0, 10),
    people: files.map((file, i) => ({ file, records: clusters[i] ?? [file.id] })),
    places: seenPlaces.filter((file) => file.properties.length > 0),
    sources: [...sources.values()].map((source) => told(source, audience)),
  });
  const going = new Set(set.sources.map(({ key }) => key));
  return { set, heldBack: held.list(), people: ids, sources: [...going] };
}

/** Hashes only of files that might go along: the hash of what names others tells whoever has the file that it is here. */
function told(source: CandidateSource, audience: DossierAudience): RowsInput["sources"][number] {
  const { id, kind, title, publisher, author, published, language, url, files } = source;
  const hashes = audience === "inside" || gateFile(source, audience) === "goes" ? files : [];
  const [first, last] = [hashes[0], hashes.at(-1)];
  return {
    id,
    kind,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    // The received text comes last; a pasted one is its own file.
    ...(last === undefined ? {} : { text: last }),
    ...(first === undefined ? {} : { file: first }),
  };
}

/** The records of each person whose own consent covers the audience; the others are counted. */
async function goingPeople(
  deps: Deps,
  audience: DossierAudience,
  held: HeldBack,
): Promise<readonly (readonly string[])[]> {
  const ids = await everyPerson(deps.db);
  const byId = await clustersOf(deps.db, ids);
  const clusters = new Map(
    ids.map((id) => {
      const cluster = byId.get(id) ?? [id];
      return [cluster[0] as string, cluster] as const;
    }),
  );
  const all = [...clusters.values()];
  if (audience === "inside") return all;
  const said = await consented(deps, audience, all);
  return all.filter((_, i) => {
    const consent = said[i] ?? "never-asked";
    if (consent === "yes") return true;
    held.add("person", `person-${consent}` as const);
    return false;
  });
}

async function gatherEverything(deps: Deps, ids: readonly string[]): Promise<Everything> {
  const claims: LiveClaim[] = [];
  const statements = new Map<string, StatementView>();
  const only: SeenOnly = {
    claim: (claim) => claims.push(claim) > 0,
    statement: (said) => statements.set(said.id, said).size > 0,
  };
  for await (const _ of recordFiles(deps, ids, only));
  return { claims, statements: [...statements.values()], records: [] };
}

async function filesOf(
  deps: Deps,
  ids: readonly string[],
  only: SeenOnly,
  told: (done: number) => void = () => {},
): Promise<BareFile[]> {
  const files: BareFile[] = [];
  for await (const file of recordFiles(deps, ids, only)) {
    files.push(file);
    told(files.length);
  }
  return files;
}

/** Of the records these claims point at, the places. */
async function placesIn(db: Db, claims: readonly LiveClaim[]): Promise<string[]> {
  const refs = [...new Set(claims.flatMap(({ ref }) => ref ?? []))];
  const rows = await inParts(refs, (some) =>
    db
      .selectFrom("records")
      .select("id")
      .where("id", "in", some)
      .where("schema", "=", "Place")
      .execute(),
  );
  return rows.map(({ id }) => id).toSorted();
}
