// The questions of this vault: those in dispute first, with how many speak on each side.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { QuestionItem } from "../../api/views.ts";
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
  Table,
  Tag,
} from "../../parts/index.ts";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { useMay } from "../../shell/rights.ts";
import { useQuestions } from "./use-questions.ts";
import "./questions.css";

const NewRecord = lazy(async () => ({
  default: (await import("../records/new-record.tsx")).NewRecord,
}));

export function Screen(): ReactNode {
  const questions = useQuestions();
  const [making, setMaking] = useState(false);
  const may = useMay();
  const items = questions.data?.items;
  const create = may("add") ? (
    <Button variant="primary" onPress={() => setMaking(true)}>
      {t("questions.new")}
    </Button>
  ) : undefined;
  return (
    <Page title={t("questions.title")} lead={t("questions.lead")} actions={create}>
      {questions.error === null ? null : (
        <ErrorNote error={questions.error} onRetry={() => void questions.refetch()} />
      )}
      {items === undefined && questions.error === null ? <Loading /> : null}
      {items?.length === 0 ? (
        <EmptyState title={t("questions.none")} text={t("questions.noneText")} />
      ) : null}
      {items === undefined || items.length === 0 ? null : <Questions items={items} />}
      {making ? (
        <Suspense>
          <NewRecord schema="Question" onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function Questions({ items }: { readonly items: readonly QuestionItem[] }): ReactNode {
  const { list } = useListKeys();
  return (
    <div ref={list}>
      <Table<QuestionItem>
        caption={t("questions.title")}
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          {
            key: "question",
            head: t("questions.question"),
            main: true,
            cell: (item) => (
              <span className="questions-what">
                <Link to="/questions/$id" params={{ id: item.id }} data-row className="rowlink">
                  <Bidi>{item.wording ?? t("questions.wordless")}</Bidi>
                </Link>
                {item.topic === null ? null : (
                  <small className="quiet">{termText("question-topic", item.topic)}</small>
                )}
              </span>
            ),
          },
          { key: "sides", head: t("questions.sides"), cell: (item) => <Sides item={item} /> },
          {
            key: "about",
            head: t("questions.about"),
            cell: (item) => (item.people.length === 0 ? "" : <About item={item} />),
          },
          {
            key: "last",
            head: t("questions.last"),
            cell: (item) => (item.last === null ? "" : edtfText(item.last)),
          },
        ]}
      />
    </div>
  );
}

function Sides({ item: { counts, disputed } }: { readonly item: QuestionItem }): ReactNode {
  const against = counts.denies + counts.reframes;
  const asserts = counts.asserts + counts.estimates;
  const spoken = asserts + against + counts.others;
  return (
    <span className="questions-what">
      {disputed ? <Tag tone="warn">{t("questions.disputed")}</Tag> : null}
      {spoken === 0 ? <span className="quiet">{t("questions.silent")}</span> : null}
      {spoken > 0 && !disputed ? <span className="quiet">{t("questions.oneSided")}</span> : null}
      {spoken === 0 ? null : <small>{t("questions.balance", { asserts, against })}</small>}
    </span>
  );
}

function About({ item }: { readonly item: QuestionItem }): ReactNode {
  return (
    <span className="questions-what">
      {item.people.map((person) => (
        <Link key={person.record} to="/people/$id" params={{ id: person.record }}>
          <Bidi>{person.label}</Bidi>
        </Link>
      ))}
    </span>
  );
}
