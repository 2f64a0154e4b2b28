// A moment on the page: the day there, its zone, the reader's own time, how far away, and what its clocks leave open.
import type { ReactNode } from "react";
import type { MomentView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { awayText, momentWords, todayIn } from "./moment-text.ts";

export function Moment({ at }: { readonly at: MomentView }): ReactNode {
  const { there, zone, here } = momentWords(at);
  return (
    <span className="moment">
      <time dateTime={at.time === undefined ? at.day : `${at.day}T${at.time}`}>{there}</time>{" "}
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
