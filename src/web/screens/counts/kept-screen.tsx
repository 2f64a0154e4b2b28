// The counts that were kept, the newest first.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "../../api/client.ts";
import type { SavedCountItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  Table,
} from "../../parts/index.ts";
import { CountTabs } from "./count-tabs.tsx";
import { dateText, peopleText } from "./count-pictures.ts";
import "./counts.css";

export function KeptScreen(): ReactNode {
  const kept = useQuery({
    queryKey: ["counts", "kept"],
    queryFn: async ({ signal }) =>
      get<{ readonly items: readonly SavedCountItem[] }>("/api/counts/kept", { signal }),
  });
  const items = kept.data?.items;
  return (
    <Page title={t("kept.title")} lead={t("kept.lead")}>
      <CountTabs current="kept" />
      <ErrorNote error={kept.error} onRetry={() => void kept.refetch()} />
      {items === undefined && kept.error === null ? <Loading /> : null}
      {items?.length === 0 ? (
        <EmptyState
          title={t("kept.none")}
          text={t("kept.noneText")}
          action={<LinkButton to="/counts">{t("counts.run")}</LinkButton>}
        />
      ) : null}
      {items === undefined || items.length === 0 ? null : <Kept items={items} />}
    </Page>
  );
}

function Kept({ items }: { readonly items: readonly SavedCountItem[] }): ReactNode {
  return (
    <Table<SavedCountItem>
      caption={t("kept.title")}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          head: t("kept.day"),
          main: true,
          cell: ({ id, asOf }) => (
            <Link to="/counts/kept/$id" params={{ id }} search={{}} className="rowlink">
              {dateText(asOf)}
            </Link>
          ),
        },
        {
          key: "for",
          head: t("counts.audience"),
          cell: ({ audience }) => t(audience === "public" ? "kept.public" : "kept.inside"),
        },
        {
          key: "people",
          head: t("counts.documented"),
          numeric: true,
          cell: ({ documented }) => peopleText(documented),
        },
        { key: "by", head: t("kept.by"), cell: ({ savedBy }) => <Bidi>{savedBy}</Bidi> },
        {
          key: "hash",
          head: t("kept.hash"),
          cell: ({ snapshot }) => <code>{snapshot.shown.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}
