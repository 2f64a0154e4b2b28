// Reads every figure of the vault, with who said it and what stands against it, and puts them on their charts.
// Invariant: what was taken back, rejected, replaced or came in an undone batch is not there at all.
import { personIds } from "../link/index.ts";
import type { Db } from "../store/index.ts";
import { WeighError } from "./errors.ts";
import type { QuantityItem, QuantityView } from "./figures.ts";
import { factsOf, relevantTo } from "./figures-facts.ts";
import { quantitiesOf } from "./figures-group.ts";
import { gather, type Gathered } from "./gather.ts";
import { originsOf } from "./origins.ts";
import { originClaim } from "./property-views.ts";
import { standingNames } from "./questions-named.ts";

/** What is counted in this vault, each with how many estimates by whom; the most estimated first. */
export async function listQuantities(db: Db): Promise<QuantityItem[]> {
  return (await readQuantities(db)).map(({ figures, estimates, bodies, ...item }) => ({
    ...item,
    figures: figures.length,
    estimates: estimates.length,
    bodies: bodies.map((body) => body.name),
  }));
}

/** The chart this figure stands on. Throws WeighError `weigh/no-such-record` where it gives no number that stands. */
export async function quantityOfFigure(db: Db, figure: string): Promise<QuantityView> {
  const id = (await personIds(db, [figure])).get(figure) ?? figure;
  const found = (await readQuantities(db)).find((quantity) => quantity.figures.includes(id));
  if (found === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "This figure gives no number that stands. Open the list of figures again.",
    );
  return found;
}

async function readQuantities(db: Db): Promise<QuantityView[]> {
  const rows = await db
    .selectFrom("records")
    .select("id")
    .where("schema", "=", "Figure")
    .orderBy("id")
    .execute();
  const ids = rows.map((row) => row.id);
  const clusters = await personIds(db, ids);
  const gathered = await gather(db, ids);
  const context = { gathered, names: await standingNames(db, bodiesIn(gathered)) };
  const figures = Map.groupBy(gathered.claims, (c) => clusters.get(c.record) ?? c.record);
  const relevant = relevantTo(figures, gathered);
  const facts = [...figures.keys()].map((id) => factsOf(id, relevant(id), context));
  const byClaim = new Map(gathered.claims.map((claim) => [claim.id, originClaim(claim, gathered)]));
  return quantitiesOf(facts, (claims) =>
    originsOf(
      claims.map((id) => byClaim.get(id)).filter((claim) => claim !== undefined),
      gathered.sources,
    ),
  );
}

/** The records that figures name as the body that gave them. */
function bodiesIn(gathered: Gathered): string[] {
  return gathered.claims.flatMap(({ property, ref }) =>
    property === "bodyRecord" && ref !== null ? [gathered.persons.get(ref) ?? ref] : [],
  );
}
