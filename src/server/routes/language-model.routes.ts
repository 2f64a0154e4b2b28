// The one door to a language model: what is set, setting it, and asking it about one source.
// Invariant: the key goes in and never comes out; nothing is sent but by `ask-model`, for one source, at one address
// that the person asking was shown.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import {
  askModel,
  forgetModel,
  type ModelSettingDeps,
  setModel,
  showModel,
} from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const path = "/api/language-model";
const spec = { tag: "language model", path, answers: "ModelView" } as const;

export function languageModelRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    { ...spec, method: "get", summary: "Whether a language model may be asked, and where it is" },
    async (asked) => showModel(settingDeps(holding, asked)),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      summary: "Let people ask a language model; a key left out stays, as long as the host does",
      body: z.strictObject({
        address: z.string().min(1).max(500),
        model: z.string().regex(/^[\w.:/@+-]{1,100}$/),
        key: z.string().max(500).optional(),
      }),
    },
    async (asked, { body }) => setModel(settingDeps(holding, asked), present(body)),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "delete",
      summary: "Ask no language model any more; forget address and key",
    },
    async (asked) => forgetModel(settingDeps(holding, asked)),
  );
  addRoute(
    app,
    holding,
    {
      tag: "language model",
      method: "post",
      path: "/api/sources/:id/ask-model",
      summary: "Send one source's text to the language model; what it suggests joins the reading",
      answers: "{job}",
      leaves: true,
      body: z.strictObject({ address: z.string().max(500) }),
    },
    async (asked, { body, param }) => {
      // Refused at once, not as a job that fails.
      requireRight(asked.actor, "add");
      const source = sourceId.parse(param("id"));
      const deps = { ...collectDeps(holding, asked), ...settingDeps(holding, asked) };
      return holding.startJob("ask-model", (progress, signal) =>
        askModel(deps, { source, address: body.address, signal, progress }),
      );
    },
  );
}

function settingDeps(holding: Holding, { vault, actor }: Asked): ModelSettingDeps {
  return { vault, actor, allowed: holding.deps.config.languageModel !== "never" };
}
