// A list that is cut where it is long, and says how much more there is.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";

/** So many lines are drawn at once. */
export const shownLines = 200;

interface CutListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ReactNode;
  readonly most?: number;
}

/** Nothing where there is nothing. */
export function CutList<T>({ items, keyOf, row, most = shownLines }: CutListProps<T>): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <ul className="release__held">
        {items.slice(0, most).map((item) => (
          <li key={keyOf(item)}>{row(item)}</li>
        ))}
      </ul>
      {items.length > most ? (
        <p className="quiet">{t("release.more", { count: items.length - most })}</p>
      ) : null}
    </>
  );
}
