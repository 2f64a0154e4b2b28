// One event on the line: solid where it is sure, fading where it is possible, dashed where the end is open.
import { memo } from "react";
import type { ReactNode } from "react";
import { t, tIf } from "../../messages/index.ts";
import type { EventState, TimelineEvent } from "./events.ts";
import type { TimelineBar, TimelineMark } from "./timeline-layout.ts";

export const rowHeight = 46;
const barHeight = 14;
const top = 20;
const middle = top + barHeight / 2;
const shortest = 6;
const sign: Readonly<Record<EventState, string>> = {
  denied: " ×",
  disputed: " ↔",
  corroborated: "",
  single: "",
};
const states = ["single", "corroborated", "disputed", "denied"] as const;

/** The fades, one pair for each state: a gradient takes its colour from where it is defined. */
export function Fades(): ReactNode {
  return (
    <defs>
      {states.map((state) => (
        <g key={state} className={`tl__event tl__event--${state}`}>
          <linearGradient id={`tl-in-${state}`}>
            <stop offset="0%" className="tl__stop" stopOpacity={0.06} />
            <stop offset="100%" className="tl__stop" stopOpacity={0.9} />
          </linearGradient>
          <linearGradient id={`tl-out-${state}`}>
            <stop offset="0%" className="tl__stop" stopOpacity={0.9} />
            <stop offset="100%" className="tl__stop" stopOpacity={0.06} />
          </linearGradient>
        </g>
      ))}
    </defs>
  );
}

interface Props {
  readonly bar: TimelineBar;
  readonly isActive: boolean;
  readonly acts: ReadonlyMap<string, TimelineEvent>;
}

function spoken(event: TimelineEvent): string {
  return t("person.storyEvent", {
    label: event.detail === undefined ? event.label : `${event.label}, ${event.detail}`,
    when: event.when,
    state: tIf(`state.${event.state}`) ?? event.state,
  });
}

export const EventBar = memo(function EventBar({ bar, isActive, acts }: Props): ReactNode {
  const { event } = bar;
  const left = Math.min(bar.earliest, bar.labelAt);
  const at = `translate(0 ${bar.row * rowHeight})`;
  const done = bar.marks.length;
  return (
    <>
      <g
        className={`tl__event tl__event--${event.state}`}
        transform={at}
        data-event={event.id}
        role="button"
        tabIndex={isActive ? 0 : -1}
        aria-label={
          done === 0 ? spoken(event) : `${spoken(event)}, ${t("story.actCount", { count: done })}`
        }
      >
        <rect
          className="tl__hit"
          x={left - 3}
          width={Math.max(bar.labelEnd, bar.latest) - left + 6}
          height={rowHeight - 6}
          rx={4}
        />
        <text className="tl__label" x={bar.labelAt} y={13} aria-hidden="true">
          {event.about ? "≈ " : ""}
          {bar.label}
          {sign[event.state]}
        </text>
        {bar.point ? <Point bar={bar} /> : <Stretch bar={bar} />}
      </g>
      {done === 0 ? null : (
        // Beside the button, not in it: what a pointer is told of an act is no part of the episode's name.
        <g transform={at} aria-hidden="true">
          {bar.marks.map((mark) => (
            <ActMark key={mark.id} mark={mark} label={acts.get(mark.id)} />
          ))}
        </g>
      )}
    </>
  );
});

function Point({ bar }: { readonly bar: TimelineBar }): ReactNode {
  const x = (bar.earliest + bar.begun) / 2;
  return (
    <>
      {bar.begun - bar.earliest > 4 ? (
        <line className="tl__whisker" x1={bar.earliest} x2={bar.begun} y1={middle} y2={middle} />
      ) : null}
      <path className="tl__mark" d={`M${x - 7} ${middle}l7 -7 7 7 -7 7z`} />
    </>
  );
}

function Stretch({ bar }: { readonly bar: TimelineBar }): ReactNode {
  const { state } = bar.event;
  const latest = Math.max(bar.latest, bar.earliest + shortest);
  if (state === "denied")
    return (
      <rect
        className="tl__bar tl__bar--denied"
        x={bar.earliest}
        y={top}
        width={latest - bar.earliest}
        height={barHeight}
        rx={4}
        fill="none"
      />
    );
  // What has no stated end is sure only for its beginning; the dashes say that it may go on.
  const sureEnd = bar.openEnd ? Math.min(bar.begun + 24, latest) : Math.max(bar.on, bar.begun);
  const part = (from: number, to: number, fill: string): ReactNode =>
    to - from < 0.5 ? null : (
      <rect
        className="tl__part"
        x={from}
        y={top}
        width={to - from}
        height={barHeight}
        fill={fill}
      />
    );
  const isShort = latest - bar.earliest <= shortest;
  return (
    <>
      {part(bar.earliest, bar.begun, `url(#tl-in-${state})`)}
      {part(bar.begun, isShort ? latest : sureEnd, "currentColor")}
      {isShort ? null : part(sureEnd, latest, `url(#tl-out-${state})`)}
      {bar.openEnd ? (
        <line className="tl__open" x1={sureEnd} x2={latest} y1={middle} y2={middle} />
      ) : null}
      {bar.openStart ? (
        <line className="tl__open" x1={bar.earliest} x2={bar.begun} y1={middle} y2={middle} />
      ) : null}
    </>
  );
}

function ActMark({
  mark,
  label,
}: {
  readonly mark: TimelineMark;
  readonly label: TimelineEvent | undefined;
}): ReactNode {
  const x = (mark.from + mark.to) / 2;
  return (
    <g className="tl__act" data-event={mark.id}>
      {label === undefined ? null : <title>{spoken(label)}</title>}
      {mark.to - mark.from > 8 ? (
        <line className="tl__act-span" x1={mark.from} x2={mark.to} y1={middle} y2={middle} />
      ) : null}
      <path d={`M${x - 5} ${middle}l5 -5 5 5 -5 5z`} />
    </g>
  );
}
