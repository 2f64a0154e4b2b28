// The lanes above the cards: each with its sign, and how many of it are decided.
import type { ReactNode } from "react";
import { number, t } from "../../messages/index.ts";
import type { Lane } from "./items.ts";
import { lanes, laneSign } from "./items.ts";
import { countOf } from "./review-order.ts";
import type { Lanes } from "./review-order.ts";
import type { Decisions } from "./spans.ts";

export function LaneTabs({
  all,
  decisions,
  lane,
  onLane,
}: {
  readonly all: Lanes;
  readonly decisions: Decisions;
  readonly lane: Lane;
  readonly onLane: (lane: Lane) => void;
}): ReactNode {
  return (
    <div className="reader-lanes" role="group" aria-label={t("reader.lanes")}>
      {lanes.map((which) => {
        const { done, total } = countOf(all[which], decisions);
        const size = all[which].length;
        const count =
          which === "dates" || total === 0 ? number(size) : `${number(done)}/${number(total)}`;
        return (
          <button
            key={which}
            type="button"
            className={`reader-lane${which === lane ? " reader-lane--on" : ""}`}
            aria-pressed={which === lane}
            disabled={size === 0}
            onClick={() => onLane(which)}
          >
            <span className={`reader-lane__sign reader-lane__sign--${which}`} aria-hidden="true">
              {laneSign[which]}
            </span>
            <span>{t(`reader.lane.${which}`)}</span>
            <span className="reader-lane__count">{count}</span>
            {which === "dates" || total === 0 ? null : (
              <span className="sr-only">{t("reader.laneDecided")}</span>
            )}
          </button>
        );
      })}
    </div>
  );
}
