// What was judged of a claim before: each judgement with its reason, who made it and when; never one number for all.
import type { ReactNode } from "react";
import type { Graded, GradesView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi } from "../../parts/index.ts";

export function GradesSoFar({ grades }: { readonly grades: GradesView | undefined }): ReactNode {
  if (grades === undefined) return null;
  const { content, origin, topics } = grades;
  if (content === null && origin === null && topics.length === 0)
    return <p className="quiet small">{t("grading.none")}</p>;
  return (
    <dl className="grades small" aria-label={t("grading.before")}>
      {content === null ? null : (
        <Line
          what={t("grading.of.content")}
          value={`${content.code} · ${termText("content-grade", content.code)}`}
          said={content}
        />
      )}
      {origin === null ? null : (
        <Line
          what={t("grading.of.origin")}
          value={termText("origin-kind", origin.code)}
          said={origin}
        />
      )}
      {topics.map((one) => (
        <Line
          key={one.topic}
          what={t("grading.sourceOn", { topic: termText("question-topic", one.topic) })}
          value={`${one.code} · ${termText("source-grade", one.code)}`}
          said={one}
        />
      ))}
    </dl>
  );
}

function Line({
  what,
  value,
  said,
}: {
  readonly what: string;
  readonly value: string;
  readonly said: Graded;
}): ReactNode {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {value} <span className="quiet">· {new Date(said.at).toISOString().slice(0, 10)} · </span>
        <Bidi className="quiet">{said.by}</Bidi>
        <span className="quiet">: </span>
        <Bidi>{said.reason}</Bidi>
      </dd>
    </div>
  );
}
