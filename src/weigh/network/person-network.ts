// The people around a person: kin, those held with them, those who speak for them, and so on outwards.
// Invariant: never more people than asked for; every tie leads to the sources that say so.
import { clusterOf, describePeople } from "../../link/index.ts";
import type { Db } from "../../store/index.ts";
import { WeighError } from "../errors.ts";
import { edgesOf, type Tie, tiesOf } from "./read-ties.ts";
import { sourceTitles } from "./source-titles.ts";
import { familiesOf } from "./ties.ts";
import type { NetworkNode, NetworkView } from "./views.ts";

export interface NetworkInput {
  readonly id: string;
  /** Ties away from the person, 1 to 3. */
  readonly depth?: number | undefined;
  /** Most people shown, 1 to 200. */
  readonly limit?: number | undefined;
}

/** The network of the person a record belongs to. Throws WeighError `weigh/no-such-record`. */
export async function personNetwork(
  { db }: { readonly db: Db },
  { id, depth = 2, limit = 200 }: NetworkInput,
): Promise<NetworkView> {
  const [middle = id] = await clusterOf(db, id);
  const distance = new Map([[middle, 0]]);
  const ties = new Map<string, Tie>();
  const beyond = new Set<string>();
  let frontier = [middle];
  for (let step = 0; step <= depth && frontier.length > 0; step++) {
    const next: string[] = [];
    for (const tie of await tiesOf(db, frontier)) {
      ties.set([tie.claim.id, tie.from, tie.to].join("|"), tie);
      for (const end of [tie.from, tie.to]) {
        if (distance.has(end)) continue;
        // The last round only looks for ties among those who are shown, and for who would come next.
        if (step === depth || distance.size >= limit) beyond.add(end);
        else {
          distance.set(end, step + 1);
          next.push(end);
        }
      }
    }
    frontier = next;
  }
  const people = await describePeople(db, [...distance.keys()]);
  if (!people.some((person) => person.id === middle))
    throw new WeighError(
      "weigh/no-such-record",
      "There is no record with this id in the vault. Search for it by name.",
    );
  const shown = new Set(people.map((person) => person.id));
  const among = [...ties.values()].filter(({ from, to }) => shown.has(from) && shown.has(to));
  const edges = edgesOf(
    among,
    await sourceTitles(
      db,
      among.map(({ claim }) => claim.source),
    ),
  );
  const families = familiesOf([...shown], edges);
  const nodes = people.map((person): NetworkNode => {
    const { lang, script } = person.names[0] ?? {};
    return {
      id: person.id,
      number: person.number,
      label: person.label,
      ...(lang === undefined ? {} : { lang }),
      ...(script === undefined ? {} : { script }),
      distance: distance.get(person.id) ?? 0,
      family: families.get(person.id) ?? person.id,
    };
  });
  return {
    middle,
    nodes: nodes.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1)),
    edges,
    left: beyond.size,
  };
}
