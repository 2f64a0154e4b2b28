// The pairs that wait, page by page, and the one that is shown.
import { useEffect, useState } from "react";
import { usePages } from "../../parts/use-pages.ts";
import { useKept } from "../../shell/kept.ts";
import { keyOf, newRun, placeIn, restarted, waitingPairs } from "./queue-run.ts";
import type { QueueRun } from "./queue-run.ts";
import type { QueueItem } from "./views.ts";

/** With so few pairs left on the pages that were read, the next page is asked for. */
const readAheadAt = 5;

export function useWaiting() {
  const [band, setBand] = useKept("same.band");
  const [keptPair, keepPair] = useKept("same.pair");
  const [run, setRun] = useState<QueueRun>(newRun);
  const pages = usePages<QueueItem>("queue", "/api/queue", band === "" ? {} : { band });
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
    const first = items.find((item) => keyOf(item) === keptPair) ?? items[0];
    if (first !== undefined) setRun((now) => ({ ...now, shown: first }));
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
    move: (by: 1 | -1): void => {
      const item = waiting[place + by];
      if (item !== undefined) go({ ...run, shown: item });
    },
  };
}
