// The judgements about a file: the chain that holds it together, what each link holds, and what else was decided.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { ClusterView, JudgementView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, DateText, Tag } from "../../parts/index.ts";
import { apart, groupText } from "./groups.ts";

interface FileAndCluster {
  readonly file: RecordFile;
  /** Undefined until the server said what holds the file. */
  readonly cluster: ClusterView | undefined;
}

export function Ties({ file, cluster }: FileAndCluster): ReactNode {
  const own = new Set(file.records.map(({ id }) => id));
  const standing = file.judgements
    .filter(({ undone }) => !undone)
    .toSorted((a, b) => a.seq - b.seq);
  const isTie = ({ verdict, left, right }: JudgementView): boolean =>
    verdict === "same" && own.has(left) && own.has(right);
  const ties = standing.filter(isTie);
  const others = standing.filter((judgement) => !isTie(judgement));
  return (
    <>
      <section className="stack">
        <h2>{t("records.judgements")}</h2>
        {ties.length === 0 ? (
          <p className="quiet">{t("records.noJudgements")}</p>
        ) : (
          <ol className="recs">
            {ties.map((tie) => (
              <Judgement key={tie.seq} of={tie} file={file}>
                <Holds seq={tie.seq} file={file} cluster={cluster} />
              </Judgement>
            ))}
          </ol>
        )}
      </section>
      {others.length === 0 ? null : (
        <section className="stack">
          <h2>{t("records.otherJudgements")}</h2>
          <ul className="recs">
            {others.map((judgement) => (
              <Judgement key={judgement.seq} of={judgement} file={file} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Judgement({
  of,
  file,
  children,
}: {
  readonly of: JudgementView;
  readonly file: RecordFile;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <li className="sheet recs__item">
      <div className="recs__tie">
        <p>
          <Side id={of.left} label={of.leftLabel} file={file} />{" "}
          <Tag>{t(`verdict.${of.verdict}`)}</Tag>{" "}
          <Side id={of.right} label={of.rightLabel} file={file} />
        </p>
        <p dir="auto">{of.reason}</p>
        {children}
        <p className="quiet small">
          <Bidi>{of.by}</Bidi> · <DateText at={of.at} />
        </p>
      </div>
    </li>
  );
}

/** A record of this file by its source; one of another file leads there. */
function Side({
  id,
  label,
  file,
}: {
  readonly id: string;
  readonly label: string;
  readonly file: RecordFile;
}): ReactNode {
  const record = file.records.find((one) => one.id === id);
  if (record !== undefined)
    return (
      <>
        <Bidi>{label}</Bidi>{" "}
        <small className="quiet">
          <Bidi>{record.sourceTitle}</Bidi>
        </small>
      </>
    );
  return (
    <Link to={file.schema === "Person" ? "/people/$id" : "/records/$id"} params={{ id }}>
      <Bidi>{label}</Bidi>
    </Link>
  );
}

function Holds({ seq, file, cluster }: FileAndCluster & { readonly seq: number }): ReactNode {
  const tie = cluster?.ties.find((one) => one.seq === seq);
  if (tie === undefined) return null;
  const groups = apart(tie.without);
  if (groups.length === 0) return <p className="quiet small">{t("records.heldOtherwise")}</p>;
  return (
    <p className="small">
      {t("records.without")}{" "}
      <Bidi>{groups.map((group) => groupText(group, file.records)).join("; ")}</Bidi>
    </p>
  );
}
