// A table becomes records: how it is written, what its columns mean, what would happen, and then the import. One page.
// Invariant: nothing is written before the last button; what the trial showed is what is imported.
import { useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi } from "@tanstack/react-router";
import type { Mapping } from "../../../model/index.ts";
import { schemas } from "../../../model/index.ts";
import type { SourceView, TableLook } from "../../api/views.ts";
import { asApiError } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel, schemaLabel, schemaPlural } from "../../messages/names.ts";
import {
  Bidi,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Note,
  Page,
  Select,
  TextField,
} from "../../parts/index.ts";
import { ForeignNote } from "../foreign/foreign-note.tsx";
import { Columns } from "./columns.tsx";
import { applied, problemOf } from "./plan.ts";
import { RunImport } from "./run-import.tsx";
import { SavedMappings } from "./saved-mappings.tsx";
import type { Writing } from "./use-look.ts";
import { useLook, useTableSource } from "./use-look.ts";
import { WritingFields } from "./writing.tsx";
import "./table.css";

const route = getRouteApi("/sources/$id/table");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const source = useTableSource(id);
  const [writing, setWriting] = useState<Writing>({});
  const look = useLook(id, writing);
  const error = source.error ?? look.error;
  const notTable = error !== null && asApiError(error).code === "not-a-table";
  return (
    <Page
      title={t("table.title")}
      lead={
        <>
          {source.data === undefined ? null : (
            <>
              <Bidi>{source.data.title}</Bidi> ·{" "}
            </>
          )}
          {t("table.lead")}
        </>
      }
      actions={
        <LinkButton to="/sources/$id" params={{ id }}>
          {t("table.toSource")}
        </LinkButton>
      }
    >
      {notTable ? (
        <EmptyState title={t("table.notTable")} text={t("table.notTableText")} />
      ) : error !== null && look.data === undefined ? (
        <ErrorNote error={error} onRetry={() => void look.refetch()} />
      ) : null}
      {look.data === undefined || source.data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          {notTable ? null : <ErrorNote error={look.error} />}
          <ForeignNote id={id} />
          <section className="stack table-step" aria-busy={look.isPlaceholderData}>
            <h2>{t("table.look")}</h2>
            <p className="quiet">
              {t("table.lookText", { count: look.data.rows })} {t("table.lookHint")}
            </p>
            <WritingFields look={look.data} writing={writing} onChange={setWriting} />
          </section>
          {/* Another reading of the table has other columns: the plan begins anew. */}
          <Plan
            key={JSON.stringify(look.data.columns.map((c) => c.column))}
            source={source.data}
            look={look.data}
          />
        </>
      )}
    </Page>
  );
}

function Plan({
  source,
  look,
}: {
  readonly source: SourceView;
  readonly look: TableLook;
}): ReactNode {
  const [edited, setEdited] = useState<Mapping | null>(null);
  const [series, setSeries] = useState(
    () => source.batches.find((batch) => !batch.undone)?.series ?? source.title,
  );
  // How the table is written is always the latest; what the columns mean is the person's.
  const mapping: Mapping = { ...look.mapping, ...edited, ...writingOf(look.mapping) };
  const problem = problemOf(mapping);
  const labelBy = schemas.find(({ name }) => name === mapping.schema)?.labelBy ?? "";
  return (
    <>
      <section className="stack table-step">
        <h2>{t("table.map")}</h2>
        <SavedMappings
          look={look}
          mapping={mapping}
          onUse={(saved) => setEdited(applied(saved, look.columns))}
        />
        <div className="table-fields">
          <Select
            label={t("table.schema")}
            value={mapping.schema}
            onChange={(schema) => setEdited({ ...mapping, schema })}
            options={schemas.map(({ name }) => ({ value: name, label: schemaLabel(name) }))}
          />
        </div>
        <Columns look={look} mapping={mapping} onChange={setEdited} />
        {problem === "no-name" ? (
          <Note tone="warn">
            {t("table.noName", { property: propertyLabel(mapping.schema, labelBy) })}
          </Note>
        ) : null}
        <div className="table-fields">
          <Select
            label={t("table.key")}
            hint={t("table.keyHint")}
            value={mapping.keyColumn ?? ""}
            onChange={(keyColumn) => {
              const { keyColumn: _, ...rest } = mapping;
              setEdited(keyColumn === "" ? rest : { ...rest, keyColumn });
            }}
            empty={t("table.keyNone")}
            options={look.columns.map(({ column }) => ({ value: column, label: column }))}
          />
          <TextField
            label={t("table.series")}
            hint={t("table.seriesHint")}
            value={series}
            onChange={setSeries}
            {...(series.trim() === "" ? { error: t("table.seriesMissing") } : {})}
          />
        </div>
      </section>
      <RunImport
        source={source}
        mapping={mapping}
        series={series.trim()}
        blocked={
          problem === "nothing-mapped"
            ? t("table.nothingMapped")
            : series.trim() === ""
              ? t("table.seriesMissing")
              : null
        }
        plural={schemaPlural(mapping.schema)}
      />
    </>
  );
}

function writingOf({ sheet, encoding, delimiter, headerRow }: Mapping): Partial<Mapping> {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(headerRow === undefined ? {} : { headerRow }),
  };
}
