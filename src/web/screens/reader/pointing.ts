// Between the text and the margin: a click on underlined words takes their suggestion in hand, and the other way round.
import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import { pointedAt } from "./marks-of.ts";
import type { Block, Mark } from "./spans.ts";

/** Scrolls the page so that the first words under a mark are in view. */
export function scrollToMark(
  root: HTMLElement | null,
  id: string,
  block: "center" | "nearest",
): void {
  const place = root?.querySelector<HTMLElement>(`[data-ids~="${CSS.escape(id)}"]`);
  if (place === null || place === undefined) return;
  const { top, bottom } = place.getBoundingClientRect();
  const inView = top > 90 && bottom < innerHeight - 140;
  if (block === "nearest" && inView) return;
  place.scrollIntoView({ block: "center" });
  // Text above that was never drawn has a height only now; once more when it is known.
  requestAnimationFrame(() => place.scrollIntoView({ block: "center" }));
}

/** Calls back with the suggestion under a click, unless the click ends a selection. */
export function usePointing(
  root: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  onPoint: (id: string) => void,
): void {
  const latest = useRef({ blocks, onPoint });
  useEffect(() => {
    latest.current = { blocks, onPoint };
  });
  useEffect(() => {
    const el = root.current;
    if (el === null) return;
    const click = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false || !(event.target instanceof Element))
        return;
      const run = event.target.closest<HTMLElement>("[data-ids]");
      if (run === null) return;
      const id = pointedAt(marksAt(latest.current.blocks, Number(run.dataset["at"])));
      if (id !== undefined) latest.current.onPoint(id);
    };
    el.addEventListener("click", click);
    return () => el.removeEventListener("click", click);
  }, [root]);
}

function marksAt(blocks: readonly Block[], at: number): readonly Mark[] {
  const block = blocks.find((one) => one.start <= at && one.end > at);
  return block?.segments.find((segment) => segment.start === at)?.marks ?? [];
}
