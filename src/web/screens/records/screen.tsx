// Lists of everything that is not a person: questions, figures, organisations, groups, places, proceedings, interventions.
import { lazy, Suspense } from "react";
import type { ReactNode } from "react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { schemaOf } from "../../../model/index.ts";
import type { RecordItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { schemaLabel, schemaPlural } from "../../messages/names.ts";
import {
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  Loading,
  Page,
  SearchField,
  Table,
  Tabs,
} from "../../parts/index.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { usePages } from "../../parts/use-pages.ts";
import { useKept } from "../../shell/kept.ts";
import { useMay } from "../../shell/rights.ts";

const NewRecord = lazy(async () => ({ default: (await import("./new-record.tsx")).NewRecord }));

const route = getRouteApi("/lists/$schema");

/** Schemas that are looked at together. */
const families = [
  ["Question", "Figure"],
  ["Organization", "Group", "Place", "Proceeding", "Intervention"],
] as const;

export function Screen(): ReactNode {
  const { schema } = route.useParams();
  const known = schemaOf(schema);
  if (known === undefined) {
    return (
      <Page title={t("shell.notFound")}>
        <EmptyState title={t("shell.notFoundText")} />
      </Page>
    );
  }
  return <List key={schema} schema={schema} hint={known.hint} />;
}

function List({ schema, hint }: { readonly schema: string; readonly hint: string }): ReactNode {
  const isNew = route.useSearch().new !== undefined;
  const navigate = useNavigate();
  const may = useMay();
  const [q, search] = useKept(`records.${schema}.q`);
  const records = usePages<RecordItem>(
    "records",
    "/api/records/list",
    q === "" ? { schema } : { schema, q },
  );
  const { list, first } = useListKeys();
  const family: readonly string[] = families.find((one) =>
    (one as readonly string[]).includes(schema),
  ) ?? [schema];
  const label = schemaLabel(schema);
  const openNew = (open: boolean): void =>
    void navigate({
      to: "/lists/$schema",
      params: { schema },
      search: open ? { new: "1" } : {},
      replace: true,
    });
  const create = may("add") ? (
    <Button variant="primary" onPress={() => openNew(true)}>
      {t("records.new", { schema: label })}
    </Button>
  ) : undefined;
  return (
    <Page title={schemaPlural(schema)} lead={hint} actions={create}>
      {family.length < 2 ? null : (
        <Tabs
          label={t("records.kinds")}
          current={schema}
          tabs={family.map((name) => ({
            key: name,
            label: schemaPlural(name),
            link: { to: "/lists/$schema", params: { schema: name } },
          }))}
        />
      )}
      <SearchField label={t("records.search")} value={q} onSearch={search} onDown={first} />
      {records.error === null ? null : (
        <ErrorNote error={records.error} onRetry={() => void records.refetch()} />
      )}
      {records.total === undefined && records.error === null ? <Loading /> : null}
      {records.total === 0 ? (
        <EmptyState
          title={q === "" ? t("records.none") : t("records.noneFound")}
          text={q === "" ? hint : t("records.noneFoundText")}
          action={q === "" ? create : undefined}
        />
      ) : null}
      {records.items.length === 0 ? null : (
        <div ref={list} className="stack">
          <p className="quiet small">{t("records.count", { count: records.total ?? 0 })}</p>
          <Table<RecordItem>
            caption={schemaPlural(schema)}
            rows={records.items}
            rowKey={(item) => item.id}
            columns={[
              {
                key: "name",
                head: t("records.name"),
                main: true,
                cell: (item) => (
                  <Link to="/records/$id" params={{ id: item.id }} data-row className="rowlink">
                    <Bidi>{item.label}</Bidi>
                  </Link>
                ),
              },
              {
                key: "source",
                head: t("records.source"),
                cell: (item) => <Bidi>{item.sourceTitle}</Bidi>,
              },
              {
                key: "claims",
                head: t("records.claims"),
                numeric: true,
                cell: (item) => item.claims,
              },
            ]}
          />
          <MoreRows
            shown={records.items.length}
            total={records.total ?? 0}
            isBusy={records.isFetchingNextPage}
            onMore={records.hasNextPage ? () => void records.fetchNextPage() : undefined}
          />
        </div>
      )}
      {isNew ? (
        <Suspense>
          <NewRecord schema={schema} onClose={() => openNew(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}
