// The story as a line: what happened, when, and how sure that is. Only what is in sight is drawn, however long the story.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import type { StoryStretch } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button } from "../../parts/index.ts";
import type { TimelineEvent } from "./events.ts";
import { EventBar, Fades, rowHeight } from "./timeline-bar.tsx";
import { layOut } from "./timeline-layout.ts";
import type { Timeline as Layout, TimelineBlock } from "./timeline-layout.ts";
import { inSight, useView } from "./use-view.ts";
import "./timeline.css";

const axisHeight = 26;
const zooms = [1, 1.5, 2, 3, 5, 8, 12] as const;
const noStretches: readonly StoryStretch[] = [];

interface Props {
  readonly events: readonly TimelineEvent[];
  readonly stretches?: readonly StoryStretch[];
  readonly onPick: (id: string) => void;
  readonly now?: number;
}

export function Timeline({ events, stretches = noStretches, onPick, now }: Props): ReactNode {
  const view = useView();
  const { width, measure } = view;
  const [zoom, setZoom] = useState(0);
  const [today] = useState(() => now ?? Date.now());
  const factor = zooms[zoom] ?? 1;
  const layout = useMemo(
    () => (width < 120 ? null : layOut(events, width * factor, today, { stretches })),
    [events, stretches, width, factor, today],
  );
  // The middle of what was seen stays in the middle.
  const change = (by: -1 | 0 | 1): void => {
    const next = by === 0 ? 0 : Math.min(zooms.length - 1, Math.max(0, zoom + by));
    view.keepMiddle((zooms[next] ?? 1) / factor);
    setZoom(next);
  };
  return (
    <div ref={measure} className="tl">
      {layout === null ? null : (
        <>
          <div className="tl__zoom" role="group" aria-label={t("story.zoom")}>
            <Button
              small
              variant="quiet"
              label={t("story.zoomOut")}
              isDisabled={zoom === 0}
              onPress={() => change(-1)}
            >
              −
            </Button>
            <Button
              small
              variant="quiet"
              label={t("story.zoomIn")}
              isDisabled={zoom === zooms.length - 1}
              onPress={() => change(1)}
            >
              +
            </Button>
          </div>
          <Drawing layout={layout} events={events} view={view} onPick={onPick} onZoom={change} />
        </>
      )}
      {/* Before the width is known nothing is drawn: what would be thrown away a moment later costs the most. */}
      {width === 0 ? null : <Undated events={layout?.undated ?? events} onPick={onPick} />}
      {layout === null ? null : <p className="tl__legend">{t("person.legend")}</p>}
    </div>
  );
}

/** What has no date cannot stand on the line; it stands under it. */
function Undated({ events, onPick }: Pick<Props, "events" | "onPick">): ReactNode {
  if (events.length === 0) return null;
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

interface DrawingProps {
  readonly layout: Layout;
  readonly events: readonly TimelineEvent[];
  readonly view: ReturnType<typeof useView>;
  readonly onPick: (id: string) => void;
  readonly onZoom: (by: -1 | 0 | 1) => void;
}

function Drawing({ layout, events, view, onPick, onZoom }: DrawingProps): ReactNode {
  const { scroll, sight, look, reveal } = view;
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  const order = useMemo(
    () => layout.bars.toSorted((a, b) => a.earliest - b.earliest || a.row - b.row),
    [layout],
  );
  const [active, setActive] = useState<string | null>(null);
  const current = order.find(({ event }) => event.id === active) ?? order[0];
  const hint = useId();
  const focusing = useRef(false);
  const svg = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (!focusing.current || current === undefined) return;
    focusing.current = false;
    const found = svg.current?.querySelector<SVGGElement>(
      `[data-event="${CSS.escape(current.event.id)}"]`,
    );
    found?.focus({ preventScroll: true });
  });
  const go = (to: number): void => {
    const next = order[Math.min(order.length - 1, Math.max(0, to))];
    if (next === undefined) return;
    focusing.current = true;
    setActive(next.event.id);
    reveal(next.earliest, Math.max(next.labelEnd, next.earliest), next.row * rowHeight, rowHeight);
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    const at = current === undefined ? -1 : order.indexOf(current);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => go(at + 1),
      ArrowDown: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(order.length - 1),
      "+": () => onZoom(1),
      "=": () => onZoom(1),
      "-": () => onZoom(-1),
      "0": () => onZoom(0),
      Enter: () => current !== undefined && onPick(current.event.id),
      " ": () => current !== undefined && onPick(current.event.id),
    };
    const move = key.ctrlKey || key.metaKey || key.altKey ? undefined : moves[key.key];
    if (move === undefined) return;
    key.preventDefault();
    move();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const id = (target as Element).closest<SVGGElement>("[data-event]")?.dataset["event"];
    if (id === undefined) return;
    if (order.some(({ event }) => event.id === id)) setActive(id);
    onPick(id);
  };
  useEffect(() => look(), [layout, look]);
  const height = layout.rows * rowHeight + 8;
  const bars = layout.bars.filter(
    (bar) =>
      bar === current ||
      inSight(
        sight,
        bar.row * rowHeight,
        rowHeight,
        Math.min(bar.earliest, bar.labelAt),
        Math.max(bar.latest, bar.labelEnd),
      ),
  );
  return (
    <div ref={scroll} className="tl__scroll" onScroll={look}>
      <p id={hint} className="sr-only">
        {t("story.keys")}
      </p>
      <Axis layout={layout} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one listener for all its buttons */}
      <svg
        ref={svg}
        className="tl__svg"
        width={layout.width}
        height={height}
        role="group"
        aria-label={t("person.storyLabel", {
          from: String(layout.fromYear),
          to: String(layout.toYear),
        })}
        aria-describedby={hint}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <Fades />
        {layout.ticks.map(({ day, x, month }) => (
          <line
            key={day}
            className={month ? "tl__month" : "tl__year"}
            x1={x}
            x2={x}
            y1={0}
            y2={height}
            aria-hidden="true"
          />
        ))}
        {layout.today === null ? null : (
          <line
            className="tl__today"
            x1={layout.today}
            x2={layout.today}
            y1={0}
            y2={height}
            aria-hidden="true"
          />
        )}
        {layout.blocks
          .filter((block) =>
            inSight(sight, block.row * rowHeight, block.rows * rowHeight, block.from, block.to),
          )
          .map((block) => (
            <Block key={block.id} block={block} />
          ))}
        {bars.map((bar) => (
          <EventBar key={bar.event.id} bar={bar} isActive={bar === current} acts={byId} />
        ))}
      </svg>
    </div>
  );
}

/** The versions of one stretch, held together by a frame. */
function Block({ block }: { readonly block: TimelineBlock }): ReactNode {
  return (
    <rect
      className={block.conflict ? "tl__block tl__block--conflict" : "tl__block"}
      x={Math.max(1, block.from - 6)}
      y={block.row * rowHeight - 3}
      width={block.to - block.from + 14}
      height={block.rows * rowHeight - 2}
      rx={6}
      aria-hidden="true"
    />
  );
}

const month = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });

function Axis({ layout }: { readonly layout: Layout }): ReactNode {
  return (
    <svg className="tl__axis-svg" width={layout.width} height={axisHeight} aria-hidden="true">
      {layout.ticks.map(({ day, x, month: isMonth }) =>
        x > layout.width - 30 ? null : (
          <text key={day} className={isMonth ? "tl__month-text" : "tl__year-text"} x={x + 3} y={17}>
            {isMonth ? month.format(day * 86_400_000) : new Date(day * 86_400_000).getUTCFullYear()}
          </text>
        ),
      )}
      <line
        className="tl__axis"
        x1={0}
        x2={layout.width}
        y1={axisHeight - 0.5}
        y2={axisHeight - 0.5}
      />
    </svg>
  );
}
