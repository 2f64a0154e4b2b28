// A plain table; on a phone each row becomes a card whose cells carry their headings.
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export interface Column<T> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly numeric?: boolean;
  /** The cell that names the row. */
  readonly main?: boolean;
  /** Left out on narrow screens. */
  readonly minor?: boolean;
}

interface TableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly rowClass?: (row: T) => string | undefined;
}

export function Table<T>({ caption, columns, rows, rowKey, rowClass }: TableProps<T>): ReactNode {
  return (
    <table className="table sheet">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={cx(
                column.numeric === true && "table__num",
                column.minor === true && "table__minor",
              )}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {columns.map((column) => {
              const content = column.cell(row);
              const className = cx(
                column.numeric === true && "table__num",
                column.minor === true && "table__minor",
              );
              return column.main === true ? (
                <th key={column.key} scope="row" className={className}>
                  {content}
                </th>
              ) : (
                <td
                  key={column.key}
                  className={className}
                  data-head={typeof column.head === "string" ? column.head : undefined}
                >
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
