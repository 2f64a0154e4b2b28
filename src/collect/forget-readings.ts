// Nothing that was read from an erased source may stay, whoever read it.
// Invariant: after it, neither the rules' reading nor any model's is left of these sources.
import type { Engine } from "../store/index.ts";
import { forgetModelReadings } from "./language-model/model-readings.ts";
import { forgetPictures } from "./pictures/picture-cache.ts";
import { forgetReadings as forgetRuleReadings } from "./reading-cache.ts";

/** Drops what rules and language models suggested for these sources, and what was seen of their pictures. */
export async function forgetReadings(engine: Engine, sources: readonly string[]): Promise<void> {
  await forgetRuleReadings(engine, sources);
  await forgetModelReadings(engine, sources);
  await forgetPictures(engine, sources);
}
