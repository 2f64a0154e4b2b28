// Green means proved; red names the entry.
import type { ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, stateKey, useJob } from "../../api/index.ts";
import type { CheckpointReport, CheckReport, Problem } from "../../api/views.ts";
import { number, t, tIf } from "../../messages/index.ts";
import {
  Button,
  DateText,
  Dot,
  ErrorNote,
  JobProgress,
  Note,
  Page,
  Table,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Audit } from "./audit.tsx";
import { Checkpoints } from "./checkpoints.tsx";
import { Stamps } from "./stamps.tsx";
import "./integrity.css";

/** The check of the vault, and of every checkpoint that was made. */
type FullReport = CheckReport & { readonly checkpoints?: CheckpointReport };
type LastReport = Partial<FullReport> & { readonly at?: number };

const lastKey = ["check-last"] as const;

export function Screen(): ReactNode {
  const client = useQueryClient();
  const may = useMay();
  const last = useQuery({
    queryKey: lastKey,
    queryFn: async ({ signal }) => get<LastReport>("/api/check/last", { signal }),
    retry: false,
  });
  const check = useJob<FullReport>((report) => {
    client.setQueryData<LastReport>(lastKey, { ...report, at: Date.now() });
    void client.invalidateQueries({ queryKey: stateKey });
  });
  const rebuild = useJob<{ readonly entries: number; readonly rows: number }>(
    () => void client.invalidateQueries(),
  );
  const report = last.data;
  const busy = check.phase === "running" || rebuild.phase === "running";
  return (
    <Page
      title={t("integrity.title")}
      lead={t("integrity.lead")}
      actions={
        <Button
          variant="primary"
          isDisabled={busy}
          onPress={() => void check.start(async () => post("/api/check"))}
        >
          {t("integrity.run")}
        </Button>
      }
    >
      {check.phase === "running" ? (
        <JobProgress job={check.job} label={t("integrity.running")} onCancel={check.cancel} />
      ) : null}
      <ErrorNote error={check.error} />
      <div aria-live="polite">
        {report?.clean === undefined ? (
          <Note>{t("integrity.never")}</Note>
        ) : (
          <Report report={report as FullReport} at={report.at} />
        )}
      </div>
      <Checkpoints />
      <Stamps />
      <Audit />
      {may("keep") ? (
        <section className="stack integrity__rebuild">
          <h2>{t("integrity.rebuild")}</h2>
          <p className="quiet">{t("integrity.rebuildText")}</p>
          {rebuild.phase === "running" ? (
            <JobProgress job={rebuild.job} label={t("integrity.rebuilding")} />
          ) : (
            <div>
              <Button
                isDisabled={busy}
                onPress={() => void rebuild.start(async () => post("/api/rebuild"))}
              >
                {t("integrity.rebuild")}
              </Button>
            </div>
          )}
          {rebuild.phase === "done" && rebuild.job?.result !== undefined ? (
            <Note tone="good">
              {t("integrity.rebuilt", {
                rows: rebuild.job.result.rows,
                entries: rebuild.job.result.entries,
              })}
            </Note>
          ) : null}
          <ErrorNote error={rebuild.error} />
        </section>
      ) : null}
    </Page>
  );
}

function Report({
  report,
  at,
}: {
  readonly report: FullReport;
  readonly at: number | undefined;
}): ReactNode {
  return (
    <div className="stack">
      <div
        className={
          report.clean
            ? "integrity__verdict integrity__verdict--good sheet"
            : "integrity__verdict integrity__verdict--bad sheet"
        }
      >
        <p className="integrity__headline">
          <Dot tone={report.clean ? "good" : "bad"} />{" "}
          {report.clean
            ? t("integrity.clean")
            : t("integrity.broken", { count: report.problemCount })}
        </p>
        {report.clean ? null : <p>{t("integrity.brokenText")}</p>}
        {(report.checkpoints?.alarms ?? []).map(({ kind, size }) => (
          <p key={`${kind} ${size ?? ""}`}>{t(`integrity.kind.${kind}`, { size: size ?? 0 })}.</p>
        ))}
        <dl className="integrity__facts">
          {at === undefined ? null : (
            <div>
              <dt>{t("integrity.when")}</dt>
              <dd>
                <DateText at={at} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t("integrity.entries")}</dt>
            <dd>{number(report.entries)}</dd>
          </div>
          <div>
            <dt>{t("integrity.rows")}</dt>
            <dd>{number(report.rows)}</dd>
          </div>
          <div className="integrity__root">
            <dt>{t("integrity.root")}</dt>
            <dd>
              <code>{report.root.replace(/(.{8})(?=.)/g, "$1 ")}</code>
              <small className="quiet">{t("integrity.rootHint")}</small>
            </dd>
          </div>
        </dl>
      </div>
      {report.problems.length === 0 ? null : (
        <>
          <Table<Problem>
            caption={t("integrity.problems")}
            rows={report.problems}
            rowKey={(problem) =>
              `${problem.kind} ${problem.seq ?? ""} ${problem.table ?? ""} ${problem.file ?? ""}`
            }
            columns={[
              {
                key: "problem",
                head: t("integrity.problem"),
                main: true,
                cell: (problem) => tIf(`integrity.kind.${problem.kind}`) ?? problem.kind,
              },
              { key: "where", head: t("integrity.where"), cell: whereText },
            ]}
          />
          {report.problemCount > report.problems.length ? (
            <p className="quiet">
              {t("integrity.more", { count: report.problemCount - report.problems.length })}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

function whereText(problem: Problem): string {
  const parts = [
    problem.seq === undefined ? undefined : t("integrity.at.entry", { seq: String(problem.seq) }),
    problem.table === undefined ? undefined : t("integrity.at.table", { table: problem.table }),
    problem.file === undefined ? undefined : t("integrity.at.file", { file: problem.file }),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
