// One sentence at the top of a person's file: what is known, how well, and since when there is no news.
// Invariant: made only of headlines, so it can say nothing the file below does not show.
import { formatDate, termOf } from "../model/index.ts";
import { message } from "./messages.ts";
import { drawnDate, headlineText, headlineValue } from "./related-records.ts";
import type { Gathered } from "./gather.ts";
import { daysSince, latestNews, type SpokenSource } from "./story/news.ts";
import type { PropertyView, RecordFile, RelatedView } from "./views.ts";

/** The status of a person; null where there is no episode and no date of last contact. */
export function statusOf(
  properties: readonly PropertyView[],
  related: readonly RelatedView[],
  gathered: Gathered,
  records: readonly string[],
  now: number,
): RecordFile["status"] {
  const episodes = related.filter((r) => r.schema === "Episode");
  const latest = episodes.toSorted((a, b) => order(b) - order(a) || lasts(b) - lasts(a))[0];
  const alive = drawnDate(properties, "lastConfirmedAlive");
  if (latest === undefined && alive === null) return null;
  // A denial of one property says nothing against what happened.
  const denied = [...gathered.statements.values()].some(
    (s) =>
      s.stance === "denies" &&
      s.targets.some((t) => t.property === undefined && records.includes(t.record)),
  );
  const kind = latest?.properties.find((p) => p.name === "kind");
  const state = denied ? "disputed" : (kind?.headlines[0]?.state ?? "single");
  const news = latestNews({ properties, episodes, spoken: speaking(gathered) }, now);
  const origins =
    (kind ?? properties.find((p) => p.name === "lastConfirmedAlive"))?.headlines[0]?.origins ?? [];
  const carrying = origins.flatMap((o) => o.carriers.filter((c) => c.claims.length > 0));
  return {
    state,
    text:
      latest === undefined
        ? message("status.alive", { date: alive?.text ?? "" })
        : sentence(latest),
    noNewsDays: news === null ? null : daysSince(news, now),
    news,
    origins: origins.length,
    sources: new Set(carrying.map((carrier) => carrier.key)).size,
  };
}

function order(episode: RelatedView): number {
  const day = episode.from?.min ?? episode.from?.max ?? episode.to?.min;
  return day === null || day === undefined ? 0 : Date.parse(day);
}

/** 1 for a state that goes on (held, in prison), 0 for an event of one day (sentenced, released). */
function lasts(episode: RelatedView): number {
  const value = headlineValue(episode.properties, "kind");
  return value?.kind === "code" && termOf(value.vocabulary, value.code)?.lasts === true ? 1 : 0;
}

function sentence(episode: RelatedView): string {
  const place =
    headlineText(episode.properties, "facility") ?? headlineText(episode.properties, "place");
  const from = episode.from === null ? null : formatDate(episode.from.edtf);
  const to = episode.to === null ? null : formatDate(episode.to.edtf);
  const kind = episode.label;
  const where = place === null ? "" : message("status.place", { place });
  if (from !== null && to !== null) return message("status.from-to", { kind, where, from, to });
  if (from !== null) {
    // "Since between March and May" is no sentence: an interval stands by itself.
    const since = lasts(episode) === 1 && !/[/,]/.test(episode.from?.edtf ?? "");
    return message(since ? "status.since" : "status.on", { kind, where, from });
  }
  if (to !== null) return message("status.until", { kind, where, to });
  return message("status.undated", { kind, where });
}

/** A source that only carries the same text, or is only repeated, says nothing here itself. */
function speaking({ sources, claims, statements }: Gathered): SpokenSource[] {
  const said = new Set([...claims, ...statements.values()].map(({ source }) => source));
  return [...sources.values()].filter(({ id }) => said.has(id));
}
