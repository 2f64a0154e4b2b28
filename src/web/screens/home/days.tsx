// The first thing at home: days that come and what is overdue, my tasks, and what stops everything. Nothing: not a word.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { CalendarItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ErrorNote } from "../../parts/index.ts";
import { CalendarLine } from "../cases/calendar-line.tsx";
import { findingText, SeverityTag } from "../cases/severity.tsx";
import { useFindings, useNearest } from "../cases/use-cases.ts";
import "../cases/cases.css";

const shownDays = 8;
const shownTasks = 6;

/** What stands here; `isEmpty` only once it is known. */
export function useDays() {
  const near = useNearest(shownDays);
  const mine = useNearest(24, true);
  const tasks = (mine.data ?? []).filter(({ what }) => what === "task").slice(0, shownTasks);
  const own = new Set(tasks.map(({ id }) => id));
  const days = (near.data ?? []).filter(({ id }) => !own.has(id));
  const cases = [...(mine.data ?? []), ...(near.data ?? [])].flatMap((item) =>
    item.case === null ? [] : [item.case],
  );
  const findings = useFindings(cases.map(({ id }) => id));
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const stops = (findings.data ?? []).flatMap((one) =>
    one.stops.map((finding) => ({ id: one.case, number: numbers.get(one.case) ?? "", finding })),
  );
  return {
    days,
    tasks,
    stops,
    error: near.error ?? mine.error ?? findings.error,
    isEmpty: near.data?.length === 0 && mine.data?.length === 0,
  };
}

export function Days({ days, tasks, stops, error }: ReturnType<typeof useDays>): ReactNode {
  return (
    <>
      <ErrorNote error={error} />
      {stops.length === 0 ? null : (
        <section className="home__part" aria-label={t("home.blocks")}>
          <h2>{t("home.blocks")}</h2>
          <ul className="sheet day-lines">
            {stops.map(({ id, number, finding }) => (
              <li key={id + finding.print} className="day-line day-line--late">
                <div>
                  <SeverityTag severity={finding.severity} />{" "}
                  <strong>{findingText(finding)}</strong>
                </div>
                <div className="small">
                  <Link to="/cases/$id" params={{ id }}>
                    {number}
                  </Link>{" "}
                  · {finding.todo}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lines title={t("home.days")} items={days} />
      <Lines title={t("home.tasks")} items={tasks} />
    </>
  );
}

function Lines({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly CalendarItem[];
}): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="home__part" aria-label={title}>
      <div className="case-part__head">
        <h2>{title}</h2>
        <Link to="/cases/calendar" className="small">
          {t("home.daysAll")}
        </Link>
      </div>
      <ul className="sheet day-lines">
        {items.map((item) => (
          <li key={item.id}>
            <CalendarLine item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
