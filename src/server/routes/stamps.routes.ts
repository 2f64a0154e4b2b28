// Trusted time: the authorities that stamp checkpoints, and their stamps.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  listStamps,
  makeCheckpoint,
  preserveDeps,
  removeAuthority,
  setAuthority,
} from "../../preserve/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";

const tag = "integrity";
const name = z.string().trim().min(1).max(60);

export function stampRoutes(app: OpenAPIHono, holding: Holding): void {
  const deps = ({ vault }: Asked) => ({
    ...preserveDeps(vault, holding.deps.clock),
    files: vault.files,
  });
  const list = (asked: Asked) => listStamps(deps(asked), asked.watch.stamps);

  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/stamps",
      summary: "The authorities, how it stands with each, and the stamps they gave",
      answers: "StampList",
    },
    list,
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/stamps",
      summary:
        "Sign the ledger where it has grown, and ask every authority that has not stamped the latest checkpoint",
      answers: "{job}",
    },
    async (asked) =>
      holding.startJob("stamp", async () => {
        await makeCheckpoint(deps(asked), asked.actor, "hand");
        await asked.watch.stamps.deliver(true);
        return list(asked);
      }),
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/authorities",
      summary: "Set a time-stamping authority; one of the same name is replaced",
      body: z.strictObject({
        name,
        url: z.string().trim().min(1).max(1_000),
        root: z.string().max(10_000).nullable(),
      }),
      answers: "StampList",
    },
    async (asked, { body }) => {
      await setAuthority(deps(asked), asked.actor, body);
      return list(asked);
    },
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/authorities/remove",
      summary: "Ask this authority no more; its stamps stay",
      body: z.strictObject({ name }),
      answers: "StampList",
    },
    async (asked, { body }) => {
      await removeAuthority(deps(asked), asked.actor, body.name);
      return list(asked);
    },
  );
}
