// What of a long drawing is in sight: its width, where it is scrolled to, and how to bring something into sight.
import { useEffect, useLayoutEffect, useMemo, useState } from "react";

export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Drawn beyond the edges, so that a little scrolling shows no gap. */
const margin = 240;

/** Whether a box, in pixels of the drawing, is in sight or nearly so. */
export function inSight(
  sight: Sight,
  top: number,
  height: number,
  left: number,
  right: number,
): boolean {
  return (
    top + height > sight.top - margin &&
    top < sight.top + sight.height + margin &&
    right > sight.left - margin &&
    left < sight.left + sight.width + margin
  );
}

type Attach = (element: HTMLDivElement | null) => void;

export interface View {
  readonly width: number;
  readonly sight: Sight;
  /** For the element whose width the drawing gets, and for the one that scrolls. */
  readonly measure: Attach;
  readonly scroll: Attach;
  /** Takes note of where it is scrolled to. */
  readonly look: () => void;
  readonly reveal: (left: number, right: number, top: number, height: number) => void;
  /** After the next drawing, which is `times` as wide, shows the same middle. */
  readonly keepMiddle: (times: number) => void;
}

const start: Sight = { left: 0, top: 0, width: 1_600, height: 900 };

export function useView(): View {
  const [width, setWidth] = useState(0);
  const [sight, setSight] = useState(start);
  const [watch] = useState(() => createWatch(setWidth, setSight));
  useEffect(() => watch.end, [watch]);
  useLayoutEffect(() => watch.settle());
  return useMemo(() => ({ ...watch, width, sight }), [watch, width, sight]);
}

type Watch = Omit<View, "width" | "sight"> & {
  readonly settle: () => void;
  readonly end: () => void;
};

function createWatch(
  setWidth: (width: number) => void,
  setSight: (change: (before: Sight) => Sight) => void,
): Watch {
  let scroller: HTMLDivElement | null = null;
  let middle: number | null = null;
  const observer = new ResizeObserver(([entry]) =>
    setWidth(Math.floor(entry?.contentRect.width ?? 0)),
  );
  return {
    measure: (element) => {
      observer.disconnect();
      if (element === null) return;
      setWidth(Math.floor(element.clientWidth));
      observer.observe(element);
    },
    scroll: (element) => {
      scroller = element;
    },
    look: () => {
      if (scroller === null) return;
      const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight } = scroller;
      // Small steps are within the margin: nothing needs drawing anew.
      setSight((before) =>
        Math.abs(before.left - left) < margin / 2 &&
        Math.abs(before.top - top) < margin / 2 &&
        before.width === width &&
        before.height === clientHeight
          ? before
          : { left, top, width, height: clientHeight },
      );
    },
    reveal: (left, right, top, height) => {
      if (scroller === null) return;
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
      if (left < scrollLeft || Math.min(right, left + clientWidth) > scrollLeft + clientWidth)
        scroller.scrollLeft = left - 24;
      if (top < scrollTop || top + height > scrollTop + clientHeight - 30)
        scroller.scrollTop = top - clientHeight / 2;
    },
    keepMiddle: (times) => {
      if (scroller !== null) middle = (scroller.scrollLeft + scroller.clientWidth / 2) * times;
    },
    settle: () => {
      if (middle === null || scroller === null) return;
      scroller.scrollLeft = middle - scroller.clientWidth / 2;
      middle = null;
    },
    end: () => observer.disconnect(),
  };
}
