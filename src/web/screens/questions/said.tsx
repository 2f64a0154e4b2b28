// One statement under a question: who, when, in which words, whom it names, where it stands.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { QuestionStatement } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { atOf, Bidi, Button, edtfText, StanceTag, Tag } from "../../parts/index.ts";

interface SaidProps {
  readonly one: QuestionStatement;
  /** Left out where the statement was recorded with the question, or the reader may not take it off. */
  readonly onTakeOff: (() => void) | undefined;
}

const against = new Set(["denies", "reframes", "declines"]);
/** A denial that names somebody weighs on that very file. */
const denial = { tone: "warn", sign: "◉" } as const;

const isShown = ({ label }: { readonly label: string }): boolean => label !== "";

export function Said({ one, onTakeOff }: SaidProps): ReactNode {
  const { statement, names, general } = one;
  return (
    <li className="questions-said sheet">
      <Words statement={statement} />
      <p className="questions-said__tags">
        {general ? <Tag>{t("said.general")}</Tag> : null}
        {names.filter(isShown).map((person) => (
          <Link
            key={person.record}
            to="/people/$id"
            params={{ id: person.record }}
            className="questions-said__named"
          >
            <Tag {...(against.has(statement.stance) ? denial : {})}>
              {t("said.names", { person: person.label })}
            </Tag>
          </Link>
        ))}
        {one.attachment.kind === "claim" ? <Tag>{t("said.putHere")}</Tag> : null}
        {statement.answeredBy.length === 0 ? null : (
          <Link
            className="small"
            to="/records/$id"
            params={{ id: statement.id }}
            search={{ tab: "statements" }}
          >
            {t("said.replies", { count: statement.answeredBy.length })}
          </Link>
        )}
        {onTakeOff === undefined ? null : (
          <Button small variant="quiet" onPress={onTakeOff}>
            {t("said.takeOff")}
          </Button>
        )}
      </p>
    </li>
  );
}

/** Speaker, stance, the words as they stand, and the way to them. */
export function Words({
  statement,
}: {
  readonly statement: QuestionStatement["statement"];
}): ReactNode {
  const at = atOf(statement.passage);
  return (
    <>
      <header className="questions-said__head">
        {statement.speaker === "" ? (
          <span className="quiet">{t("said.noSpeaker")}</span>
        ) : (
          <Bidi className="questions-said__speaker">{statement.speaker}</Bidi>
        )}
        <StanceTag stance={statement.stance} />
        <time className="quiet small">{whenText(statement)}</time>
      </header>
      {statement.mode === "paraphrase" ? (
        <p className="questions-said__words" dir="auto">
          {statement.content}
        </p>
      ) : (
        <blockquote className="questions-said__words" dir="auto">
          <q>{statement.content}</q>
        </blockquote>
      )}
      <p className="small quiet">
        <Bidi>{statement.sourceTitle}</Bidi>
        {" · "}
        <Link
          to="/sources/$id"
          params={{ id: statement.source }}
          search={at === undefined ? {} : { at }}
        >
          {t("said.open")}
        </Link>
      </p>
    </>
  );
}

function whenText({ said, published }: QuestionStatement["statement"]): string {
  if (said !== undefined) return edtfText(said);
  return published === undefined ? "" : t("said.published", { date: edtfText(published) });
}
