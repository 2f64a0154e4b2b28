// One question: both sides in their own words.
import { useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { QuestionStatement, QuestionView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
} from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { AttachDialog, Proposals } from "./attach.tsx";
import { Sides } from "./sides.tsx";
import { useQuestion, useTakeOff } from "./use-questions.ts";
import "./questions.css";

const route = getRouteApi("/questions/$id");

export function QuestionScreen(): ReactNode {
  const { id } = route.useParams();
  const question = useQuestion(id);
  if (question.data !== undefined) return <Question question={question.data} />;
  if (question.error === null) {
    return (
      <Page title={t("questions.title")}>
        <Loading />
      </Page>
    );
  }
  const gone = asApiError(question.error).status === 404;
  return (
    <Page title={gone ? t("question.gone") : t("questions.title")}>
      {gone ? (
        <EmptyState
          title={t("question.goneText")}
          action={<LinkButton to="/questions">{t("question.all")}</LinkButton>}
        />
      ) : (
        <ErrorNote error={question.error} onRetry={() => void question.refetch()} />
      )}
    </Page>
  );
}

function Question({ question }: { readonly question: QuestionView }): ReactNode {
  const [attaching, setAttaching] = useState(false);
  const [off, setOff] = useState<QuestionStatement | null>(null);
  const takingOff = useTakeOff(question.id, () => setOff(null));
  const may = useMay();
  const wording = question.wording ?? t("questions.wordless");
  const spoken = question.sides.some((side) => side.statements.length > 0);
  const add = may("add") ? (
    <Button variant="primary" onPress={() => setAttaching(true)}>
      {t("attach.open")}
    </Button>
  ) : undefined;
  return (
    <Page
      title={wording}
      heading={<Bidi>{wording}</Bidi>}
      lead={<Lead question={question} />}
      actions={
        <>
          {spoken ? add : null}
          <LinkButton to="/questions">{t("question.all")}</LinkButton>
        </>
      }
      className="questions-page"
    >
      <Answers question={question} />
      {spoken ? (
        <>
          <Sides sides={question.sides} onTakeOff={may("add") ? setOff : undefined} />
          <p className="quiet small">{t("question.how")}</p>
        </>
      ) : (
        <EmptyState title={t("question.empty")} text={t("question.emptyText")} action={add} />
      )}
      {may("add") ? <Proposals question={question.id} proposals={question.proposals} /> : null}
      {attaching ? (
        <AttachDialog question={question.id} onClose={() => setAttaching(false)} />
      ) : null}
      {off === null ? null : (
        <ReasonDialog
          title={t("said.takeOff")}
          text={t("said.takeOffText")}
          submit={t("said.takeOff")}
          isPending={takingOff.isPending}
          error={takingOff.error}
          onSubmit={(reason) => takingOff.mutate({ one: off, reason })}
          onClose={() => setOff(null)}
        />
      )}
    </Page>
  );
}

function Lead({ question }: { readonly question: QuestionView }): ReactNode {
  const { topic, people, id } = question;
  return (
    <span className="questions-lead">
      {topic === null ? null : <span>{termText("question-topic", topic)}</span>}
      {people.map((person) => (
        <Link key={person.record} to="/people/$id" params={{ id: person.record }}>
          <Bidi>{person.label}</Bidi>
        </Link>
      ))}
      <Link to="/records/$id" params={{ id }}>
        {t("question.record")}
      </Link>
    </span>
  );
}

/** The answers that are given, as people noted them; what was said stands below in its own words. */
function Answers({ question: { answers, notes } }: { readonly question: QuestionView }): ReactNode {
  const lists = [
    { head: t("question.answers"), lines: answers },
    { head: t("question.notes"), lines: notes },
  ].filter((list) => list.lines.length > 0);
  if (lists.length === 0) return null;
  return (
    <div className="questions-answers">
      {lists.map(({ head, lines }) => (
        <section key={head} aria-label={head}>
          <h2>{head}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>
                <Bidi>{line}</Bidi>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
