// How to read the marks: only the signs that this chart shows.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import type { MessageKey } from "../../messages/index.ts";
import type { ChartLayout } from "./chart-layout.ts";

type Sign = "range" | "open" | "hollow" | "span" | "published" | "denied";

function shown({ marks }: ChartLayout): readonly Sign[] {
  const some = (holds: (mark: ChartLayout["marks"][number]) => boolean): boolean =>
    marks.some((mark) => holds(mark));
  const signs: readonly (readonly [Sign, boolean])[] = [
    ["range", some((mark) => mark.lowY - mark.highY > 0.5)],
    ["open", some((mark) => mark.open !== null)],
    ["hollow", some((mark) => mark.hollow)],
    ["span", some((mark) => mark.toX - mark.fromX > 4)],
    ["published", some((mark) => mark.estimate.date?.kind === "published")],
    ["denied", some((mark) => mark.estimate.denials.length > 0)],
  ];
  return signs.flatMap(([sign, is]) => (is ? [sign] : []));
}

const words: Readonly<Record<Sign, MessageKey>> = {
  range: "chart.range",
  open: "chart.open",
  hollow: "chart.hollow",
  span: "chart.span",
  published: "chart.published",
  denied: "chart.denied",
};

export function ChartSigns({ layout }: { readonly layout: ChartLayout }): ReactNode {
  const signs = shown(layout);
  return (
    <>
      {signs.length === 0 ? null : (
        <ul className="figures-signs quiet small" aria-label={t("chart.signs")}>
          {signs.map((sign) => (
            <li key={sign}>
              <svg viewBox="-10 -10 20 20" width={20} height={20} aria-hidden="true">
                {drawing[sign]}
              </svg>
              {t(words[sign])}
            </li>
          ))}
        </ul>
      )}
      {layout.numbers.kind === "log" ? <p className="quiet small">{t("chart.log")}</p> : null}
    </>
  );
}

const drawing: Readonly<Record<Sign, ReactNode>> = {
  range: (
    <>
      <line className="figures-mark__range" x1={0} x2={0} y1={-6} y2={6} />
      <circle className="figures-shape" cy={-6} r={3.4} />
      <circle className="figures-shape" cy={6} r={3.4} />
    </>
  ),
  open: (
    <>
      <path className="figures-mark__open" d="M0 6V-8M-4-4L0-8L4-4" />
      <circle className="figures-shape" cy={6} r={3.4} />
    </>
  ),
  hollow: <circle className="figures-shape figures-shape--hollow" r={4.6} />,
  span: (
    <>
      <line className="figures-mark__span" x1={-9} x2={9} y1={0} y2={0} />
      <circle className="figures-shape" r={3.4} />
    </>
  ),
  published: (
    <>
      <line className="figures-mark__published" x1={0} x2={0} y1={-6} y2={9} />
      <circle className="figures-shape" cy={-6} r={3.4} />
    </>
  ),
  denied: <path className="figures-mark__denied" d="M-4-4l8 8m0-8l-8 8" />,
};
