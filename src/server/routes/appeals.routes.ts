// Appeals: the group's key, the form with it, and what comes back.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import {
  appealKey,
  type AppealView,
  listAppeals,
  lookAtNew,
  makeForm,
  openAppeal,
  setAppealKey,
  showAppeal,
} from "../../collect/index.ts";
import { clusterOf, describePeople, findByName, personIds } from "../../link/index.ts";
import { sourceId } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { consentsOfAppeal } from "../appeal-consents.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "appeals" } as const;
/** People shown for each person named, and names of them looked for. */
const shown = 5;

/** Somebody on file who may be a person an appeal names. */
export interface AppealCandidate {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  /** The name that is alike, and how alike (0 to 1). */
  readonly name: string;
  readonly score: number;
}

/** An appeal, and for each person named who on file may be the same. */
export interface ArrivedAppeal extends AppealView {
  /** It was here already; nothing was written but consents that were missing. */
  readonly known: boolean;
  readonly candidates: Readonly<Record<string, readonly AppealCandidate[]>>;
}

export function appealRoutes(app: OpenAPIHono, holding: Holding): void {
  keyRoutes(app, holding);
  formRoute(app, holding);
  arrivingRoute(app, holding);
  readingRoutes(app, holding);
}

function keyRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/appeals/key",
      summary: "The age recipient appeals are encrypted to",
      answers: "AppealKeyView",
    },
    async ({ vault }) => appealKey(vault.engine.db),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/appeals/key",
      summary: "Make a new key; earlier ones go on opening what was encrypted to them",
      answers: "AppealKeyView",
      body: z.strictObject({}),
    },
    async (asked) => setAppealKey(collectDeps(holding, asked)),
  );
}

function formRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/appeals/form",
      summary: "The form as one HTML file that needs no network",
      answers: "{html}",
      body: z.strictObject({ group: z.string().max(200).optional() }),
    },
    async (asked, { body }) => ({
      html: await makeForm(collectDeps(holding, asked), present(body)),
    }),
  );
}

function arrivingRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/appeals",
      summary: "Open an encrypted appeal; its name comes in X-Guwah-Name, URI-encoded",
      answers: "ArrivedAppeal",
      raw: true,
    },
    async (asked, { c }): Promise<ArrivedAppeal> => {
      const deps = collectDeps(holding, asked);
      const body = c.req.raw.body;
      const bytes =
        body === null
          ? new Uint8Array()
          : (Readable.fromWeb(body as NodeStream) as AsyncIterable<Uint8Array>);
      const name = nameIn(c.req.header("x-guwah-name"));
      const appeal = await openAppeal(deps, { name, bytes });
      const { engine, ledger } = asked.vault;
      const act = { ledger, db: engine.db, ids: deps.ids, clock: deps.clock };
      await consentsOfAppeal(act, asked.actor, appeal);
      for (const { source } of appeal.files)
        if (source !== undefined) await lookAtNew(deps, source);
      return { ...appeal, candidates: await candidatesFor(engine.db, appeal) };
    },
  );
}

function readingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/appeals",
      summary: "Appeals that came, the latest first",
      answers: "{items: AppealView[]}",
    },
    async ({ vault }) => ({ items: await listAppeals(vault.engine.db) }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/appeals/:source",
      summary: "One appeal, and who on file may be the people it names",
      answers: "ArrivedAppeal",
    },
    async ({ vault }, { param }): Promise<ArrivedAppeal> => {
      const { db } = vault.engine;
      const appeal = await showAppeal(db, sourceId.parse(param("source")));
      return { ...appeal, known: true, candidates: await candidatesFor(db, appeal) };
    },
  );
}

async function candidatesFor(
  db: Db,
  { people }: AppealView,
): Promise<Record<string, AppealCandidate[]>> {
  const found: Record<string, AppealCandidate[]> = {};
  // Whoever names two people apart in one breath means two.
  const named = new Set<string>();
  for (const { record } of people) for (const id of await clusterOf(db, record)) named.add(id);
  for (const { record, label } of people) found[record] = await candidatesOf(db, label, named);
  return found;
}

async function candidatesOf(
  db: Db,
  label: string,
  named: ReadonlySet<string>,
): Promise<AppealCandidate[]> {
  const most = named.size + shown * 4;
  const hits = (await findByName(db, label, most)).filter((hit) => !named.has(hit.record));
  const persons = await personIds(
    db,
    hits.map((hit) => hit.record),
  );
  const best = new Map<string, (typeof hits)[number]>();
  for (const hit of hits) {
    const id = persons.get(hit.record) ?? hit.record;
    if (!best.has(id)) best.set(id, hit);
  }
  const items = await describePeople(db, [...best.keys()].slice(0, shown));
  return items
    .map(({ id, number, label: called }) => {
      const { name, score } = best.get(id) ?? { name: called, score: 0 };
      return { id, number, label: called, name, score };
    })
    .sort((a, b) => b.score - a.score);
}

function nameIn(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? "") || "appeal.age";
  } catch {
    return "appeal.age";
  }
}
