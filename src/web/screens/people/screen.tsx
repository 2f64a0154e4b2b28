// Everybody in the vault, found by a few letters in any script.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { PersonItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  SearchField,
  Table,
} from "../../parts/index.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { usePages } from "../../parts/use-pages.ts";
import { useKept } from "../../shell/kept.ts";
import { useMay } from "../../shell/rights.ts";
import "./people.css";

const NewRecord = lazy(async () => ({
  default: (await import("../records/new-record.tsx")).NewRecord,
}));

export function Screen(): ReactNode {
  const [q, search] = useKept("people.q");
  const may = useMay();
  const [making, setMaking] = useState(false);
  const people = usePages<PersonItem>(
    "people",
    "/api/people/list",
    q === "" ? {} : { q, sounds: true },
  );
  const { list, first } = useListKeys();
  return (
    <Page
      title={t("people.title")}
      lead={
        people.total === undefined
          ? undefined
          : t(q === "" ? "people.count" : "people.found", { count: people.total })
      }
      actions={
        may("add") ? (
          <Button variant="primary" onPress={() => setMaking(true)}>
            {t("people.new")}
          </Button>
        ) : undefined
      }
    >
      <SearchField label={t("people.search")} value={q} onSearch={search} onDown={first} />
      {people.error === null ? null : (
        <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
      )}
      {people.total === undefined && people.error === null ? <Loading /> : null}
      {people.total === 0 ? <Nobody isSearch={q !== ""} onClear={() => search("")} /> : null}
      {people.items.length === 0 ? null : (
        <div ref={list} aria-busy={people.isPlaceholderData}>
          <Table<PersonItem>
            caption={t("people.title")}
            rows={people.items}
            rowKey={(item) => item.id}
            columns={[
              {
                key: "name",
                head: t("people.name"),
                main: true,
                cell: (item) => (
                  <PersonName
                    item={item}
                    matched={people.matched[item.id]}
                    soundsAlike={people.alike.has(item.id)}
                  />
                ),
              },
              { key: "born", head: t("people.born"), cell: (item) => item.born ?? "" },
              {
                key: "from",
                head: t("people.from"),
                cell: (item) => (item.from === undefined ? "" : <Bidi>{item.from}</Bidi>),
              },
              {
                key: "claims",
                head: t("people.claims"),
                numeric: true,
                cell: (item) => item.claims,
              },
              {
                key: "sources",
                head: t("people.sources"),
                numeric: true,
                minor: true,
                cell: (item) => item.sources,
              },
            ]}
          />
          <MoreRows
            shown={people.items.length}
            total={people.total ?? 0}
            isBusy={people.isFetchingNextPage}
            onMore={people.hasNextPage ? () => void people.fetchNextPage() : undefined}
          />
        </div>
      )}
      {making ? (
        <Suspense>
          <NewRecord schema="Person" onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

const othersShown = 3;

function PersonName({
  item,
  matched,
  soundsAlike,
}: {
  readonly item: PersonItem;
  readonly matched: string | undefined;
  readonly soundsAlike: boolean;
}): ReactNode {
  const label = item.names.find((name) => name.text === item.label);
  const others = item.names.filter((name) => name.text !== item.label).slice(0, othersShown);
  const shown = [item.label, item.number, ...others.map((name) => name.text)];
  return (
    <div className="people__name">
      <Link to="/people/$id" params={{ id: item.id }} data-row className="people__link">
        <Bidi lang={label?.lang} script={label?.script}>
          {item.label}
        </Bidi>
      </Link>
      <small className="quiet people__others">
        {others.map((name) => (
          <Bidi key={name.text} lang={name.lang} script={name.script}>
            {name.text}
          </Bidi>
        ))}
        <span>{item.number}</span>
        {item.records > 1 ? <span>{t("people.records", { count: item.records })}</span> : null}
        {matched === undefined || (!soundsAlike && shown.includes(matched)) ? null : (
          <Bidi>{t(soundsAlike ? "people.alike" : "people.matched", { name: matched })}</Bidi>
        )}
      </small>
    </div>
  );
}

function Nobody({
  isSearch,
  onClear,
}: {
  readonly isSearch: boolean;
  readonly onClear: () => void;
}): ReactNode {
  if (isSearch)
    return (
      <EmptyState
        title={t("people.noneFound")}
        text={t("people.noneFoundText")}
        action={<Button onPress={onClear}>{t("people.clear")}</Button>}
      />
    );
  return (
    <EmptyState
      title={t("people.none")}
      text={t("people.noneText")}
      action={
        <LinkButton to="/add" variant="primary">
          {t("home.add")}
        </LinkButton>
      }
    />
  );
}
