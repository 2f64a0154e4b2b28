// The listing of sources, newest first, narrowed by words, kind and whether suggestions wait.
import type { CollectDeps } from "./deps.ts";
import { readingSummaries } from "./reading-cache.ts";
import {
  kindOf,
  openCounts,
  type SourceFacts,
  sourceFacts,
  sourceItems,
  titleOf,
} from "./source-items.ts";
import type { SourceItem } from "./views.ts";

export interface SourceQuery {
  /** Words that must all stand in title, publisher, author or file address, in any order. */
  readonly q?: string;
  readonly kind?: string;
  /** `open`: suggestions wait; `done`: analysed and none waits. */
  readonly state?: "all" | "open" | "done";
  readonly cursor?: string;
  /** At most 200; 50 where not said. */
  readonly limit?: number;
}

export interface SourcesPage {
  readonly total: number;
  readonly items: readonly SourceItem[];
  readonly next: string | null;
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

export async function listSources(
  { ledger }: Pick<CollectDeps, "ledger">,
  query: SourceQuery = {},
): Promise<SourcesPage> {
  const { engine } = ledger.deps;
  const all = await sourceFacts(engine.db);
  const found = await inState(
    engine,
    await saying(
      engine,
      all.filter((s) => query.kind === undefined || kindOf(s) === query.kind),
      query.q,
    ),
    query.state,
  );
  const before = query.cursor === undefined ? Infinity : Number(query.cursor);
  const rest = found.filter((s) => s.seq < before);
  const page = rest.slice(0, Math.min(Math.max(query.limit ?? 50, 1), 200));
  const last = page.at(-1);
  return {
    total: found.length,
    items: await sourceItems(engine, page),
    next: last === undefined || page.length === rest.length ? null : String(last.seq),
  };
}

type Engine = CollectDeps["ledger"]["deps"]["engine"];

// The engines disagree on what lower case is outside Latin, so words are compared here.
async function saying(
  engine: Engine,
  facts: readonly SourceFacts[],
  q = "",
): Promise<readonly SourceFacts[]> {
  const words = fold(q).split(/\s+/).filter(Boolean);
  if (words.length === 0) return facts;
  const summaries = await readingSummaries(
    engine,
    facts.map((f) => f.id),
  );
  return facts.filter((fact) => {
    const meta = summaries.get(fact.id)?.meta;
    const { description: d } = fact;
    const text = [
      titleOf(fact),
      fact.title ?? "",
      d?.publisher?.value ?? meta?.publisher?.value ?? "",
      d?.author?.value ?? meta?.author?.value ?? "",
      d?.url?.value ?? "",
    ];
    const folded = fold(text.join("\n"));
    return words.every((word) => folded.includes(word));
  });
}

async function inState(
  engine: Engine,
  facts: readonly SourceFacts[],
  state: SourceQuery["state"] = "all",
): Promise<readonly SourceFacts[]> {
  if (state === "all") return facts;
  const open = await openCounts(
    engine.db,
    await readingSummaries(
      engine,
      facts.map((f) => f.id),
    ),
  );
  return facts.filter(({ id }) => {
    const waiting = open.get(id);
    return waiting !== undefined && (state === "open" ? waiting > 0 : waiting === 0);
  });
}
