// What is counted in this vault: each quantity with how many estimates, by whom, over which time.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { QuantityItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  Table,
  Tag,
} from "../../parts/index.ts";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { useMay } from "../../shell/rights.ts";
import { useQuantities } from "./use-figures.ts";
import "./figures.css";

const NewRecord = lazy(async () => ({
  default: (await import("../records/new-record.tsx")).NewRecord,
}));

export function Screen(): ReactNode {
  const quantities = useQuantities();
  const [making, setMaking] = useState(false);
  const may = useMay();
  const items = quantities.data?.items;
  const create = may("add") ? (
    <Button onPress={() => setMaking(true)}>{t("figures.new")}</Button>
  ) : undefined;
  return (
    <Page title={t("figures.title")} lead={t("figures.lead")} actions={create}>
      {quantities.error === null ? null : (
        <ErrorNote error={quantities.error} onRetry={() => void quantities.refetch()} />
      )}
      {items === undefined && quantities.error === null ? <Loading /> : null}
      {items?.length === 0 ? (
        <EmptyState
          title={t("figures.none")}
          text={t("figures.noneText")}
          action={<LinkButton to="/sources">{t("figures.toSources")}</LinkButton>}
        />
      ) : null}
      {items === undefined || items.length === 0 ? null : <Quantities items={items} />}
      {making ? (
        <Suspense>
          <NewRecord schema="Figure" onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function Quantities({ items }: { readonly items: readonly QuantityItem[] }): ReactNode {
  const { list } = useListKeys();
  return (
    <div ref={list} className="stack">
      <Table<QuantityItem>
        caption={t("figures.title")}
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          {
            key: "what",
            head: t("figures.what"),
            main: true,
            cell: (item) => <What item={item} />,
          },
          {
            key: "estimates",
            head: t("figures.estimates"),
            numeric: true,
            cell: (item) => item.estimates,
          },
          { key: "bodies", head: t("figures.bodies"), cell: (item) => <Bodies item={item} /> },
          {
            key: "origins",
            head: t("figures.origins"),
            numeric: true,
            cell: (item) => item.origins,
          },
          { key: "span", head: t("figures.span"), cell: (item) => spanText(item) },
        ]}
      />
      <p className="quiet small">{t("figures.grouped")}</p>
    </div>
  );
}

function What({ item }: { readonly item: QuantityItem }): ReactNode {
  const { unit, population, places } = item.counted;
  const rest = [population, places.length === 0 ? null : places.join(", ")].filter(
    (part) => part !== null,
  );
  return (
    <span className="figures-what">
      <Link to="/figures/$id" params={{ id: item.id }} data-row className="rowlink">
        <Bidi>{unit ?? t("figures.unitMissing")}</Bidi>
      </Link>
      {rest.map((part) => (
        <small key={part} className="quiet">
          <Bidi>{part}</Bidi>
        </small>
      ))}
      {item.denied === 0 ? null : (
        <span>
          <Tag tone="warn">{t("figures.contested", { count: item.denied })}</Tag>
        </span>
      )}
    </span>
  );
}

const shownBodies = 3;

function Bodies({ item: { bodies } }: { readonly item: QuantityItem }): ReactNode {
  const names = bodies.slice(0, shownBodies);
  const more = bodies.length - names.length;
  return (
    <span className="figures-what">
      {names.map((name, place) => (
        <Bidi key={name}>
          {place === names.length - 1 && more > 0
            ? t("figures.bodiesMore", { names: name, count: more })
            : name}
        </Bidi>
      ))}
    </span>
  );
}

function spanText({ from, to }: QuantityItem): string {
  const [first, last] = [from?.slice(0, 4) ?? null, to?.slice(0, 4) ?? null];
  if (first === null || last === null || first === last) return first ?? last ?? "";
  return t("figures.spanOf", { from: first, to: last });
}
