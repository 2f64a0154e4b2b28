// The chart of estimates over time. The table below it says the same; the chart is one picture to a screen reader.
// Invariant: it runs from left to right in every language, and holds numbers and years only; names stand in the list beside it.
import { useId, useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { QuantityView } from "../../api/views.ts";
import { locale, t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { drawable, type Frame, layOut } from "./chart-layout.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { ChartSigns } from "./chart-signs.tsx";
import { countedText, shortAmount, shortNumber } from "./figure-text.ts";
import { EstimateMark } from "./mark.tsx";
import { BodyMark, signOf } from "./signs.tsx";

/** Wide enough for a window nobody has measured yet: a printer, a test. */
const unmeasured = 720;

function frameOf(width: number): Frame {
  return {
    width,
    height: width < 520 ? 300 : 360,
    left: 54,
    right: 18,
    top: 34,
    bottom: 30,
  };
}

export function Chart({ quantity }: { readonly quantity: QuantityView }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const frame = frameOf(width);
  const layout = layOut(quantity.estimates, frame, ({ amount }) => shortAmount(amount));
  const undrawn = quantity.estimates.length - drawable(quantity.estimates).length;
  return (
    <figure className="figures-chart sheet">
      <div ref={box} className="figures-chart__paper" dir="ltr">
        {layout === null ? null : <Picture quantity={quantity} layout={layout} frame={frame} />}
      </div>
      <figcaption className="figures-chart__words">
        <ul className="figures-legend" aria-label={t("chart.legend")}>
          {quantity.bodies.map((body, place) => (
            <li key={body.key}>
              <BodyMark sign={signOf(place)} />
              <Bidi>{body.name}</Bidi>
            </li>
          ))}
        </ul>
        {layout === null ? null : <ChartSigns layout={layout} />}
        {undrawn === 0 ? null : (
          <p className="quiet small">{t("chart.undrawn", { count: undrawn })}</p>
        )}
      </figcaption>
    </figure>
  );
}

function Picture({
  quantity,
  layout,
  frame,
}: {
  readonly quantity: QuantityView;
  readonly layout: ChartLayout;
  readonly frame: Frame;
}): ReactNode {
  const id = useId();
  const foot = frame.height - frame.bottom;
  const places = new Map(quantity.bodies.map((body, place) => [body.key, { place, body }]));
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
    >
      <title id={`${id}-title`}>{t("chart.title", { what: countedText(quantity.counted) })}</title>
      <desc id={`${id}-text`}>
        {t("chart.text", {
          estimates: t("quantity.estimates", { count: layout.marks.length }),
          bodies: t("quantity.bodies", { count: quantity.bodies.length }),
        })}
      </desc>
      <Axes layout={layout} frame={frame} />
      {layout.marks.map((mark) => {
        const found = places.get(mark.estimate.body);
        return (
          <EstimateMark
            key={mark.estimate.id}
            mark={mark}
            body={found?.body.name ?? ""}
            sign={signOf(found?.place ?? 0)}
            foot={foot}
          />
        );
      })}
    </svg>
  );
}

const year = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(locale, {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

function Axes({
  layout: { numbers, time, x, y },
  frame,
}: {
  readonly layout: ChartLayout;
  readonly frame: Frame;
}): ReactNode {
  const foot = frame.height - frame.bottom;
  const byYear = time.stepMonths >= 12;
  return (
    <g aria-hidden="true">
      {numbers.ticks.map((tick) => (
        <g key={tick}>
          <line
            className="figures-grid"
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="figures-tick" x={frame.left - 8} y={y(tick)} textAnchor="end">
            {shortNumber(tick)}
          </text>
        </g>
      ))}
      {time.ticks.map((tick) => (
        <g key={tick}>
          <line className="figures-axis" x1={x(tick)} x2={x(tick)} y1={foot} y2={foot + 5} />
          <text className="figures-tick" x={x(tick)} y={foot + 17} textAnchor="middle">
            {(byYear ? year : month).format(tick)}
          </text>
        </g>
      ))}
      <line
        className="figures-axis"
        x1={frame.left}
        x2={frame.width - frame.right}
        y1={foot}
        y2={foot}
      />
    </g>
  );
}

/** The width there is for the picture, measured again whenever the window changes. */
function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(unmeasured);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.max(240, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
