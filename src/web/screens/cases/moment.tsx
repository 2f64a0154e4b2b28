// A moment on the page: the day there, its zone, the reader's own time, how far away, and what its clocks leave open.
import type { ReactNode } from "react";
import type { MomentView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { awayText, momentWords, todayIn } from "./moment-text.ts";

/** `under`: the day of the heading it stands under, which need not be said again. */
export function Moment({
  at,
  under,
}: {
  readonly at: MomentView;
  readonly under?: string | undefined;
}): ReactNode {
  const { there, zone, here } = momentWords(at);
  const words = under === at.day ? (at.time ?? t("moment.allDay")) : there;
  return (
    <span className="moment">
      <time dateTime={at.time === undefined ? at.day : `${at.day}T${at.time}`}>{words}</time>{" "}
      <small className="quiet">
        {zone} · {awayText(at.day, todayIn(zone))}
        {here === undefined ? null : ` · ${here}`}
      </small>
      {at.doubt === null ? null : (
        <small className="moment__doubt">? {t(`moment.doubt.${at.doubt}`)}</small>
      )}
    </span>
  );
}
