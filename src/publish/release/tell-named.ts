// The pages of everybody shown by name, and the sources they lead to.
// Invariant: each page is weighed of what goes alone; sources are numbered in the order in which the pages tell them.
import { isPublicSource } from "../../act/index.ts";
import { peopleInPictures } from "../../collect/index.ts";
import { recordFiles } from "../../weigh/index.ts";
import { gateReleaseSource, type GateContext } from "./gate-person.ts";
import type { PlanDeps } from "./plan-release.ts";
import type { VaultRead } from "./read-people.ts";
import type { ReleasedPicture } from "./released.ts";
import type { Going } from "./screen-words.ts";
import { type Telling, tellPerson } from "./tell-person.ts";
import { tellSource } from "./tell-sources.ts";
import type { Things } from "./tell-things.ts";

const picturesOf = ({ sources }: VaultRead): string[] =>
  [...sources.values()].filter(({ kind }) => kind === "photo").map(({ id }) => id);

/** Pages of those shown by name, weighed of what goes alone, figures, questions and places, and the sources they all lead to. */
export async function tellNamed(
  deps: PlanDeps,
  vault: VaultRead,
  going: readonly Going[],
  stays: Telling["stays"],
  { context, things }: { readonly context: GateContext; readonly things: Things },
) {
  const claims = new Set(going.flatMap((one) => [...one.claims.keys()]));
  const statements = new Set(going.flatMap((one) => [...one.statements]));
  const quotes = new Set([...going, ...things.going].flatMap((one) => [...one.quotes]));
  const pictures = new Map<string, readonly ReleasedPicture[]>();
  const inside = await peopleInPictures(deps.db, picturesOf(vault));
  // A picture with somebody else in it goes where each of them is shown by name.
  const may = (source: string): boolean =>
    gateReleaseSource(vault.sources.get(source), "name", context) === "goes" &&
    [...(inside.get(source) ?? [])].every(
      (record) => context.levels.get(context.personOf.get(record)?.id ?? "") === "name",
    );
  if (deps.pictures !== undefined)
    for (const { person } of going)
      pictures.set(person.id, await deps.pictures(person.records, vault.sources, may));
  const atHome = new Set(going.flatMap(({ person }) => [...person.atHome]));
  const headings = new Map<string, string>();
  const files = [];
  const only = {
    claim: (claim: { readonly id: string }) => claims.has(claim.id),
    statement: (said: { readonly id: string }) => statements.has(said.id),
  };
  for await (const file of recordFiles(
    deps,
    going.map(({ person }) => person.id),
    only,
  )) {
    const heading = file.names[0]?.text;
    if (heading === undefined) continue;
    files.push(file);
    for (const { id } of file.records) headings.set(id, heading);
  }
  // Numbers by what is told, not by what the vault calls it: the order of ids says which came first.
  const used = new Map<string, number>();
  const telling: Telling = {
    sources: vault.sources,
    numberOf: (source) => {
      const n = used.get(source) ?? used.size + 1;
      used.set(source, n);
      return n;
    },
    headingOf: (record) => headings.get(record),
    quotes,
    stays,
    placeOf: things.placeOf,
    atHome: (record) => atHome.has(record),
    picturesOf: (person) => pictures.get(person) ?? [],
  };
  const told = new Map(
    files
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      .map((file) => {
        const goes = new Set(file.records.filter((one) => one.claims > 0).map(({ id }) => id));
        const formerly = file.formerly.filter((_, i) => goes.has(file.records[i + 1]?.id ?? ""));
        return [file.id, tellPerson({ ...file, formerly }, telling)] as const;
      }),
  );
  const rest = things.tell(telling, [...told.values()]);
  const sources = [...used].flatMap(([id, n]) => {
    const source = vault.sources.get(id);
    return source === undefined ? [] : [tellSource(source, n, stays)];
  });
  const privateSources = [...used.keys()].filter(
    (id) => !isPublicSource(vault.sources.get(id)?.kind ?? ""),
  );
  return { told, rest, sources, privateSources };
}
