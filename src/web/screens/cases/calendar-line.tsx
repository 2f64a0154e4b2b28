// One day that waits, as the calendar and the home page show it: what, for whom, when, and whose word it is.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { CalendarItem } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Tag } from "../../parts/index.ts";
import { Moment } from "./moment.tsx";
import { awayText, dayText, readerZone, todayIn } from "./moment-text.ts";

const kindText = ({ what, kind }: CalendarItem): string =>
  what === "task" ? t("calendar.task") : termText("deadline-kind", kind);

/** `under`: the day of the heading it stands under. */
export function CalendarLine({
  item,
  under,
}: {
  readonly item: CalendarItem;
  readonly under?: string;
}): ReactNode {
  const { people, title } = item;
  const late = item.overdue;
  const over = item.state === "done" || item.state === "missed" || item.state === "dropped";
  return (
    <div className={`day-line${late ? " day-line--late" : ""}${over ? " day-line--over" : ""}`}>
      <div className="day-line__what">
        <strong>{kindText(item)}</strong>
        {title === undefined ? null : (
          <>
            {": "}
            <Bidi>{title}</Bidi>
          </>
        )}{" "}
        {late ? <Tag tone="bad">{t("cases.overdue")}</Tag> : null}
        {!late && item.remind ? (
          <Tag tone="warn" sign="!">
            {t("cases.remind")}
          </Tag>
        ) : null}
        {over ? <Tag>{tIf(`calendar.state.${item.state}`) ?? item.state}</Tag> : null}
      </div>
      <When item={item} under={under} />
      <div className="small">
        {people.map(({ id, label }, at) => (
          <span key={id}>
            {at === 0 ? null : ", "}
            <Link to="/people/$id" params={{ id }}>
              <Bidi>{label}</Bidi>
            </Link>
          </span>
        ))}
        {people.length === 0 ? null : " · "}
        <Behind item={item} />
      </div>
    </div>
  );
}

function When({
  item,
  under,
}: {
  readonly item: CalendarItem;
  readonly under: string | undefined;
}): ReactNode {
  if (item.at !== undefined)
    return (
      <div>
        <Moment at={item.at} under={under} />
      </div>
    );
  const isSaid = under === item.day && item.day === item.lastDay;
  return isSaid ? null : (
    <div>
      <Day item={item} />
    </div>
  );
}

/** A day without a clock: of a task, or as a source gives it. */
function Day({ item }: { readonly item: CalendarItem }): ReactNode {
  const { day, lastDay, claim } = item;
  const exact = day === lastDay;
  return (
    <span className="moment">
      <time dateTime={day}>{exact || claim === undefined ? dayText(day) : claim.text}</time>{" "}
      <small className="quiet">
        {awayText(day, todayIn(readerZone()))}
        {exact ? null : ` · ${t("calendar.until", { day: dayText(lastDay) })}`}
      </small>
    </span>
  );
}

/** The case it belongs to, and the claim or entry it rests on. */
function Behind({ item }: { readonly item: CalendarItem }): ReactNode {
  const { claim } = item;
  return (
    <>
      {item.case === null ? (
        <span className="quiet">{t("calendar.noCase")}</span>
      ) : (
        <Link to="/cases/$id" params={{ id: item.case.id }} data-row>
          {item.case.number}
        </Link>
      )}
      {claim === undefined ? null : (
        <>
          {" · "}
          <Link to="/records/$id" params={{ id: claim.proceeding }} search={{ claim: item.id }}>
            {t("calendar.said")}
          </Link>
          {": "}
          <Link to="/sources/$id" params={{ id: claim.source }}>
            <Bidi>{claim.sourceTitle}</Bidi>
          </Link>
        </>
      )}
    </>
  );
}
