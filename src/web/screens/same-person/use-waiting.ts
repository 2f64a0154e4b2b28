// The pairs that wait, page by page, and the one that is shown.
import type { QueueItem, QueuePage } from "../../api/views.ts";
import { useEffect, useState } from "react";
import { usePages } from "../../parts/use-pages.ts";
import { useKept } from "../../shell/kept.ts";
import { keyOf, newRun, placeIn, restarted, undecidedFilters, waitingPairs } from "./queue-run.ts";
import type { QueueRun } from "./queue-run.ts";

/** With so few pairs left on the pages that were read, the next page is asked for. */
const readAheadAt = 5;

function askedFor(band: string): Readonly<Record<string, string>> {
  if (band === "") return {};
  return undecidedFilters.some((filter) => filter === band) ? { undecided: band } : { band };
}

export function useWaiting() {
  const [band, setBand] = useKept("same.band");
  const [keptPair, keepPair] = useKept("same.pair");
  const [run, setRun] = useState<QueueRun>(newRun);
  const pages = usePages<QueueItem>("queue", "/api/queue", askedFor(band));
  const first = pages.data?.pages[0] as QueuePage | undefined;
  const waiting = waitingPairs(run, pages.isPlaceholderData ? [] : pages.items, band);
  const place = placeIn(run, waiting);
  const still = waiting[place];
  const shown =
    run.shown === null || (still !== undefined && keyOf(still) === keyOf(run.shown))
      ? (still ?? null)
      : run.shown;

  // The first answer settles what is shown; one who comes back finds the pair that was left.
  const fresh = pages.isPlaceholderData ? undefined : pages.data;
  useEffect(() => {
    if (fresh === undefined || run.shown !== null) return;
    const items = waitingPairs(
      run,
      fresh.pages.flatMap((page) => page.items),
      band,
    );
    const begin = items.find((item) => keyOf(item) === keptPair) ?? items[0];
    if (begin !== undefined) setRun((now) => ({ ...now, shown: begin }));
  }, [fresh, run, band, keptPair]);

  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const fewLeft = waiting.length - place <= readAheadAt;
  useEffect(() => {
    if (hasNextPage && !isFetching && fewLeft) void fetchNextPage();
  }, [hasNextPage, isFetching, fewLeft, fetchNextPage]);

  /** Takes over a run; the pair it shows is the one to come back to. */
  const go = (next: QueueRun): void => {
    keepPair(next.shown === null ? "" : keyOf(next.shown));
    setRun(next);
  };
  return {
    band,
    setBand: (next: string): void => {
      setBand(next);
      go(restarted(run));
    },
    run,
    go,
    pages,
    waiting,
    place,
    shown,
    isSettled: fresh !== undefined,
    /** When candidates were last looked for, and whether something came since; undefined until the server said so. */
    searched: first === undefined ? undefined : { at: first.linkedAt, isStale: first.stale },
    move: (by: 1 | -1): void => {
      const item = waiting[place + by];
      if (item !== undefined) go({ ...run, shown: item });
    },
  };
}
