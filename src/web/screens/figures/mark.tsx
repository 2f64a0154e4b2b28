// One estimate on the chart: a bar from its lowest to its highest number, an arrow at an end the words leave open.
// Invariant: nothing is drawn between the ends of a range that could be taken for a middle value.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { arrow, type Mark } from "./chart-layout.ts";
import { amountText, shortAmount } from "./figure-text.ts";
import { type BodySign, ShapeMark } from "./signs.tsx";

interface EstimateMarkProps {
  readonly mark: Mark;
  readonly body: string;
  readonly sign: BodySign;
  /** Where the axis of days lies. */
  readonly foot: number;
}

export function EstimateMark({ mark, body, sign, foot }: EstimateMarkProps): ReactNode {
  const { estimate, x, lowY, highY, label } = mark;
  const { amount, date, denials } = estimate;
  const isRange = lowY - highY > 0.5;
  const ends = isRange ? [lowY, highY] : [lowY];
  const text = t("chart.mark", {
    body,
    amount: amountText(amount),
    date: date?.text ?? t("estimates.undated"),
  });
  return (
    <g className={`figures-mark figures-colour-${sign.colour}`}>
      <title>{text}</title>
      {date?.kind === "published" ? (
        <line className="figures-mark__published" x1={x} x2={x} y1={lowY} y2={foot} />
      ) : null}
      {mark.toX - mark.fromX > 4
        ? ends.map((y) => (
            <line
              key={y}
              className="figures-mark__span"
              x1={mark.fromX}
              x2={mark.toX}
              y1={y}
              y2={y}
            />
          ))
        : null}
      {isRange ? <line className="figures-mark__range" x1={x} x2={x} y1={lowY} y2={highY} /> : null}
      <OpenEnd mark={mark} />
      {ends.map((y) => (
        <g key={y} transform={`translate(${x} ${y})`}>
          <ShapeMark sign={sign} hollow={mark.hollow} />
        </g>
      ))}
      {denials.length === 0 ? null : (
        <path
          className="figures-mark__denied"
          d={`M${x - 6} ${highY - 17 - (mark.open === "up" ? arrow : 0)}l8 8m0-8l-8 8`}
          transform="translate(2 0)"
        />
      )}
      {label === null ? null : (
        <text className="figures-mark__label" x={label.x} y={label.y} textAnchor={label.anchor}>
          {shortAmount(amount)}
        </text>
      )}
    </g>
  );
}

function OpenEnd({ mark: { x, lowY, highY, open } }: { readonly mark: Mark }): ReactNode {
  if (open === null) return null;
  const [from, to] = open === "up" ? [highY, highY - arrow] : [lowY, lowY + arrow];
  const back = open === "up" ? 6 : -6;
  return (
    <path
      className="figures-mark__open"
      d={`M${x} ${from}V${to}M${x - 4.5} ${to + back}L${x} ${to}L${x + 4.5} ${to + back}`}
    />
  );
}
