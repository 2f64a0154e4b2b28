// One status of the board: its cards, the rest of them a page at a time, and a place to drop others.
import { useState } from "react";
import type { DragEvent, ReactNode } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { BoardColumn, CaseFilter, CaseFindings, CaseItem } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { cx } from "../../parts/index.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, dragged } from "./card.tsx";
import type { Move } from "./use-move.ts";

interface ColumnProps {
  readonly column: BoardColumn;
  readonly filter: CaseFilter;
  readonly findings: ReadonlyMap<string, CaseFindings>;
  readonly onMove: Move | undefined;
  /** A card of whatever column, by its id. */
  readonly cardOf: (id: string) => CaseItem | undefined;
}

/** The cards after those the board came with. */
function useRest({ status, next }: BoardColumn, filter: CaseFilter) {
  const [asked, setAsked] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ["cases", "column", status, filter, next],
    enabled: asked && next !== null,
    initialPageParam: next,
    queryFn: async ({ pageParam, signal }) =>
      post<BoardColumn>(
        "/api/cases/list",
        { status, ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: (last) => last.next,
  });
  const loaded = pages.data?.pages ?? [];
  const last = loaded.at(-1);
  return {
    items: loaded.flatMap((page) => page.items),
    isBusy: pages.isFetching,
    more:
      (last === undefined ? next : last.next) === null
        ? undefined
        : () => {
            if (asked) void pages.fetchNextPage();
            else setAsked(true);
          },
  };
}

export function Column({ column, filter, findings, onMove, cardOf }: ColumnProps): ReactNode {
  const [over, setOver] = useState(false);
  const rest = useRest(column, filter);
  const { status, total } = column;
  const items = [...column.items, ...rest.items];
  const takes = (event: DragEvent): boolean =>
    onMove !== undefined && event.dataTransfer.types.includes(dragged);
  const id = `cases-${status}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop; the cards' menus and keys do the same
    <section
      className={cx("cases-column", over && "cases-column--over")}
      aria-labelledby={id}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const item = cardOf(event.dataTransfer.getData(dragged));
        if (!takes(event) || item === undefined) return;
        event.preventDefault();
        onMove?.(item, status);
      }}
    >
      <h2 id={id} className="cases-column__head">
        {termText("case-status", status)} <span className="count">{number(total)}</span>
      </h2>
      {items.length === 0 ? <p className="quiet small">{t("cases.columnNone")}</p> : null}
      <ol className="cases-column__cards">
        {items.map((item) => (
          <Card key={item.id} item={item} findings={findings.get(item.id)} onMove={onMove} />
        ))}
      </ol>
      <MoreRows shown={items.length} total={total} isBusy={rest.isBusy} onMore={rest.more} />
    </section>
  );
}
