// Who described, imported or changed what about this source, the latest first.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { HistoryView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, DateText } from "../../parts/index.ts";

export function SourceHistory({ id }: { readonly id: string }): ReactNode {
  const history = useQuery({
    queryKey: ["source", id, "history"],
    queryFn: async ({ signal }) =>
      get<readonly HistoryView[]>(`/api/sources/${encodeURIComponent(id)}/history`, { signal }),
    retry: false,
  });
  if (history.data === undefined) return null;
  return (
    <section className="stack">
      <h2>{t("facts.history")}</h2>
      {history.data.length === 0 ? (
        <p className="quiet">{t("facts.historyNone")}</p>
      ) : (
        <ul className="reader-list">
          {history.data.map((entry) => (
            <li key={entry.seq}>
              <Bidi>{entry.text}</Bidi>{" "}
              <small className="quiet">
                <Bidi>{entry.by}</Bidi>, <DateText at={entry.at} />
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
