// The demonstration vault, one click away: made once, beside the real vault, and opened.
import { rename, rm } from "node:fs/promises";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { CreatedVault } from "../../access/index.ts";
import type { Progress } from "../../runtime/index.ts";
import { hasVault } from "../../store/index.ts";
import { addOpen } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import type { Holding } from "../holding.ts";

/** Makes the demonstration in a folder; given by app.ts, so that the server does not depend on it. */
export interface BuildDemo {
  readonly passphrase: string;
  build(deps: ReturnType<Holding["vaultDeps"]>, progress: Progress): Promise<CreatedVault>;
}

export function demoRoutes(app: OpenAPIHono, holding: Holding, demo: BuildDemo): void {
  addOpen(
    app,
    holding,
    {
      tag: "access",
      method: "post",
      path: "/api/demo",
      summary: "Open the demonstration vault; everyone in it is invented",
      answers: "{job}",
    },
    async () => {
      if (holding.open !== null && !holding.open.demo)
        throw new ServerError("vault-exists", "Your own vault is open. Lock it first.");
      const job = holding.startJob("demo", async (report) => {
        const home = holding.demoHome;
        if (holding.open?.demo === true || (await hasVault(home)))
          return { token: await holding.unlock(demo.passphrase, home, true) };
        // Made elsewhere and moved into place whole: one that failed half-way must not be opened next time.
        const making = `${home}-making`;
        await rm(making, { recursive: true, force: true });
        const made = await demo.build(holding.vaultDeps(making), report);
        await made.vault.close();
        await rename(making, home);
        return { token: await holding.unlock(demo.passphrase, home, true) };
      });
      return job;
    },
  );
}
