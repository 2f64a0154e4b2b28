// What lies on which day: a month or a week as a list, each day with its hearings, removals, deadlines, tasks and consents.
import type { ReactNode } from "react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { CalendarItem, CalendarView, DueConsent } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, EmptyState, ErrorNote, Loading, Note, Page, Select } from "../../parts/index.ts";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { useDueConsents } from "../consents/use-consents.ts";
import { daysAround, isDay, type Days, type Span, stepFrom } from "./calendar-days.ts";
import { CalendarLine } from "./calendar-line.tsx";
import { ConsentLine, daysAhead } from "./consent-days.tsx";
import { awayText, dayText, readerZone, todayIn } from "./moment-text.ts";
import { CaseTabs } from "./tabs.tsx";
import { useCalendar } from "./use-cases.ts";
import "./cases.css";

const route = getRouteApi("/cases/calendar");

export function Screen(): ReactNode {
  const { from, span: asked } = route.useSearch();
  const navigate = useNavigate();
  const span: Span = asked === "week" ? "week" : "month";
  const today = todayIn(readerZone());
  const days = daysAround(isDay(from) ? from : today, span);
  const view = useCalendar(days.from, days.to);
  const consents = useDueConsents(daysAhead(days.to, today));
  const go = (day: string, to: Span = span): void =>
    void navigate({ to: "/cases/calendar", search: { from: day, span: to } });
  useShortcut("p", t("calendar.before"), () => go(stepFrom(days, span, -1)));
  useShortcut("n", t("calendar.after"), () => go(stepFrom(days, span, 1)));
  useShortcut("t", t("calendar.today"), () => go(today));
  const due = (consents.data ?? []).filter((one) => days.from <= one.due && one.due <= days.to);
  return (
    <Page
      className="cases"
      title={t("calendar.title")}
      lead={t("calendar.lead", { zone: readerZone() })}
    >
      <CaseTabs current="calendar" />
      <div className="cases-filter">
        <Select
          label={t("calendar.span")}
          value={span}
          onChange={(value) => go(days.from, value === "week" ? "week" : "month")}
          options={[
            { value: "month", label: t("calendar.month") },
            { value: "week", label: t("calendar.week") },
          ]}
        />
        <div className="row cases-steps">
          <Button onPress={() => go(stepFrom(days, span, -1))} keys="P">
            {t("calendar.before")}
          </Button>
          <Button onPress={() => go(today)} keys="T">
            {t("calendar.today")}
          </Button>
          <Button onPress={() => go(stepFrom(days, span, 1))} keys="N">
            {t("calendar.after")}
          </Button>
        </div>
      </div>
      <h2 aria-live="polite">
        {dayText(days.from)} – {dayText(days.to)}
      </h2>
      {view.error === null ? null : (
        <ErrorNote error={view.error} onRetry={() => void view.refetch()} />
      )}
      {view.data === undefined ? (
        view.error === null ? (
          <Loading />
        ) : null
      ) : (
        <DayList view={view.data} due={due} days={days} today={today} />
      )}
    </Page>
  );
}

interface DayListProps {
  readonly view: CalendarView;
  readonly due: readonly DueConsent[];
  readonly days: Days;
  readonly today: string;
}

function DayList({ view, due, days, today }: DayListProps): ReactNode {
  const { list } = useListKeys();
  // What began before these days and is not over stands on their first one.
  const dayOf = ({ day }: CalendarItem): string => (day < days.from ? days.from : day);
  const items = Map.groupBy(view.items, dayOf);
  const asked = Map.groupBy(due, (one) => one.due);
  const shown = [...new Set([...items.keys(), ...asked.keys()])].toSorted();
  if (shown.length === 0)
    return (
      <EmptyState
        title={t("calendar.none", { from: dayText(days.from), to: dayText(days.to) })}
        text={t("calendar.noneText")}
      />
    );
  return (
    <div ref={list} className="stack">
      {view.cut ? <Note tone="warn">{t("calendar.cut")}</Note> : null}
      {shown.map((day) => (
        <section key={day} className="cases-day" data-day={day}>
          <h3>
            {dayText(day)} <small className="quiet">{awayText(day, today)}</small>
          </h3>
          <ul className="sheet day-lines">
            {(items.get(day) ?? []).map((item) => (
              <li key={item.id}>
                <CalendarLine item={item} under={day} />
              </li>
            ))}
            {(asked.get(day) ?? []).map((one) => (
              <li key={one.consent.id + one.why}>
                <ConsentLine due={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
