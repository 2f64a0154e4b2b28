// The board: every case in the column of its status, the most pressing first.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { BoardColumn, BoardView, CaseItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, EmptyState, ErrorNote, Loading, Page } from "../../parts/index.ts";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { useMay } from "../../shell/rights.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { Column } from "./column.tsx";
import { Filter, useCaseFilter } from "./filter.tsx";
import type { KeptFilter } from "./filter.tsx";
import { OpenCase } from "./open-case.tsx";
import { CaseTabs } from "./tabs.tsx";
import { useBoard, useFindings } from "./use-cases.ts";
import { statusBeside, useMove } from "./use-move.ts";
import type { Move } from "./use-move.ts";
import "./cases.css";

export function Screen(): ReactNode {
  const kept = useCaseFilter();
  const board = useBoard(kept.filter);
  const [opening, setOpening] = useState(false);
  const may = useMay();
  const open = may("add") ? (): void => setOpening(true) : undefined;
  useShortcut("n", t("cases.open"), () => open?.(), { enabled: open !== undefined });
  const button =
    open === undefined ? null : (
      <Button variant="primary" onPress={open} keys="N">
        {t("cases.open")}
      </Button>
    );
  return (
    <Page className="cases" title={t("cases.title")} lead={t("cases.lead")} actions={button}>
      <CaseTabs current="board" />
      {board.error === null ? null : (
        <ErrorNote error={board.error} onRetry={() => void board.refetch()} />
      )}
      {board.data === undefined ? (
        board.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Board view={board.data} kept={kept} onMayMove={open !== undefined} />
      )}
      {opening ? (
        <OpenCase members={board.data?.members ?? []} onClose={() => setOpening(false)} />
      ) : null}
    </Page>
  );
}

/** How many cards of each column are looked through for findings. */
const looked = 10;

function Board({
  view,
  kept,
  onMayMove,
}: {
  readonly view: BoardView;
  readonly kept: KeptFilter;
  readonly onMayMove: boolean;
}): ReactNode {
  const { columns, members } = view;
  const move = useMove();
  const client = useQueryClient();
  const open = columns.filter(({ status }) => status !== "closed");
  const findings = useFindings(
    open.flatMap(({ items }) => items.slice(0, looked).map(({ id }) => id)),
  );
  const counts = new Map((findings.data ?? []).map((one) => [one.case, one]));
  const cardOf = (id: string): CaseItem | undefined =>
    [
      ...columns,
      ...client
        .getQueriesData<{ readonly pages: readonly BoardColumn[] }>({
          queryKey: ["cases", "column"],
        })
        .flatMap(([, data]) => data?.pages ?? []),
    ]
      .flatMap(({ items }) => items)
      .find((item) => item.id === id);
  const { list } = useListKeys();
  useMoveKeys(onMayMove ? move : undefined, cardOf);
  const total = columns.reduce((sum, column) => sum + column.total, 0);
  if (total === 0 && !kept.isOn)
    return <EmptyState title={t("cases.none")} text={t("cases.noneText")} />;
  return (
    <>
      <Filter kept={kept} members={members} />
      {total === 0 ? (
        <EmptyState
          title={t("cases.noneFit")}
          action={<Button onPress={kept.clear}>{t("cases.showAll")}</Button>}
        />
      ) : (
        <div ref={list} className="cases-board">
          {columns.map((column) => (
            <Column
              key={column.status}
              column={column}
              filter={kept.filter}
              findings={counts}
              onMove={onMayMove ? move : undefined}
              cardOf={cardOf}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** H and L move the card that has the focus; J and K walk from card to card. */
function useMoveKeys(move: Move | undefined, cardOf: (id: string) => CaseItem | undefined): void {
  const by = (direction: 1 | -1): void => {
    const id = (document.activeElement as HTMLElement | null)?.dataset["case"];
    const item = id === undefined ? undefined : cardOf(id);
    const status = item === undefined ? undefined : statusBeside(item.status, direction);
    if (item !== undefined && status !== undefined) move?.(item, status);
  };
  const options = { enabled: move !== undefined };
  useShortcut("h", t("cases.moveBack"), () => by(-1), options);
  useShortcut("l", t("cases.moveOn"), () => by(1), options);
}
