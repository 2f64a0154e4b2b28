// Pictures of figures that a screen shows, as a tree it builds itself, as SVG or as PNG; and who was where, for the map.
// Invariant: only figures come in, never a drawing; what comes out was drawn here.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { type PeopleByPlace, peopleByPlace } from "../../count/index.ts";
import { type Drawing, drawPicture, type PictureTable, pngOf, svgOf } from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";

const spec = { tag: "counts", method: "post" } as const;

/** A drawing to be built on a screen, with the table that says the same. */
export interface DrawingView {
  readonly drawing: Drawing;
  readonly table: PictureTable;
}
export type PeopleByPlaceView = PeopleByPlace;

const text = z.string().max(2_000);
const people = z.number().int().min(0).max(10_000_000);
const figure = z.number().min(0).max(1e12);
const day = z.string().max(40);
const words = z.strictObject({ title: text, caption: text, asOf: day, caveat: text });
const date = z.strictObject({ text, min: day.nullable(), max: day.nullable() }).nullable();
const list = <T extends z.ZodType>(of: T) => z.array(of).max(2_000);

const picture = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["bars", "dots"]),
    words,
    by: text,
    rows: list(
      z.strictObject({
        label: text,
        people: people.nullable(),
        unknown: z.boolean().default(false),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal("curve"),
    words,
    steps: list(z.strictObject({ title: text, day, people, fresh: people, together: people })).min(
      1,
    ),
  }),
  z.strictObject({
    kind: z.literal("estimates"),
    words,
    estimates: list(
      z.strictObject({
        quantity: text,
        unit: text,
        words: text,
        low: figure.nullable(),
        high: figure.nullable(),
        hedge: z.string().max(40),
        speaker: text,
        asOf: z.strictObject({ text, min: day.nullable() }).nullable(),
        denials: people,
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal("overlap"),
    words,
    lists: z.array(text).min(2).max(5),
    patterns: z.array(z.strictObject({ lists: z.array(text).max(5), people })).max(31),
  }),
  z.strictObject({
    kind: z.literal("models"),
    words,
    observed: people,
    models: list(
      z.strictObject({ label: text, model: text, estimate: figure, low: figure, high: figure }),
    ),
    assumptions: z.array(z.strictObject({ statement: text, answer: text })).max(20),
  }),
  z.strictObject({
    kind: z.literal("timeline"),
    words,
    rows: list(z.strictObject({ label: text, note: text, from: date, to: date })),
  }),
  z.strictObject({
    kind: z.literal("map"),
    words,
    places: list(
      z.strictObject({
        label: text,
        code: z.string().max(12).optional(),
        latitude: z.number().min(-90).max(90).optional(),
        longitude: z.number().min(-180).max(180).optional(),
        people: people.nullable().optional(),
        unsure: people.optional(),
      }),
    ).max(400),
    notKnown: people.nullable().optional(),
  }),
  z.strictObject({
    kind: z.literal("network"),
    words,
    width: z.number().min(1).max(10_000),
    height: z.number().min(1).max(10_000),
    nodes: list(z.strictObject({ x: z.number(), y: z.number(), label: text })).max(400),
    edges: list(z.strictObject({ from: people, to: people, label: text })),
  }),
]);

export function drawingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/drawings",
      summary: "Draw figures as a picture that says its date and caveat: a tree, SVG or PNG",
      body: z.strictObject({
        picture,
        scheme: z.enum(["light", "dark"]),
        as: z.enum(["tree", "svg", "png"]),
      }),
      answers: "DrawingView",
    },
    async ({ actor }, { body: { picture: input, scheme, as } }) => {
      // On a screen it stays in; a file leaves.
      if (as !== "tree") requireRight(actor, "publish");
      const drawn = drawPicture(input, scheme);
      if (as === "tree")
        return { drawing: drawn.drawing, table: drawn.table } satisfies DrawingView;
      const bytes = as === "png" ? await pngOf(drawn) : svgOf(drawn.drawing);
      return new Response(bytes, {
        headers: {
          "Content-Type": as === "png" ? "image/png" : "image/svg+xml",
          "Content-Disposition": `attachment; filename="${input.kind}-${input.words.asOf.replace(/[^\d-]/g, "")}.${as}"`,
          "Cache-Control": "no-store",
        },
      });
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/counts/places",
      summary: "Who was where: people by prefecture and along the years",
      body: z.strictObject({
        kinds: z.array(z.string().max(40)).max(40).optional(),
        year: z
          .string()
          .regex(/^\d{4}$/)
          .optional(),
        orHome: z.boolean().optional(),
      }),
      answers: "{job}",
    },
    async ({ vault, actor }, { body: { kinds, year, orHome } }) =>
      holding.startJob("count", (progress, signal) =>
        peopleByPlace({ db: vault.engine.db, clock: holding.deps.clock }, actor, {
          ...(kinds === undefined ? {} : { kinds }),
          ...(year === undefined ? {} : { year }),
          ...(orHome === undefined ? {} : { orHome }),
          progress,
          signal,
        }),
      ),
  );
}
