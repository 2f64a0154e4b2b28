// A list that is cut where it is long, says how much more there is, and shows it where somebody asks: who approves may see all of it.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Button } from "../../parts/index.ts";

/** So many lines are drawn at once, unless a list says otherwise. */
const atOnce = 200;

interface Cut<T> {
  readonly shown: readonly T[];
  /** Null where nothing is left. */
  readonly foot: ReactNode;
}

export function useCut<T>(items: readonly T[], most = atOnce): Cut<T> {
  const [count, setCount] = useState(most);
  const left = items.length - count;
  return {
    shown: items.slice(0, count),
    foot:
      left <= 0 ? null : (
        <div>
          <Button small onPress={() => setCount(count + atOnce)}>
            {t("release.more", { count: left })}
          </Button>
        </div>
      ),
  };
}

interface CutListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ReactNode;
  readonly most?: number;
}

/** Nothing where there is nothing. */
export function CutList<T>({ items, keyOf, row, most = atOnce }: CutListProps<T>): ReactNode {
  const { shown, foot } = useCut(items, most);
  if (items.length === 0) return null;
  return (
    <>
      <ul className="release__held">
        {shown.map((item) => (
          <li key={keyOf(item)}>{row(item)}</li>
        ))}
      </ul>
      {foot}
    </>
  );
}
