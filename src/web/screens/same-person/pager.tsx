// Where one stands in the queue, how alike the pair is in words, and the steps back and on.
import type { QueueItem } from "../../api/views.ts";
import type { ReactNode, RefObject } from "react";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button, Select, Tag } from "../../parts/index.ts";
import type { Tone } from "../../parts/index.ts";
import { undecidedFilters } from "./queue-run.ts";
import type { QueueHook } from "./use-queue.ts";

const bandText = (band: string): string => tIf(`same.band.${band}`) ?? band;

const tones: Readonly<Record<string, Tone>> = {
  "very likely": "accent",
  likely: "accent",
  kin: "warn",
};

/** `3 of 12`: what was judged in this sitting counts as before, skipped pairs too. */
function placeText({ decided, place, waiting, pages }: QueueHook): string {
  const n = decided + place + 1;
  if (!pages.hasNextPage) return t("same.place", { n, total: decided + waiting.length });
  return t("same.placeUpTo", { n, total: decided + (pages.total ?? waiting.length) });
}

/** The pair in one sentence, for who does not see it. */
export function pairText(queue: QueueHook, item: QueueItem): string {
  return t("same.pairText", {
    place: placeText(queue),
    left: item.leftPerson.label,
    right: item.rightPerson.label,
    band: bandText(item.band),
  });
}

export function Pager({
  queue,
  item,
  heading,
}: {
  readonly queue: QueueHook;
  readonly item: QueueItem;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}): ReactNode {
  return (
    <div className="queue__pager">
      <h2 ref={heading} tabIndex={-1} className="queue__place">
        {placeText(queue)}{" "}
        <Tag tone={tones[item.band] ?? "plain"} sign="">
          {bandText(item.band)}
        </Tag>
        <span className="sr-only">
          : <Bidi>{item.leftPerson.label}</Bidi>, <Bidi>{item.rightPerson.label}</Bidi>
        </span>
      </h2>
      <div className="row">
        <BandFilter queue={queue} />
        <Button small keys="K" isDisabled={queue.place === 0} onPress={() => queue.move(-1)}>
          {t("same.back")}
        </Button>
        <Button
          small
          keys="J"
          isDisabled={queue.place >= queue.waiting.length - 1}
          onPress={() => queue.move(1)}
        >
          {t("same.skip")}
        </Button>
        <Button small keys="U" isDisabled={!queue.canUndo} onPress={queue.undo}>
          {t("same.undo")}
        </Button>
      </div>
    </div>
  );
}

const bands = ["very likely", "likely", "possible", "kin"] as const;

/** Pairs not decided come only when they are asked for. */
export function BandFilter({ queue }: { readonly queue: QueueHook }): ReactNode {
  return (
    <Select
      className="queue__filter"
      label={t("same.show")}
      value={queue.band}
      onChange={queue.setBand}
      empty={t("same.allBands")}
      options={[
        ...bands.map((band) => ({ value: band, label: bandText(band) })),
        ...undecidedFilters.map((filter) => ({
          value: filter,
          label: t(`same.undecided.${filter}`),
        })),
      ]}
    />
  );
}
