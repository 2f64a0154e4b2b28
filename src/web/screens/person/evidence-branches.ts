// The sources behind origins as branches: a root, what has its word from it, and so on.
// Invariant: every carrier stands once; one whose root is missing stands as a root itself.
import type { Carrier, OriginView } from "../../api/views.ts";

export interface Branch {
  readonly carrier: Carrier;
  readonly from: Carrier | undefined;
  readonly below: readonly Branch[];
}

export function branchesOf({ carriers }: Pick<OriginView, "carriers">): readonly Branch[] {
  const known = new Map(carriers.map((carrier) => [carrier.key, carrier]));
  const below = Map.groupBy(carriers, ({ from }) =>
    from === undefined || !known.has(from) ? "" : from,
  );
  const under = (key: string): readonly Branch[] =>
    (below.get(key) ?? []).map((carrier) => ({
      carrier,
      from: carrier.from === undefined ? undefined : known.get(carrier.from),
      below: carrier.key === key ? [] : under(carrier.key),
    }));
  return under("");
}

/** Whether there is more to draw than one source after another, each speaking for itself. */
export function hasWay(origins: readonly Pick<OriginView, "carriers">[]): boolean {
  return origins.some(({ carriers }) => carriers.length > 1);
}

/** In how many sources these origins' claims stand. */
export function sourcesIn(origins: readonly Pick<OriginView, "carriers">[]): number {
  return new Set(
    origins.flatMap(({ carriers }) =>
      carriers.filter((carrier) => carrier.claims.length > 0).map((carrier) => carrier.key),
    ),
  ).size;
}
