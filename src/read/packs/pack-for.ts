// Which language packs there are. Invariant: no pack means "not analysed", never "nothing said".
import type { PackName } from "../reading.ts";

export const PACKS: readonly PackName[] = ["en"];

/** The pack of the main language. */
export function packFor(_languages: readonly string[], main: string): PackName | null {
  return PACKS.find((name) => name === main) ?? null;
}
