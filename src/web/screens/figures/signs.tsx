// One shape and colour for each body that gives estimates. Invariant: the shape alone tells the first six apart.
import type { ReactNode } from "react";

const shapes = ["circle", "square", "triangle", "diamond", "down", "hexagon"] as const;
export type Shape = (typeof shapes)[number];

export interface BodySign {
  readonly shape: Shape;
  /** 0–4: a colour of the style sheet. */
  readonly colour: number;
}

/** The sign of the body at this place in the chart's list. */
export function signOf(place: number): BodySign {
  return { shape: shapes[place % shapes.length] ?? "circle", colour: place % 5 };
}

const outlines: Readonly<Record<Exclude<Shape, "circle">, string>> = {
  square: "M-4.8-4.8H4.8V4.8H-4.8Z",
  triangle: "M0-6.2L5.8 4.4H-5.8Z",
  diamond: "M0-6.6L6.6 0L0 6.6L-6.6 0Z",
  down: "M0 6.2L5.8-4.4H-5.8Z",
  hexagon: "M-5.9 0L-3-5.2H3L5.9 0L3 5.2H-3Z",
};

/** The shape around 0,0; hollow for numbers in vague words. */
export function ShapeMark({
  sign,
  hollow = false,
}: {
  readonly sign: BodySign;
  readonly hollow?: boolean;
}): ReactNode {
  const className = hollow ? "figures-shape figures-shape--hollow" : "figures-shape";
  return sign.shape === "circle" ? (
    <circle r={5.4} className={className} />
  ) : (
    <path d={outlines[sign.shape]} className={className} />
  );
}

/** The sign alone, for lists beside the chart. */
export function BodyMark({ sign }: { readonly sign: BodySign }): ReactNode {
  return (
    <svg
      className={`figures-sign figures-colour-${sign.colour}`}
      viewBox="-8 -8 16 16"
      width={16}
      height={16}
      aria-hidden="true"
    >
      <ShapeMark sign={sign} />
    </svg>
  );
}
