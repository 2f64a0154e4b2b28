// The story as a line: what happened, when, and how sure that is. Each event leads to its claims below.
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { RelatedView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { stateOf, whenText } from "./events.ts";
import { layOut } from "./timeline-layout.ts";
import type { Timeline as Layout, TimelineBar } from "./timeline-layout.ts";

const rowHeight = 46;
const barHeight = 14;

function useWidth(): {
  readonly ref: (element: HTMLDivElement | null) => void;
  readonly width: number;
} {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver>(undefined);
  useEffect(() => () => observer.current?.disconnect(), []);
  const [ref] = useState(() => (element: HTMLDivElement | null): void => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    );
    observer.current.observe(element);
  });
  return { ref, width };
}

function Bar({
  bar,
  state,
  gradient,
}: {
  readonly bar: TimelineBar;
  readonly state: string;
  readonly gradient: string;
}): ReactNode {
  const y = 20;
  const middle = y + barHeight / 2;
  if (bar.point) {
    return (
      <>
        {bar.begun - bar.earliest > 4 ? (
          <line className="tl__whisker" x1={bar.earliest} x2={bar.begun} y1={middle} y2={middle} />
        ) : null}
        <rect
          className="tl__mark"
          x={(bar.earliest + bar.begun) / 2 - 5}
          y={middle - 5}
          width={10}
          height={10}
          transform={`rotate(45 ${(bar.earliest + bar.begun) / 2} ${middle})`}
        />
      </>
    );
  }
  const length = Math.max(6, bar.latest - bar.earliest);
  const part = (x: number): string =>
    `${Math.round(Math.min(1, Math.max(0, (x - bar.earliest) / length)) * 100)}%`;
  const denied = state === "denied";
  return (
    <>
      {denied ? null : (
        <linearGradient id={gradient} x1="0" x2="1">
          <stop
            offset="0%"
            className="tl__stop"
            stopOpacity={bar.begun > bar.earliest + 2 || bar.openStart ? 0.05 : 0.9}
          />
          <stop offset={part(bar.begun)} className="tl__stop" stopOpacity={0.9} />
          <stop
            offset={part(
              Math.max(bar.begun, bar.openEnd ? Math.min(bar.begun + 24, bar.latest) : bar.on),
            )}
            className="tl__stop"
            stopOpacity={0.9}
          />
          <stop
            offset="100%"
            className="tl__stop"
            stopOpacity={bar.openEnd ? 0.06 : bar.latest > bar.on + 2 ? 0.05 : 0.9}
          />
        </linearGradient>
      )}
      <rect
        className={denied ? "tl__bar tl__bar--denied" : "tl__bar"}
        x={bar.earliest}
        y={y}
        width={length}
        height={barHeight}
        rx={barHeight / 2}
        fill={denied ? "none" : `url(#${gradient})`}
      />
      {bar.openEnd && !denied ? (
        <line
          className="tl__open"
          x1={Math.min(bar.begun + 10, bar.latest)}
          x2={bar.latest}
          y1={middle}
          y2={middle}
        />
      ) : null}
    </>
  );
}

interface Props {
  readonly events: readonly RelatedView[];
  readonly onPick: (id: string) => void;
  readonly now?: number;
}

export function Timeline({ events, onPick, now }: Props): ReactNode {
  const { ref, width } = useWidth();
  const [today] = useState(() => now ?? Date.now());
  const layout = width < 120 ? null : layOut(events, width, today);
  return (
    <div ref={ref} className="tl">
      {layout === null ? null : <Drawing layout={layout} events={events} onPick={onPick} />}
      {layout === null || layout.undated.length > 0 ? (
        <Undated events={layout?.undated ?? events} onPick={onPick} />
      ) : null}
      {layout === null ? null : <p className="tl__legend">{t("person.legend")}</p>}
    </div>
  );
}

/** What has no date cannot stand on the line; it stands under it. */
function Undated({
  events,
  onPick,
}: {
  readonly events: readonly RelatedView[];
  readonly onPick: (id: string) => void;
}): ReactNode {
  return (
    <p className="tl__undated">
      {t("person.storyNoDate")}:{" "}
      {events.map((event, index) => (
        <span key={event.id}>
          {index === 0 ? "" : " · "}
          <button type="button" className="link" onClick={() => onPick(event.id)}>
            <Bidi>{event.label}</Bidi>
          </button>
        </span>
      ))}
    </p>
  );
}

function Drawing({
  layout,
  events,
  onPick,
}: {
  readonly layout: Layout;
  readonly events: readonly RelatedView[];
  readonly onPick: (id: string) => void;
}): ReactNode {
  const height = layout.rows * rowHeight + 30;
  const axis = height - 24;
  const byId = new Map(events.map((event) => [event.id, event]));
  return (
    <svg
      className="tl__svg"
      width={layout.width}
      height={height}
      viewBox={`0 0 ${layout.width} ${height}`}
      role="group"
      aria-label={t("person.storyLabel", {
        from: String(layout.fromYear),
        to: String(layout.toYear),
      })}
    >
      {layout.years.map(({ year, x }) => (
        <g key={year} aria-hidden="true">
          <line className="tl__year" x1={x} x2={x} y1={0} y2={axis} />
          {x > layout.width - 30 ? null : (
            <text className="tl__year-text" x={x + 3} y={height - 8}>
              {year}
            </text>
          )}
        </g>
      ))}
      <line className="tl__axis" x1={0} x2={layout.width} y1={axis} y2={axis} aria-hidden="true" />
      {layout.today === null ? null : (
        <line
          className="tl__today"
          x1={layout.today}
          x2={layout.today}
          y1={0}
          y2={axis}
          aria-hidden="true"
        />
      )}
      {layout.bars.map((bar, index) => {
        const event = byId.get(bar.id);
        if (event === undefined) return null;
        const state = stateOf(event);
        const textWidth = bar.label.length * 7.4 + 12;
        const pick = (): void => onPick(bar.id);
        return (
          <g
            key={bar.id}
            className={`tl__event tl__event--${state}`}
            transform={`translate(0 ${bar.row * rowHeight})`}
            role="button"
            tabIndex={0}
            aria-label={t("person.storyEvent", {
              label: bar.label,
              when: whenText(event),
              state: tIf(`state.${state}`) ?? state,
            })}
            onClick={pick}
            onKeyDown={(key) => {
              if (key.key !== "Enter" && key.key !== " ") return;
              key.preventDefault();
              pick();
            }}
          >
            <rect
              className="tl__hit"
              x={Math.min(bar.earliest, layout.width - textWidth)}
              y={0}
              width={Math.max(textWidth, bar.latest - bar.earliest)}
              height={rowHeight - 6}
              rx={4}
            />
            <text
              className="tl__label"
              x={Math.max(
                0,
                Math.min(bar.point ? bar.earliest - 5 : bar.earliest, layout.width - textWidth),
              )}
              y={13}
            >
              {bar.label}
              {state === "disputed" ? " ↔" : state === "denied" ? " ×" : ""}
            </text>
            <Bar bar={bar} state={state} gradient={`tl-${index}`} />
          </g>
        );
      })}
    </svg>
  );
}
