// A source that is a table: only the rows in view are drawn and asked for, the one somebody came for is marked.
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { TableLook, TableRows } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Button, EmptyState, ErrorNote, Loading, TextField } from "../../parts/index.ts";
import { pagesOf, scrollTo, windowOf } from "./window-of.ts";
import "./rows.css";

const rowPx = 36;
const pageRows = 100;

async function fetchRows(id: string, page: number, signal: AbortSignal): Promise<TableRows> {
  const from = page * pageRows + 1;
  return get(`/api/sources/${encodeURIComponent(id)}/rows?from=${from}&count=${pageRows}`, {
    signal,
  });
}

const pageQuery = (id: string, page: number) => ({
  queryKey: ["rows", id, page],
  queryFn: async ({ signal }: { signal: AbortSignal }) => fetchRows(id, page, signal),
  staleTime: Infinity,
  gcTime: 60_000,
});

export function Rows({
  id,
  here,
  onHere,
}: {
  readonly id: string;
  /** The row to mark, from 1. */
  readonly here: number | null;
  readonly onHere: (row: number | null) => void;
}): ReactNode {
  const start = useQuery({ ...pageQuery(id, 0), placeholderData: keepPreviousData });
  // A table nobody imported yet is counted by reading it through, while its first rows are shown.
  const counted = useQuery({
    queryKey: ["table-look", id, {}],
    queryFn: async ({ signal }) =>
      post<TableLook>(`/api/sources/${encodeURIComponent(id)}/table/look`, {}, { signal }),
    staleTime: 60_000,
    enabled: start.data?.total === null,
  });
  if (start.error !== null)
    return <ErrorNote error={start.error} onRetry={() => void start.refetch()} />;
  if (start.data === undefined) return <Loading />;
  const { columns, rows } = start.data;
  const total = start.data.total ?? counted.data?.rows ?? null;
  if (rows.length === 0) return <EmptyState title={t("rows.none")} />;
  return (
    <div className="rows stack">
      <div className="rows__head">
        <p className="quiet">
          {total === null ? t("rows.counting") : t("rows.total", { count: total })}
        </p>
        <GoTo total={total ?? rows.length} onGo={onHere} />
      </div>
      <RowsTable
        id={id}
        columns={columns}
        total={total ?? rows.length}
        here={here}
        onHere={onHere}
      />
    </div>
  );
}

function GoTo({
  total,
  onGo,
}: {
  readonly total: number;
  readonly onGo: (row: number) => void;
}): ReactNode {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="rows__go"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const row = Number(typed.trim());
        const fits = Number.isInteger(row) && row >= 1 && row <= total;
        setWrong(!fits);
        if (fits) onGo(row);
      }}
    >
      <TextField
        label={t("rows.go")}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        {...(wrong ? { error: t("rows.goWrong", { count: total }) } : {})}
      />
      <Button type="submit">{t("rows.goSubmit")}</Button>
    </form>
  );
}

interface RowsTableProps {
  readonly id: string;
  readonly columns: readonly string[];
  readonly total: number;
  readonly here: number | null;
  readonly onHere: (row: number | null) => void;
}

function RowsTable({ id, columns, total, here, onHere }: RowsTableProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ at: 0, height: 600 });
  const look = (): void => {
    const el = box.current;
    if (el !== null) setView({ at: el.scrollTop, height: el.clientHeight });
  };
  useEffect(() => {
    const el = box.current;
    if (el === null) return;
    const watch = new ResizeObserver(look);
    watch.observe(el);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const el = box.current;
    if (el === null || here === null) return;
    el.scrollTop = scrollTo(here, el.clientHeight, total, rowPx);
    look();
  }, [here, total]);
  const { first, last, above, below } = windowOf(view.at, view.height, total, rowPx);
  const pages = useQueries({
    queries: pagesOf(first, last, pageRows).map((page) => pageQuery(id, page)),
  });
  const failed = pages.find((page) => page.error !== null);
  const cells = new Map<number, readonly string[]>();
  for (const { data } of pages)
    for (const [i, row] of (data?.rows ?? []).entries()) cells.set((data?.from ?? 1) + i, row);
  const opened = here === null ? undefined : cells.get(here);
  return (
    <>
      <ErrorNote error={failed?.error} onRetry={() => void failed?.refetch()} />
      {here !== null && opened !== undefined ? (
        <RowDetail row={here} columns={columns} cells={opened} />
      ) : null}
      <div
        ref={box}
        className="rows__box"
        role="region"
        aria-label={t("rows.caption")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
        onScroll={look}
      >
        <table className="rows__table" aria-rowcount={total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t("rows.row")}</th>
              {columns.map((column, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- two columns may bear one name
                <th key={i} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Space px={above} />
            {Array.from({ length: last - first + 1 }, (_, i) => {
              const row = first + i;
              const found = cells.get(row);
              return (
                <tr
                  key={row}
                  aria-rowindex={row + 1}
                  className={row === here ? "rows__row rows__row--here" : "rows__row"}
                  {...(row === here ? { "aria-current": "true" as const } : {})}
                >
                  <th scope="row">
                    <button type="button" className="link" onClick={() => onHere(row)}>
                      {number(row)}
                    </button>
                  </th>
                  {columns.map((_column, c) => (
                    // oxlint-disable-next-line react/no-array-index-key -- cells stand where their columns stand
                    <td key={c} dir="auto">
                      <span className="rows__cell">
                        {found === undefined ? t("rows.waiting") : (found[c] ?? "")}
                      </span>
                    </td>
                  ))}
                </tr>
              );
            })}
            <Space px={below} />
          </tbody>
        </table>
      </div>
    </>
  );
}

function Space({ px }: { readonly px: number }): ReactNode {
  if (px <= 0) return null;
  return <tr aria-hidden="true" className="rows__space" style={{ blockSize: px }} />;
}

function RowDetail({
  row,
  columns,
  cells,
}: {
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}): ReactNode {
  return (
    <section className="rows__detail sheet" aria-label={t("rows.detail", { row: number(row) })}>
      <h2>{t("rows.detail", { row: number(row) })}</h2>
      <dl>
        {columns.map((column, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- two columns may bear one name
          <div key={i}>
            <dt dir="auto">{column}</dt>
            <dd dir="auto">{cells[i] === "" || cells[i] === undefined ? "–" : cells[i]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
