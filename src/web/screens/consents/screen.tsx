// Over the whole vault: consents that end soon, have ended, or are to be asked again.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { DueConsent } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  edtfText,
  EmptyState,
  ErrorNote,
  Loading,
  Page,
  Select,
  Table,
  Tag,
} from "../../parts/index.ts";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { useDueConsents } from "./use-consents.ts";
import "./consents.css";

const spans = [30, 90, 180, 365];
const tones = { ends: "warn", ended: "bad", review: "accent" } as const;

export function Screen(): ReactNode {
  const [days, setDays] = useState(90);
  const due = useDueConsents(days);
  return (
    <Page title={t("consents.dueTitle")} lead={t("consents.dueLead")}>
      <div className="consents-within">
        <Select
          label={t("consents.within")}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          options={spans.map((span) => ({
            value: String(span),
            label: t("consents.withinDays", { count: span }),
          }))}
        />
      </div>
      {due.error === null ? null : (
        <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
      )}
      {due.data === undefined && due.error === null ? <Loading /> : null}
      {due.data?.length === 0 ? (
        <EmptyState title={t("consents.dueNone")} text={t("consents.dueNoneText")} />
      ) : null}
      {due.data === undefined || due.data.length === 0 ? null : <DueTable items={due.data} />}
    </Page>
  );
}

function DueTable({ items }: { readonly items: readonly DueConsent[] }): ReactNode {
  const { list } = useListKeys();
  return (
    <div ref={list}>
      <Table<DueConsent>
        caption={t("consents.dueTitle")}
        rows={items}
        rowKey={({ consent }) => consent.id}
        columns={[
          {
            key: "who",
            head: t("consents.person"),
            main: true,
            cell: (item) => <Whose item={item} />,
          },
          {
            key: "audiences",
            head: t("consents.flags"),
            cell: ({ consent }) =>
              consent.audiences.map((code) => termText("audience", code)).join(" · "),
          },
          {
            key: "why",
            head: t("consents.why"),
            cell: ({ why }) => <Tag tone={tones[why]}>{t(`consents.why.${why}`)}</Tag>,
          },
          { key: "due", head: t("consents.due"), cell: ({ due }) => edtfText(due) },
        ]}
      />
    </div>
  );
}

function Whose({ item }: { readonly item: DueConsent }): ReactNode {
  const words = <Bidi>{item.label}</Bidi>;
  if (item.about.startsWith("src_"))
    return (
      <Link to="/sources/$id" params={{ id: item.about }} data-row className="rowlink">
        {words}
      </Link>
    );
  return (
    <>
      <Link to="/people/$id/consents" params={{ id: item.about }} data-row className="rowlink">
        {words}
      </Link>{" "}
      <small className="quiet">{item.number}</small>
    </>
  );
}
