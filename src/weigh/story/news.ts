// The last day anyone is known to have heard of a person, and from whom.
// Invariant: news is a day that has been; the end of a sentence that is being served is none.
import { parseDate } from "../../model/index.ts";
import { drawnDate } from "../related-records.ts";
import type { DrawnDate, News, PropertyView, RelatedView } from "../views.ts";

export interface SpokenSource {
  readonly id: string;
  readonly title: string;
  readonly published?: string | undefined;
}

interface Told {
  readonly properties: readonly PropertyView[];
  readonly episodes: readonly RelatedView[];
  /** Sources that say something here themselves; one that is only repeated does not. */
  readonly spoken: readonly SpokenSource[];
}

const rank: Readonly<Record<News["kind"], number>> = { alive: 0, ended: 1, began: 2, spoke: 3 };

/** The latest news: last confirmed alive, an episode that began or ended, the day a source spoke. `now` in ms since 1970. */
export function latestNews({ properties, episodes, spoken }: Told, now: number): News | null {
  const found = [
    ...dated(properties, "lastConfirmedAlive", "alive"),
    ...episodes.flatMap((episode) => {
      const ended = dated(episode.properties, "to", "ended");
      const over = ended.length > 0 && !isAhead(drawnDate(episode.properties, "to"), now);
      return over ? ended : dated(episode.properties, "from", "began");
    }),
    ...spoken.flatMap(({ id, title, published }) => {
      const date = published === undefined ? null : parseDate(published);
      return date === null
        ? []
        : [{ kind: "spoke" as const, date, source: id, sourceTitle: title }];
    }),
  ];
  const today = new Date(now).toISOString().slice(0, 10);
  const [last] = found
    .filter(({ date }) => date.max !== null && !isAhead(date, now))
    .map(({ date, ...rest }) => ({
      ...rest,
      day: (date.max as string) > today ? today : (date.max as string),
    }))
    .sort(
      (a, b) => compare(b.day, a.day) || rank[a.kind] - rank[b.kind] || compare(a.source, b.source),
    );
  return last ?? null;
}

/** Whole days from the day of the news to `now`; never below 0. */
export function daysSince(news: News, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(news.day)) / 86_400_000));
}

function dated(properties: readonly PropertyView[], name: string, kind: News["kind"]) {
  const date = drawnDate(properties, name);
  const property = properties.find((one) => one.name === name);
  const claim = property?.claims.find(({ id }) => property.headlines[0]?.claims.includes(id));
  if (date === null || claim === undefined) return [];
  return [{ kind, date, source: claim.source, sourceTitle: claim.sourceTitle }];
}

function isAhead(date: Pick<DrawnDate, "min"> | null, now: number): boolean {
  return date?.min !== null && date?.min !== undefined && Date.parse(date.min) > now;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
