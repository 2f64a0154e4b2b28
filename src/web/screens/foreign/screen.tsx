// Records out of another program's file: what it is, what is read of it, a trial, and then the import.
// Invariant: nothing is written before the last button; every value comes in as proposed.
import { useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { post, useJob } from "../../api/index.ts";
import type { BatchItem, ForeignRun, SourceView } from "../../api/views.ts";
import { number, t, tIf } from "../../messages/index.ts";
import { schemaPlural } from "../../messages/names.ts";
import {
  Bidi,
  Button,
  ErrorNote,
  JobProgress,
  LinkButton,
  Loading,
  Note,
  Page,
  TextField,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Done } from "../table-import/run-import.tsx";
import { Trial } from "../table-import/trial.tsx";
import { useImported, useTableSource } from "../table-import/use-look.ts";
import { useForeign } from "./use-foreign.ts";
import "../table-import/table.css";

const route = getRouteApi("/sources/$id/foreign");
const programs = ["uwazi", "bayanat", "openevsys", "followthemoney"] as const;

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const source = useTableSource(id);
  const format = useForeign(id);
  const may = useMay();
  const error = source.error ?? format.error;
  return (
    <Page
      title={t("foreign.title")}
      lead={t("foreign.lead")}
      actions={
        <LinkButton to="/sources/$id" params={{ id }}>
          {t("table.toSource")}
        </LinkButton>
      }
    >
      {error === null ? null : <ErrorNote error={error} />}
      {source.data === undefined || format.data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : format.data === null ? (
        <Note tone="warn">{t("foreign.none")}</Note>
      ) : (
        <>
          <p>
            <Bidi>{source.data.title}</Bidi> ·{" "}
            <strong>{tIf(`foreign.${format.data}`) ?? format.data}</strong>
          </p>
          {may("add") ? <Run source={source.data} /> : null}
        </>
      )}
      <section className="stack table-step">
        <h2>{t("foreign.known")}</h2>
        <dl className="foreign">
          {programs.map((program) => (
            <div key={program}>
              <dt>{t(`foreign.${program}`)}</dt>
              <dd className="quiet">{t(`foreign.reads.${program}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}

function Run({ source }: { readonly source: SourceView }): ReactNode {
  const imported = useImported(source.id);
  const [series, setSeries] = useState(
    () => source.batches.find((batch) => !batch.undone)?.series ?? source.title,
  );
  const path = `/api/sources/${encodeURIComponent(source.id)}/foreign`;
  const trial = useJob<ForeignRun>();
  const run = useJob<BatchItem>(() => void imported());
  const result = trial.phase === "done" ? trial.job?.result : undefined;
  const batch = run.phase === "done" ? run.job?.result : undefined;
  const asked = series.trim() === "" ? {} : { series: series.trim() };
  if (batch !== undefined)
    return (
      <Done batch={batch} source={source} plural={schemaPlural("Person")} onAgain={run.reset} />
    );
  const rows = result === undefined ? 0 : result.add + result.update;
  return (
    <section className="stack table-step">
      <h2>{t("foreign.trial")}</h2>
      <TextField
        label={t("foreign.series")}
        hint={t("foreign.seriesHint")}
        value={series}
        onChange={(words) => {
          setSeries(words);
          // Another series is another trial.
          trial.reset();
        }}
        maxLength={2_000}
      />
      {trial.phase === "running" ? (
        <JobProgress job={trial.job} label={t("table.dryRunning")} onCancel={trial.cancel} />
      ) : null}
      <ErrorNote error={trial.error} />
      {result === undefined ? null : (
        <>
          <Trial run={result} schema="Person" />
          <LeftOut leftOut={result.leftOut} />
        </>
      )}
      {run.phase === "running" ? (
        <JobProgress job={run.job} label={t("table.importing")} onCancel={run.cancel} />
      ) : (
        <div className="row">
          {result === undefined ? (
            <Button
              variant="primary"
              isPending={trial.phase === "running"}
              onPress={() => void trial.start(async () => post(`${path}/dry-run`, asked))}
            >
              {t("table.dryRun")}
            </Button>
          ) : (
            <Button
              variant="primary"
              isDisabled={rows === 0}
              onPress={() => void run.start(async () => post(`${path}/import`, asked))}
            >
              {t("foreign.import", { count: rows })}
            </Button>
          )}
        </div>
      )}
      <ErrorNote error={run.error} />
    </section>
  );
}

function LeftOut({ leftOut }: { readonly leftOut: ForeignRun["leftOut"] }): ReactNode {
  const kinds = Object.entries(leftOut);
  if (kinds.length === 0) return null;
  return (
    <div>
      <h3>{t("foreign.leftOut")}</h3>
      <ul>
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            {number(count)} × <Bidi>{kind}</Bidi>
          </li>
        ))}
      </ul>
    </div>
  );
}
