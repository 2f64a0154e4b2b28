// Who changed what and when, newest first.
import type { ReactNode } from "react";
import type { HistoryView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, DateText, EmptyState, ErrorNote, Loading, Table } from "../../parts/index.ts";
import { useHistory } from "./use-file.ts";

export function History({ id }: { readonly id: string }): ReactNode {
  const history = useHistory(id);
  if (history.error !== null)
    return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Loading />;
  if (history.data.length === 0) return <EmptyState title={t("history.none")} />;
  return (
    <Table<HistoryView>
      caption={t("person.tab.history")}
      rows={history.data}
      rowKey={(row) => String(row.seq)}
      columns={[
        {
          key: "what",
          head: t("history.what"),
          main: true,
          cell: (row) =>
            row.erased ? <em className="quiet">{t("history.erased")}</em> : <Bidi>{row.text}</Bidi>,
        },
        { key: "who", head: t("history.who"), cell: (row) => <Bidi>{row.by}</Bidi> },
        { key: "when", head: t("history.when"), cell: (row) => <DateText at={row.at} /> },
        {
          key: "where",
          head: t("history.where"),
          minor: true,
          cell: (row) => <Bidi>{shortDevice(row.device)}</Bidi>,
        },
        {
          key: "seq",
          head: <span className="sr-only">{t("history.seq")}</span>,
          numeric: true,
          minor: true,
          cell: (row) => (
            <small className="quiet">{t("history.entry", { seq: String(row.seq) })}</small>
          ),
        },
      ]}
    />
  );
}

/** A device is known by an id nobody can read aloud; its last letters tell two of them apart. */
function shortDevice(device: string): string {
  return device.replace(/^dev_\w{20}/, "…");
}
