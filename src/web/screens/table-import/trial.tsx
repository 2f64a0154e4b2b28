// What an import would do, row by row, before anything happens.
import { useState } from "react";
import type { ReactNode } from "react";
import type { DryRun, RowReport } from "../../api/views.ts";
import { number, t, tIf } from "../../messages/index.ts";
import { propertyLabel } from "../../messages/names.ts";
import { Bidi, Select, Table, Tag } from "../../parts/index.ts";
import type { Tone } from "../../parts/index.ts";
import type { ReportFilter } from "./plan.ts";
import { filtered } from "./plan.ts";

const outcomes = ["add", "update", "unchanged", "fail"] as const;
const tones: Readonly<Record<RowReport["outcome"], Tone>> = {
  add: "good",
  update: "accent",
  unchanged: "plain",
  fail: "bad",
};
const shownAtMost = 200;

/** What is wrong with a cell, in kind words. */
function problemText(code: string): string {
  return tIf(`cell.${code}`) ?? t("cell.other", { code });
}

export function Trial({
  run,
  schema,
}: {
  readonly run: DryRun;
  readonly schema: string;
}): ReactNode {
  const [filter, setFilter] = useState<ReportFilter>(
    run.fail + run.warnings > 0 ? "problems" : "all",
  );
  const rows = filtered(run.reports, filter);
  const shown = rows.slice(0, shownAtMost);
  return (
    <div className="stack">
      <ul className="table-sums">
        {outcomes.map((outcome) => (
          <li key={outcome} className={`table-sum table-sum--${outcome}`}>
            <strong>{number(run[outcome])}</strong>
            <span>{t(`table.sum.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      {run.warnings === 0 ? null : <p>{t("table.warnings", { count: run.warnings })}</p>}
      <div className="table-filter">
        <Select
          label={t("table.filter")}
          value={filter}
          onChange={(value) => setFilter(value as ReportFilter)}
          options={[
            { value: "all", label: t("table.filterAll") },
            { value: "problems", label: t("table.filterProblems") },
            ...outcomes.map((value) => ({ value, label: t(`table.outcome.${value}`) })),
          ]}
        />
        {run.reports.length < run.rows || shown.length < rows.length ? (
          <p className="quiet small">{t("table.reportsSome", { count: run.rows })}</p>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{t("table.noReports")}</p>
      ) : (
        <div className="table-reports">
          <Table<RowReport>
            caption={t("table.reports")}
            rows={shown}
            rowKey={({ row }) => String(row)}
            columns={[
              {
                key: "row",
                head: t("table.colRow"),
                numeric: true,
                cell: ({ row }) => number(row),
              },
              {
                key: "label",
                head: t("table.colLabel"),
                main: true,
                cell: ({ label }) =>
                  label === "" ? <span className="quiet">–</span> : <Bidi>{label}</Bidi>,
              },
              {
                key: "outcome",
                head: t("table.colOutcome"),
                cell: ({ outcome }) => (
                  <Tag tone={tones[outcome]}>{t(`table.outcome.${outcome}`)}</Tag>
                ),
              },
              {
                key: "problems",
                head: t("table.colProblems"),
                cell: (report) => <Notes report={report} schema={schema} />,
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}

function Notes({
  report,
  schema,
}: {
  readonly report: RowReport;
  readonly schema: string;
}): ReactNode {
  const { problems, changes } = report;
  if (problems.length + changes.length === 0) return null;
  return (
    <ul className="small">
      {problems.map(({ column, code }) => (
        <li key={`${column} ${code}`}>
          <Bidi>
            {column === ""
              ? problemText(code)
              : t("table.problem", { column, text: problemText(code) })}
          </Bidi>
        </li>
      ))}
      {changes.map(({ property, from, to }) => {
        const label = propertyLabel(schema, property);
        return (
          <li key={property}>
            <Bidi>
              {from === ""
                ? t("table.changeNew", { property: label, to })
                : t("table.change", { property: label, from, to })}
            </Bidi>
          </li>
        );
      })}
    </ul>
  );
}
