// `j` and `k` walk through a list's links, Enter opens the one that has the focus (it is a link).
import { useCallback, useRef } from "react";
import type { RefObject } from "react";
import { t } from "../messages/index.ts";
import { useShortcut } from "../shell/shortcuts.ts";

interface ListKeys {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly first: () => void;
}

/** Put `list` on the element around the rows and `data-row` on each row's link. */
export function useListKeys(): ListKeys {
  const list = useRef<HTMLDivElement>(null);
  const move = useCallback((by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const now = rows.indexOf(document.activeElement as HTMLElement);
    rows[
      now === -1
        ? by === 1
          ? 0
          : rows.length - 1
        : Math.min(rows.length - 1, Math.max(0, now + by))
    ]?.focus();
  }, []);
  useShortcut("j", t("people.next"), () => move(1));
  useShortcut("k", t("people.previous"), () => move(-1));
  return { list, first: () => move(1) };
}
