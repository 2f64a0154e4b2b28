// Counts that are kept: each with an address, what it was made of, its tables as a file, and whether it comes out the same again.
// Invariant: closed sources are in none of them; the true numbers behind a figure for the public are in no answer.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import {
  dimensionCodes,
  listCounts,
  reproduceCount,
  saveCount,
  type SavedCount,
  savedCount,
} from "../../count/index.ts";
import { countId } from "../../model/index.ts";
import { csv } from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";

const spec = { tag: "counts", leaves: true } as const;

export function keptCountRoutes(app: OpenAPIHono, holding: Holding): void {
  const { clock, ids } = holding.deps;
  const deps = ({ vault: { engine, ledger } }: Asked) => ({ db: engine.db, clock, ids, ledger });

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/counts/kept",
      summary:
        "Count and keep it under an address: for the public, a figure moves only by five people or more",
      answers: "{job}",
      body: z.strictObject({
        by: z.array(z.enum(dimensionCodes)).max(20).optional(),
        audience: z.enum(["inside", "public"]),
        reviewed: z.boolean().optional(),
      }),
    },
    async (asked, { body: { by, audience, reviewed } }) =>
      holding.startJob("count", (progress, signal) =>
        saveCount(deps(asked), asked.actor, {
          audience,
          ...(by === undefined ? {} : { by }),
          ...(reviewed === undefined ? {} : { reviewed }),
          progress,
          signal,
        }),
      ),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/counts/kept",
      summary: "Counts that were kept, the newest first",
      answers: "{items: SavedCountItem[]}",
    },
    async ({ vault }) => ({ items: await listCounts(vault.engine.db) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/counts/kept/:id",
      summary: "A kept count: its numbers, its rules and what it was made of",
      answers: "SavedCount",
    },
    async ({ vault }, { param }) => savedCount(vault.engine.db, countId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/counts/kept/:id/again",
      summary:
        "Make a kept count again from the ledger as it was, and say whether it comes out the same",
      answers: "{job}",
    },
    async (asked, { param }) => {
      const id = countId.parse(param("id"));
      return holding.startJob("count", (progress, signal) =>
        reproduceCount(deps(asked), asked.actor, { id, progress, signal }),
      );
    },
  );
  csvRoute(app, holding);
}

function csvRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/counts/kept/:id/csv",
      summary: "The tables of a kept count as CSV, with its date, rule and caveat in every row",
      answers: "text/csv",
    },
    async ({ vault, actor }, { param }) => {
      requireRight(actor, "publish");
      const kept = await savedCount(vault.engine.db, countId.parse(param("id")));
      return new Response(tablesAsCsv(kept), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="count-${kept.asOf}.csv"`,
          "Cache-Control": "no-store",
        },
      });
    },
  );
}

/** Each row says by itself what it is: a row that is copied out of the file still does. A figure held back is an empty cell. */
function tablesAsCsv({ tables, whoSpeaks, ...kept }: SavedCount): string {
  const rows = [...tables, whoSpeaks].flatMap((table) =>
    [
      ...table.rows,
      { row: "not-known", label: "Not known", people: table.notKnown },
      { row: "all", label: "Everybody documented", people: table.people },
    ].map((row) => ({ table, row })),
  );
  return csv<(typeof rows)[number]>(
    [
      { name: "by", of: ({ table }) => table.by },
      { name: "row", of: ({ row }) => row.row },
      { name: "label", of: ({ row }) => row.label },
      { name: "people", of: ({ row }) => row.people },
      { name: "share_not_known", of: ({ table }) => table.shareNotKnown },
      { name: "several_rows_a_person", of: ({ table }) => (table.several ? "yes" : "no") },
      { name: "rule_of_row", of: ({ table }) => table.rule },
      { name: "who_is_counted", of: () => kept.rule },
      { name: "must_not_be_read_as", of: () => kept.caveat },
      { name: "as_of", of: () => kept.asOf },
      { name: "entries", of: () => kept.snapshot.entries },
      { name: "sha256", of: () => kept.snapshot.shown },
      { name: "count", of: () => kept.id },
    ],
    rows,
  );
}
