// Proof that the vault says what was written.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import {
  type CheckpointReport,
  preserveDeps,
  type StampReport,
  verifyCheckpoints,
  verifyStamps,
} from "../../preserve/index.ts";
import { checkVault, rebuild, type VaultReport } from "../../store/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";

interface LastCheck {
  readonly at: number;
  readonly clean: boolean;
  readonly entries: number;
  readonly problemCount: number;
}
/** The vault's own proof, every checkpoint held against the ledger, every stamp against its checkpoint; alarms count as problems. */
interface FullReport extends VaultReport {
  readonly checkpoints: CheckpointReport & Pick<StampReport, "stamps">;
}
const lastChecks = new WeakMap<object, LastCheck & { readonly report: FullReport }>();

/** The last check of the vault that is open now; null where none was made since it was opened. */
export function lastCheckOf(holding: Holding): LastCheck | null {
  const known = holding.open === null ? undefined : lastChecks.get(holding.open.vault);
  if (known === undefined) return null;
  const { report: _report, ...last } = known;
  return last;
}

const spec = { tag: "integrity", answers: "{job}" } as const;

export function checkRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    { ...spec, method: "post", path: "/api/check", summary: "Verify every entry, row and file" },
    async ({ vault }) => {
      const job = holding.startJob("check", async (report) => {
        const own = await checkVault(vault, report);
        const deps = { ...preserveDeps(vault, holding.deps.clock), files: vault.files };
        const signed = await verifyCheckpoints(deps, report);
        const { stamps, alarms: stampAlarms } = await verifyStamps(deps, report);
        const checkpoints = { ...signed, stamps, alarms: [...signed.alarms, ...stampAlarms] };
        const alarms = checkpoints.alarms.length;
        const result: FullReport = {
          ...own,
          checkpoints,
          clean: own.clean && alarms === 0,
          problemCount: own.problemCount + alarms,
        };
        lastChecks.set(vault, {
          at: holding.deps.clock(),
          clean: result.clean,
          entries: result.entries,
          problemCount: result.problemCount,
          report: result,
        });
        return result;
      });
      return job;
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/check/last",
      summary: "The last report since the vault was opened",
      answers: "CheckReport & {at} | {}",
    },
    async ({ vault }) => {
      const known = lastChecks.get(vault);
      return known === undefined ? {} : { ...known.report, at: known.at };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/rebuild",
      summary: "Replay the ledger into fresh tables",
    },
    async ({ vault, actor }) => {
      requireRight(actor, "keep");
      return holding.startJob("rebuild", (report) => rebuild(vault.ledger.deps, report));
    },
  );
}
