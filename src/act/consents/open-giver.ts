// The name and contact of who consented, for those who may open sealed values.
// Invariant: it leaves the room sealed; whoever opens it first writes down that they looked.
import type { Value } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";
import { knownConsent } from "./give-consent.ts";

/** The sealed value, and what it is about. Throws ActError `act/no-such-consent`, `act/nothing-there` where no name was kept. */
export async function giverOf(
  deps: Pick<ActDeps, "db">,
  id: string,
): Promise<{ readonly sealed: Extract<Value, { kind: "sealed" }>; readonly about: string }> {
  const { body } = await knownConsent(deps, id);
  if (body.giverSealed === undefined)
    throw new ActError("act/nothing-there", "No name was kept with this consent.");
  return { sealed: body.giverSealed, about: body.about };
}
