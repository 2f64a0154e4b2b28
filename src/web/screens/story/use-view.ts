// What of a long drawing is in sight: its width, where it is scrolled to, and how to bring something into sight.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

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

export interface View {
  readonly width: number;
  readonly sight: Sight;
  readonly measure: (element: HTMLDivElement | null) => void;
  readonly scroller: { current: HTMLDivElement | null };
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
  const scroller = useRef<HTMLDivElement | null>(null);
  const observer = useRef<ResizeObserver>(undefined);
  const middle = useRef<number>(undefined);
  useEffect(() => () => observer.current?.disconnect(), []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (middle.current === undefined || element === null) return;
    element.scrollLeft = middle.current - element.clientWidth / 2;
    middle.current = undefined;
  });
  const still = useMemo(
    () => ({
      scroller,
      measure: (element: HTMLDivElement | null): void => {
        observer.current?.disconnect();
        if (element === null) return;
        setWidth(Math.floor(element.clientWidth));
        observer.current = new ResizeObserver(([entry]) =>
          setWidth(Math.floor(entry?.contentRect.width ?? 0)),
        );
        observer.current.observe(element);
      },
      look: (): void => {
        const element = scroller.current;
        if (element === null) return;
        const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
        setSight((before) =>
          // Small steps are within the margin: nothing needs drawing anew.
          Math.abs(before.left - scrollLeft) < margin / 2 &&
          Math.abs(before.top - scrollTop) < margin / 2 &&
          before.width === clientWidth &&
          before.height === clientHeight
            ? before
            : { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight },
        );
      },
      reveal: (left: number, right: number, top: number, height: number): void => {
        const element = scroller.current;
        if (element === null) return;
        const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
        if (left < scrollLeft || Math.min(right, left + clientWidth) > scrollLeft + clientWidth)
          element.scrollLeft = left - 24;
        if (top < scrollTop || top + height > scrollTop + clientHeight - 30)
          element.scrollTop = top - clientHeight / 2;
      },
      keepMiddle: (times: number): void => {
        const element = scroller.current;
        if (element !== null)
          middle.current = (element.scrollLeft + element.clientWidth / 2) * times;
      },
    }),
    [],
  );
  return useMemo(() => ({ ...still, width, sight }), [still, width, sight]);
}
