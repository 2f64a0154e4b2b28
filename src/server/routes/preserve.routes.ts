// Checkpoints of the ledger, and the witnesses who cosign them.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addCosignatures,
  beginLog,
  compareCheckpoint,
  listCheckpoints,
  makeCheckpoint,
  preserveDeps,
  requestCosignature,
  setWitnesses,
} from "../../preserve/index.ts";
import { parseVerifierKey } from "../../proof/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";

const tag = "integrity";
/** A checkpoint with a hundred cosignatures is a tenth of this. */
const note = z.string().min(1).max(100_000);
const witness = z.strictObject({
  name: z.string().trim().min(1).max(60),
  vkey: z.string().trim().min(1).max(2_000),
  address: z.string().trim().min(1).max(1_000).nullable(),
});

export function preserveRoutes(app: OpenAPIHono, holding: Holding): void {
  const deps = ({ vault }: Asked) => preserveDeps(vault, holding.deps.clock);
  const list = (asked: Asked) => listCheckpoints(deps(asked), asked.watch.courier);

  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/checkpoints",
      summary: "Checkpoints, who cosigned them, and what a quick look found wrong",
      answers: "CheckpointList",
    },
    list,
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/checkpoints",
      summary: "Sign the ledger as it is now; the last checkpoint where nothing was written since",
      answers: "MadeCheckpoint",
    },
    async (asked) => makeCheckpoint(deps(asked), asked.actor, "hand"),
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/checkpoints/deliver",
      summary:
        "Send the latest checkpoint to every witness with an address that has not cosigned it",
      answers: "{job}",
    },
    async (asked) =>
      holding.startJob("deliver-checkpoint", async () => {
        await asked.watch.courier.deliver(true);
        return list(asked);
      }),
  );

  exchangeRoutes(app, holding, deps);
  policyRoutes(app, holding, deps, list);
}

/** What goes by files. */
function exchangeRoutes(
  app: OpenAPIHono,
  holding: Holding,
  deps: (asked: Asked) => ReturnType<typeof preserveDeps>,
): void {
  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/checkpoints/request",
      summary: "The request to carry to a witness, as C2SP tlog-witness writes it",
      body: z.strictObject({
        witness: z.string().max(60).nullable(),
        from: z.int().min(0).optional(),
      }),
      answers: "CosignatureRequest",
    },
    async (asked, { body }) => requestCosignature(deps(asked), body.witness, body.from),
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/checkpoints/cosignatures",
      summary: "Take in the checkpoint a witness has cosigned",
      body: z.strictObject({ note }),
      answers: "AddedCosignatures",
    },
    async (asked, { body }) => addCosignatures(deps(asked), asked.actor, body.note),
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/checkpoints/compare",
      summary: "Whether today's ledger grew out of a checkpoint that somebody kept",
      body: z.strictObject({ note }),
      answers: "Comparison",
    },
    async (asked, { body }) => compareCheckpoint(deps(asked), body.note),
  );
}

/** What only a keeper decides. */
function policyRoutes(
  app: OpenAPIHono,
  holding: Holding,
  deps: (asked: Asked) => ReturnType<typeof preserveDeps>,
  list: (asked: Asked) => Promise<unknown>,
): void {
  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/witnesses",
      summary: "Set which witnesses count, and how many must have cosigned",
      body: z.strictObject({ need: z.int().min(0).max(32), witnesses: z.array(witness).max(32) }),
      answers: "CheckpointList",
    },
    async (asked, { body }) => {
      const witnesses = body.witnesses.map(({ name, vkey, address }) => ({
        name,
        key: parseVerifierKey(vkey),
        address,
      }));
      await setWitnesses(deps(asked), asked.actor, { need: body.need, witnesses });
      return list(asked);
    },
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/checkpoints/new-name",
      summary: "Go on under a new name and key, which witnesses have to trust anew",
      body: z.strictObject({ reason: z.string().trim().min(1).max(4_000) }),
      answers: "{origin, vkey}",
    },
    async (asked, { body }) => {
      const { origin, vkey } = await beginLog(deps(asked), asked.actor, body.reason);
      return { origin, vkey };
    },
  );
}
