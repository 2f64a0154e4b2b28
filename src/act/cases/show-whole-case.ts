// One case with what lies beside it: proceedings, interim measures, findings.
import { clusterOf } from "../../link/index.ts";
import { findingsOfCase } from "../findings/list-findings.ts";
import { interimMeasures } from "../proceedings/interim.ts";
import { proceedingsOf } from "../proceedings/list-proceedings.ts";
import { dayOf, type ReadDeps } from "./case-items.ts";
import { bareCase } from "./show-case.ts";
import type { CaseView } from "./views.ts";

/** `id`: an id or a number. Throws CaseError `act/no-such-case`, `act/number-of-two-cases`. */
export async function showCase(deps: ReadDeps, idOrNumber: string): Promise<CaseView> {
  const bare = await bareCase(deps, idOrNumber);
  const records: string[] = [];
  for (const { id } of bare.people) records.push(...(await clusterOf(deps.db, id)));
  const proceedings = await proceedingsOf(deps.db, records);
  return {
    ...bare,
    proceedings,
    interim: interimMeasures(proceedings, dayOf(deps.clock())),
    findings: await findingsOfCase(deps, bare),
  };
}
