// Who changed what on a case, newest first.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { HistoryView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, DateText, ErrorNote } from "../../parts/index.ts";
import { Section } from "./section.tsx";

export function CaseHistory({ id }: { readonly id: string }): ReactNode {
  const history = useQuery({
    queryKey: ["cases", "history", id],
    queryFn: async ({ signal }) =>
      (
        await get<{ readonly items: readonly HistoryView[] }>(`/api/cases/${id}/history`, {
          signal,
        })
      ).items,
  });
  return (
    <Section title={t("case.history")}>
      <ErrorNote error={history.error} />
      <ol className="case-history small">
        {(history.data ?? []).slice(0, 30).map((item) => (
          <li key={item.seq}>
            <Bidi>{item.by}</Bidi>: <Bidi>{item.text}</Bidi>{" "}
            <small className="quiet">
              <DateText at={item.at} />
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
