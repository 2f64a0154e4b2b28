// The figures, questions and places of a release, weighed of what goes alone.
// Invariant: their keys tell nothing of the vault; sources are numbered in the order in which they are told.
import { createHmac, hkdfSync } from "node:crypto";
import { type BareFile, questionsSeen, recordFiles } from "../../weigh/index.ts";
import type { PlanDeps } from "./plan-release.ts";
import type { ThingRead } from "./read-things.ts";
import type { Release, ReleasedPerson } from "./released.ts";
import type { Going } from "./screen-words.ts";
import { tellFigure } from "./tell-figures.ts";
import type { Telling } from "./tell-person.ts";
import { namesOfPlace, tellPlace } from "./tell-places.ts";
import { tellQuestion } from "./tell-questions.ts";

type Told = Pick<Release, "places" | "questions" | "estimates">;

export interface Things {
  readonly going: readonly Going[];
  /** The key of a place that may be told, by any of its records. */
  readonly placeOf: Telling["placeOf"];
  /** After the people, because only places of released parts are told. */
  readonly tell: (telling: Telling, people: readonly ReleasedPerson[]) => Told;
}

export async function readGoingThings(
  deps: Pick<PlanDeps, "db" | "clock" | "keys">,
  going: readonly Going[],
): Promise<Things> {
  const claims = new Set(going.flatMap((one) => [...one.claims.keys()]));
  const statements = new Set(going.flatMap((one) => [...one.statements]));
  const only = {
    claim: (claim: { readonly id: string }) => claims.has(claim.id),
    statement: (said: { readonly id: string }) => statements.has(said.id),
  };
  const of = (schema: ThingRead["schema"]): string[] =>
    going.flatMap(({ person, claims: own }) =>
      (person as ThingRead).schema === schema && own.size > 0 ? [person.id] : [],
    );
  const key = keysFrom(deps.keys.root);
  const figures: BareFile[] = [];
  for await (const file of recordFiles(deps, of("Figure"), only)) figures.push(file);
  const places = new Map<string, BareFile>();
  const placeKeys = new Map<string, string>();
  for await (const file of recordFiles(deps, of("Place"), only)) {
    if (namesOfPlace(file).length === 0) continue;
    places.set(key("place", file.id), file);
    for (const { id } of file.records) placeKeys.set(id, key("place", file.id));
  }
  const asked = new Set(of("Question"));
  const questions = (await questionsSeen(deps.db, only)).filter(({ id }) => asked.has(id));
  const saidIn = new Map(
    going.flatMap(({ person }) => person.statements.map((said) => [said.id, said] as const)),
  );
  return {
    going,
    placeOf: (record) => placeKeys.get(record),
    tell: (telling, people) => {
      const used = new Set(
        people.flatMap(({ parts }) => parts.flatMap(({ place }) => place ?? [])),
      );
      return {
        places: [...used].toSorted().flatMap((place) => {
          const file = places.get(place);
          return file === undefined ? [] : [tellPlace(place, file, people, telling)];
        }),
        questions: questions
          .flatMap((one) => tellQuestion(key("question", one.id), one, saidIn, telling) ?? [])
          .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
        estimates: figures
          .toSorted((a, b) => (key("figure", a.id) < key("figure", b.id) ? -1 : 1))
          .flatMap((file) => tellFigure(file, telling))
          .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
      };
    },
  };
}

const orderOf = ({ quantity, unit, asOf, low, high, words }: Told["estimates"][number]): string =>
  JSON.stringify([quantity, unit, asOf?.min ?? "~", low ?? high ?? 0, words]);

/** Keys that stay the same from release to release, and by which nobody finds a record. */
function keysFrom(root: Uint8Array): (kind: string, id: string) => string {
  const key = Buffer.from(hkdfSync("sha256", root, "", "guwah release keys of things", 32));
  return (kind, id) => `${kind}-${createHmac("sha256", key).update(id).digest("hex").slice(0, 12)}`;
}
