// Which rows of a long table are drawn. Invariant: the first and the last row can always be reached, however many there are.

/** Browsers stop at about 17 million pixels; a taller table is scrolled in proportion. */
const tallestPx = 8_000_000;
/** Rows drawn beyond each edge, so that scrolling does not show gaps. */
const spare = 12;

export interface RowWindow {
  /** Rows count from 1; `last` is the last one drawn. Empty tables give `first` 1 and `last` 0. */
  readonly first: number;
  readonly last: number;
  /** Heights in px of the empty space that stands for the rows not drawn. */
  readonly above: number;
  readonly below: number;
}

/** Height in px of the space in which a table of this many rows is scrolled. */
export function heightOf(total: number, rowPx: number): number {
  return Math.min(total * rowPx, tallestPx);
}

export function windowOf(
  scrollPx: number,
  viewPx: number,
  total: number,
  rowPx: number,
): RowWindow {
  if (total <= 0) return { first: 1, last: 0, above: 0, below: 0 };
  const height = heightOf(total, rowPx);
  const most = Math.max(0, height - viewPx);
  const at = Math.max(0, Math.min(scrollPx, most));
  const fits = Math.max(1, Math.ceil(viewPx / rowPx));
  const top = most === 0 ? 0 : Math.floor((at / most) * Math.max(0, total - fits));
  const first = Math.max(1, top + 1 - spare);
  const last = Math.min(total, top + fits + spare);
  const drawn = (last - first + 1) * rowPx;
  const above = Math.max(0, Math.min(at - (top + 1 - first) * rowPx, height - drawn));
  return { first, last, above, below: Math.max(0, height - above - drawn) };
}

/** The scroll position in px at which this row stands near the top. */
export function scrollTo(row: number, viewPx: number, total: number, rowPx: number): number {
  const height = heightOf(total, rowPx);
  const most = Math.max(0, height - viewPx);
  const fits = Math.max(1, Math.ceil(viewPx / rowPx));
  const wanted = Math.max(0, Math.min(row - 3, total - fits));
  return total <= fits ? 0 : (wanted / (total - fits)) * most;
}

/** The pages (from 0) of `size` rows that hold these rows. */
export function pagesOf(first: number, last: number, size: number): readonly number[] {
  if (last < first) return [];
  const from = Math.floor((first - 1) / size);
  const to = Math.floor((last - 1) / size);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
