// What was done for people, the latest first; those without a reply are found by how long they wait.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { InterventionItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  Button,
  edtfText,
  EmptyState,
  ErrorNote,
  Loading,
  Page,
  Select,
  Table,
  TextField,
} from "../../parts/index.ts";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { useMay } from "../../shell/rights.ts";
import { ReplyTag } from "./reply-tag.tsx";
import { useInterventions } from "./use-interventions.ts";
import { WriteDialog } from "./write-dialog.tsx";
import "./interventions.css";

const states = ["answered", "waiting", "no-reply"] as const;
const silences = [14, 30, 90, 180, 365];

export function Screen(): ReactNode {
  const [addressee, setAddressee] = useState("");
  const [state, setState] = useState("");
  const [silent, setSilent] = useState("");
  const [writing, setWriting] = useState(false);
  const may = useMay();
  const found = useInterventions({
    ...(addressee.trim() === "" ? {} : { addressee: addressee.trim() }),
    ...(state === "" ? {} : { state }),
    ...(silent === "" ? {} : { silentDays: Number(silent) }),
  });
  const items = found.data;
  const create = may("add") ? (
    <Button variant="primary" onPress={() => setWriting(true)}>
      {t("interventions.new")}
    </Button>
  ) : undefined;
  return (
    <Page title={t("interventions.title")} lead={t("interventions.lead")} actions={create}>
      <div className="interventions-filter">
        <TextField
          label={t("interventions.addressee")}
          value={addressee}
          onChange={setAddressee}
          maxLength={200}
        />
        <Select
          label={t("interventions.state")}
          value={state}
          onChange={setState}
          empty={t("interventions.anyState")}
          options={states.map((one) => ({ value: one, label: t(`interventions.state.${one}`) }))}
        />
        <Select
          label={t("interventions.silent")}
          value={silent}
          onChange={setSilent}
          empty={t("interventions.silentAny")}
          options={silences.map((days) => ({
            value: String(days),
            label: t("interventions.days", { count: days }),
          }))}
        />
      </div>
      {found.error === null ? null : (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      )}
      {items === undefined && found.error === null ? <Loading /> : null}
      {items?.length === 0 ? (
        <EmptyState title={t("interventions.none")} text={t("interventions.noneText")} />
      ) : null}
      {items === undefined || items.length === 0 ? null : <Interventions items={items} />}
      {writing ? <WriteDialog onClose={() => setWriting(false)} /> : null}
    </Page>
  );
}

function Interventions({ items }: { readonly items: readonly InterventionItem[] }): ReactNode {
  const { list } = useListKeys();
  return (
    <div ref={list}>
      <Table<InterventionItem>
        caption={t("interventions.title")}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "what",
            head: t("interventions.what"),
            main: true,
            cell: (item) => <What item={item} />,
          },
          { key: "people", head: t("interventions.people"), cell: (item) => <For item={item} /> },
          {
            key: "date",
            head: t("interventions.date"),
            cell: ({ date }) =>
              date === undefined ? (
                <span className="quiet">{t("interventions.undated")}</span>
              ) : (
                edtfText(date)
              ),
          },
          {
            key: "reply",
            head: t("interventions.state"),
            cell: (item) => <ReplyTag item={item} />,
          },
        ]}
      />
    </div>
  );
}

function What({ item }: { readonly item: InterventionItem }): ReactNode {
  const to = item.addressees.length === 0 ? item.attended : item.addressees;
  return (
    <span className="interventions-what">
      <Link to="/interventions/$id" params={{ id: item.id }} data-row className="rowlink">
        {item.kind === undefined ? item.number : termText("intervention-kind", item.kind)}
      </Link>
      {to.length === 0 ? null : (
        <small className="quiet">
          <Bidi>{to.join(" · ")}</Bidi>
        </small>
      )}
    </span>
  );
}

const mostPeople = 3;

function For({ item: { people } }: { readonly item: InterventionItem }): ReactNode {
  const more = people.length - mostPeople;
  return (
    <span className="interventions-what">
      {people.slice(0, mostPeople).map(({ id, label }) => (
        <Link key={id} to="/people/$id" params={{ id }}>
          <Bidi>{label}</Bidi>
        </Link>
      ))}
      {more > 0 ? (
        <small className="quiet">{t("interventions.morePeople", { count: more })}</small>
      ) : null}
    </span>
  );
}
