// Grade 1 means "confirmed by other sources": nobody may give it to what one origin alone says.
import type { Clock } from "../../runtime/index.ts";
import type { ClaimRow, Db } from "../../store/index.ts";
import { WeighError } from "../errors.ts";
import { recordFile } from "../record-file.ts";

export const CONFIRMED = 1;
const NEEDED = 2;

/** Throws WeighError `weigh/one-origin` where the claim's value has fewer than two independent origins, or does not stand. */
export async function requireTwoOrigins(
  deps: { readonly db: Db; readonly clock: Clock },
  claim: Pick<ClaimRow, "id" | "record">,
): Promise<void> {
  const file = await recordFile(deps, claim.record);
  const values = [...file.properties, ...file.related.flatMap((one) => one.properties)].flatMap(
    ({ headlines, others }) => [...headlines, ...others],
  );
  const origins = values.find(({ claims }) => claims.includes(claim.id))?.origins.length ?? 0;
  if (origins < NEEDED)
    throw new WeighError(
      "weigh/one-origin",
      `Grade 1 means confirmed by other sources: it needs two independent origins, and this value has ${origins}. Add what confirms it, or grade it 2.`,
    );
}
