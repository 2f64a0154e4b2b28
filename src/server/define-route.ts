// One way to add an address: its method, what it takes, what it answers, and the one function behind it.
// Invariant: every address is in the OpenAPI document, because there is no other way to add one.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { Asked, Holding } from "./holding.ts";
import { requireRight } from "../access/index.ts";
import { withoutClosed } from "../store/index.ts";

export const sessionCookie = "guwah_session";

export interface RouteSpec<B extends z.ZodType> {
  readonly method: "get" | "post" | "delete";
  /** In Hono's form: `/api/sources/:id`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly body?: B;
  /** The view answered, by the name of its TypeScript type (collect, link, weigh `views.ts`). */
  readonly answers: string;
  /** Takes raw bytes instead of JSON. */
  readonly raw?: boolean;
  /** What it makes is meant to leave the vault: whoever asks, closed sources are as if they had never come. */
  readonly leaves?: boolean;
}

export interface Request<B> {
  readonly c: Context;
  readonly body: B;
  readonly holding: Holding;
  readonly param: (name: string) => string;
  readonly query: (name: string) => string | undefined;
}

const errorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .openapi("Error");

/** Adds an address that anyone on this machine may ask (unlocking, health). */
export function addOpen<B extends z.ZodType = z.ZodUndefined>(
  app: OpenAPIHono,
  holding: Holding,
  spec: RouteSpec<B>,
  answer: (request: Request<z.infer<B>>) => Promise<unknown>,
): void {
  const path = spec.path.replace(/:(\w+)/g, "{$1}");
  const params = [...spec.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const route = createRoute({
    method: spec.method,
    path,
    summary: spec.summary,
    tags: [spec.tag],
    request: {
      ...(params.length === 0
        ? {}
        : {
            params: z.object(Object.fromEntries(params.map((name) => [name, z.string().max(200)]))),
          }),
      ...(spec.body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: spec.body } } } }),
      ...(spec.raw === true
        ? {
            body: {
              required: true,
              content: {
                "application/octet-stream": {
                  schema: z.any().openapi({ type: "string", format: "binary" }),
                },
              },
            },
          }
        : {}),
    },
    responses: {
      200: {
        description: spec.answers,
        content: { "application/json": { schema: z.any().openapi({ title: spec.answers }) } },
      },
      default: {
        description: "A coded error",
        content: { "application/json": { schema: errorSchema } },
      },
    },
  });
  app.openapi(route, (async (c: Context) => {
    const body = (spec.body === undefined ? undefined : c.req.valid("json" as never)) as z.infer<B>;
    const result = await answer({
      c,
      body,
      holding,
      param: (name) => c.req.param(name) ?? "",
      query: (name) => c.req.query(name),
    });
    return result instanceof Response ? result : c.json(result ?? {});
  }) as never);
}

/** Adds an address for members of the open vault. Reading is a right too. */
export function addRoute<B extends z.ZodType = z.ZodUndefined>(
  app: OpenAPIHono,
  holding: Holding,
  spec: RouteSpec<B>,
  answer: (asked: Asked, request: Request<z.infer<B>>) => Promise<unknown>,
): void {
  addOpen(app, holding, spec, async (request) => {
    const asked = await holding.asked(tokenOf(request.c));
    requireRight(asked.actor, "read");
    const seen =
      spec.leaves === true ? { ...asked, vault: await withoutClosed(asked.vault) } : asked;
    return answer(seen, request);
  });
}

/** The session's token: the browser's cookie, or a script's bearer token. */
export function tokenOf(c: Context): string | null {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(c.req.header("authorization") ?? "")?.[1];
  return bearer ?? getCookie(c, sessionCookie) ?? null;
}
