// Who has how much: open cases, tasks, deadlines, and what is overdue.
import type { ReactNode } from "react";
import type { WorkloadRow } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Bidi, EmptyState, ErrorNote, Loading, Page, Table, Tag } from "../../parts/index.ts";
import { CaseTabs } from "./tabs.tsx";
import { useWorkload } from "./use-cases.ts";
import "./cases.css";

const columns = [
  ["openCases", "workload.cases"],
  ["urgentCases", "workload.urgent"],
  ["openTasks", "workload.tasks"],
  ["overdueTasks", "workload.overdueTasks"],
  ["deadlines", "workload.deadlines"],
  ["overdueDeadlines", "workload.overdueDeadlines"],
] as const;

const isLate = (key: string): boolean => key.startsWith("overdue");

export function Screen(): ReactNode {
  const load = useWorkload();
  return (
    <Page className="cases" title={t("workload.title")} lead={t("workload.lead")}>
      <CaseTabs current="workload" />
      {load.error === null ? null : (
        <ErrorNote error={load.error} onRetry={() => void load.refetch()} />
      )}
      {load.data === undefined ? (
        load.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Rows rows={load.data.rows} />
      )}
    </Page>
  );
}

function Rows({ rows }: { readonly rows: readonly WorkloadRow[] }): ReactNode {
  if (rows.length === 0)
    return <EmptyState title={t("workload.none")} text={t("cases.noneText")} />;
  return (
    <Table<WorkloadRow>
      caption={t("workload.title")}
      rows={rows}
      rowKey={({ member }) => member?.id ?? ""}
      columns={[
        {
          key: "member",
          head: t("workload.member"),
          main: true,
          cell: ({ member }) =>
            member === null ? <em>{t("workload.nobody")}</em> : <Bidi>{member.name}</Bidi>,
        },
        ...columns.map(([key, head]) => ({
          key,
          head: t(head),
          numeric: true,
          cell: (row: WorkloadRow) =>
            isLate(key) && row[key] > 0 ? (
              <Tag tone="bad">{number(row[key])}</Tag>
            ) : (
              number(row[key])
            ),
        })),
      ]}
    />
  );
}
