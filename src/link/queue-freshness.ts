// Whether the candidates still fit the vault: when they were looked for, and what happened since.
// Invariant: a record of which nothing stands any more has no candidates; when it comes back the next search finds it again.
import { type Engine, wholeDb } from "../store/index.ts";
import { dropCandidates } from "./candidates.store.ts";
import { anyPersonChanged, lastSeq, maybeEmptied } from "./changed-people.ts";
import { namesVersion } from "./matching/search-keys.ts";
import { keepLinkState, linkState } from "./name-index.ts";
import { readFeatures } from "./read-features.ts";
import type { QueuePage } from "./views.ts";

/** Raise it when scores or rules change in a way that makes old candidates worthless. */
const LINK_VERSION = "1";
const states = { until: "linked", at: "linked-at", tidied: "linked-tidied" } as const;

export function linkVersion(): string {
  return `${LINK_VERSION}.${namesVersion()}`;
}

/** The last entry the search has seen; null where nobody searched yet, or by other rules. */
export async function linkedUntil(db: Engine["db"]): Promise<number | null> {
  const [told, last] = ((await linkState(db, states.until)) ?? "").split(":");
  return told === linkVersion() && last !== undefined ? Number(last) : null;
}

export async function keepLinked(engine: Engine, until: number, at: number): Promise<void> {
  await engine.exclusively(async (tx) => {
    await keepLinkState(tx, states.until, `${linkVersion()}:${until}`);
    await keepLinkState(tx, states.at, String(at));
  });
}

export async function queueFreshness(
  engine: Engine,
): Promise<Pick<QueuePage, "linkedAt" | "stale">> {
  const { db } = engine;
  const at = await linkState(db, states.at);
  const until = await linkedUntil(db);
  if (until !== null) await dropEmptied(engine, until);
  return {
    linkedAt: at === null ? null : Number(at),
    stale: until === null || (await anyPersonChanged(db, until)),
  };
}

/** Drops the candidates of records that lost their last claim since. */
async function dropEmptied(engine: Engine, until: number): Promise<void> {
  const db = wholeDb(engine.db);
  const tidied = Math.max(until, Number((await linkState(db, states.tidied)) ?? -1));
  const last = await lastSeq(db);
  if (last === tidied) return;
  const touched = await maybeEmptied(db, tidied);
  for (let i = 0; i < touched.length; i += 400) {
    const page = touched.slice(i, i + 400);
    const standing = await readFeatures(db, page, { withStory: false });
    const emptied = page.filter((id) => !standing.has(id));
    if (emptied.length > 0) await engine.exclusively((tx) => dropCandidates(tx, emptied));
  }
  await engine.exclusively((tx) => keepLinkState(tx, states.tidied, String(last)));
}
