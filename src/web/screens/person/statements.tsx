// What people said about this person, and what this person said: each with its answer and the way to its words.
import { useState } from "react";
import type { ReactNode } from "react";
import type { RecordFile, StatementView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  atOf,
  Bidi,
  Button,
  edtfText,
  EmptyState,
  LinkButton,
  StanceTag,
  Tag,
} from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { useDecide } from "./decisions.ts";

export function Statements({ file }: { readonly file: RecordFile }): ReactNode {
  const [asked, setAsked] = useState<string | null>(null);
  const decide = useDecide(() => setAsked(null));
  if (file.statements.length + file.spoke.length === 0) {
    return (
      <EmptyState
        title={t("statements.none")}
        text={t("statements.noneText")}
        action={<LinkButton to="/sources">{t("nav.sources")}</LinkButton>}
      />
    );
  }
  return (
    <div className="stack">
      {asked === null ? null : (
        <ReasonDialog
          title={t("statements.withdrawTitle")}
          text={t("statements.withdrawText")}
          submit={t("statements.withdraw")}
          danger
          isPending={decide.isPending}
          error={decide.error}
          onSubmit={(reason) =>
            decide.mutate({ kind: "withdraw", target: asked, subject: asked, reason })
          }
          onClose={() => setAsked(null)}
        />
      )}
      <List
        title={file.schema === "Person" ? t("statements.about") : t("statements.aboutRecord")}
        items={file.statements}
        onWithdraw={setAsked}
      />
      <List title={t("statements.by")} items={file.spoke} onWithdraw={setAsked} />
    </div>
  );
}

function List({
  title,
  items,
  onWithdraw,
}: {
  readonly title: string;
  readonly items: readonly StatementView[];
  readonly onWithdraw: (statement: string) => void;
}): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="statements">
        {items.map((item) => (
          <Statement key={item.id} item={item} onWithdraw={() => onWithdraw(item.id)} />
        ))}
      </ul>
    </section>
  );
}

function Statement({
  item,
  onWithdraw,
}: {
  readonly item: StatementView;
  readonly onWithdraw: () => void;
}): ReactNode {
  const may = useMay();
  const at = atOf(item.passage);
  const when = item.said ?? item.published;
  return (
    <li className={item.withdrawn ? "statement statement--withdrawn sheet" : "statement sheet"}>
      <header className="statement__head">
        <Bidi className="statement__speaker">{item.speaker}</Bidi>
        <StanceTag stance={item.stance} />
        {item.withdrawn ? <Tag tone="bad">{t("statements.withdrawn")}</Tag> : null}
      </header>
      {item.mode === "paraphrase" ? (
        <p dir="auto">{item.content}</p>
      ) : (
        <blockquote className="statement__words" dir="auto">
          <q>{item.content}</q>
        </blockquote>
      )}
      <p className="claim__from">
        <Bidi>{item.sourceTitle}</Bidi>
        {when === undefined ? null : ` · ${edtfText(when)}`}
      </p>
      {item.answers.length === 0 ? null : (
        <div className="statement__sub">
          <small className="quiet">{t("statements.answers")}</small>
          {item.answers.map((answer) => (
            <p key={answer.id}>
              <Bidi>{answer.label}</Bidi>
            </p>
          ))}
        </div>
      )}
      {item.answeredBy.length === 0 ? null : (
        <div className="statement__sub">
          <small className="quiet">{t("statements.answeredBy")}</small>
          {item.answeredBy.map((answer) => (
            <p key={answer.id}>
              <Bidi className="claim__speaker">{answer.speaker}</Bidi>{" "}
              <StanceTag stance={answer.stance} /> <q dir="auto">{answer.content}</q>
            </p>
          ))}
        </div>
      )}
      <div className="row">
        <LinkButton
          small
          variant="quiet"
          to="/sources/$id"
          params={{ id: item.source }}
          search={at === undefined ? {} : { at }}
        >
          {t("statements.open")}
        </LinkButton>
        {may("add") && !item.withdrawn ? (
          <Button small variant="quiet" onPress={onWithdraw}>
            {t("statements.withdraw")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
