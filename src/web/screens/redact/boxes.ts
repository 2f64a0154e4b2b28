// Boxes while they are drawn, moved and sized, in the units of the page. Invariant: a box has a size and lies on its page.
import type { Box } from "../../api/views.ts";

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface DrawnBox extends Box {
  readonly key: number;
}

/** The smallest side: smaller ones come of a click, not of a box. */
const leastShare = 0.006;

export function onPage<B extends Box>(box: B, size: PageSize): B {
  const least = Math.max(size.width, size.height) * leastShare;
  const width = Math.min(Math.max(box.width, least), size.width);
  const height = Math.min(Math.max(box.height, least), size.height);
  return {
    ...box,
    width,
    height,
    x: Math.min(Math.max(box.x, 0), size.width - width),
    y: Math.min(Math.max(box.y, 0), size.height - height),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The box between two corners; null for a mere click. */
export function between(page: number, a: Point, b: Point, size: PageSize): Box | null {
  const least = Math.max(size.width, size.height) * leastShare;
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (width < least || height < least) return null;
  return onPage({ page, x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height }, size);
}

/** A box in the middle of what is seen, for those who draw with keys. */
export function middle(page: number, size: PageSize): Box {
  const [width, height] = [size.width / 5, size.height / 20];
  const [x, y] = [(size.width - width) / 2, (size.height - height) / 2];
  return onPage({ page, width, height, x, y }, size);
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The box after an arrow key: moved, or with Shift sized, by a hundredth of the page. Null for other keys. */
export function afterKey<B extends Box>(
  box: B,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  size: PageSize,
): B | null {
  const way = ways[key];
  if (way === undefined) return null;
  const step = Math.max(size.width, size.height) / 100;
  const [dx, dy] = [way[0] * step, way[1] * step];
  return shiftKey
    ? onPage({ ...box, width: box.width + dx, height: box.height + dy }, size)
    : onPage({ ...box, x: box.x + dx, y: box.y + dy }, size);
}
