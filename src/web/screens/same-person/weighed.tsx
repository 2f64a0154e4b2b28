// Two files weighed as the queue weighs them: the reasons, how the names answer each other, and all that is said side by side.
import type { ReactNode } from "react";
import type { RecordFile, RelatedView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel } from "../../messages/names.ts";
import { Bidi, ErrorNote, LinkButton, Tag } from "../../parts/index.ts";
import { compareFiles } from "./compare.ts";
import type { ComparedRow } from "./compare.ts";
import { evidenceOf } from "./evidence.ts";
import { KinNote } from "./kin-note.tsx";
import { NameAlignment } from "./name-alignment.tsx";
import { Reasons } from "./reasons.tsx";
import { useComparedPeople } from "./use-pair.ts";
import "./queue.css";

interface Sides {
  readonly left: RecordFile;
  readonly right: RecordFile;
}

export function Weighed({ left, right }: Sides): ReactNode {
  const compared = useComparedPeople(left.id, right.id);
  const { data } = compared;
  const evidence = evidenceOf(data?.reasons ?? []);
  return (
    <>
      <ErrorNote error={compared.error} />
      {data === undefined ? null : (
        <>
          <h2 className="sr-only">{t("same.weighed")}</h2>
          <KinNote band={data.band} evidence={evidence} />
          <div className="queue__why">
            <Reasons evidence={evidence} bearers={data.bearers} />
            {data.names === null ? null : (
              <NameAlignment names={data.names} left={left.names} right={right.names} />
            )}
          </div>
        </>
      )}
      <Comparison left={left} right={right} rows={compareFiles(left, right, data?.reasons)} />
    </>
  );
}

const tags = {
  agree: { tone: "good", sign: "", text: "same.agree" },
  differ: { tone: "warn", sign: "", text: "same.differ" },
  speaksFor: { tone: "good", sign: "+", text: "same.speaksFor" },
  speaksAgainst: { tone: "warn", sign: "−", text: "same.speaksAgainst" },
} as const;

function RowTag({ verdict }: Pick<ComparedRow, "verdict">): ReactNode {
  if (verdict === "one-sided" || verdict === "open") return null;
  const { tone, sign, text } = tags[verdict];
  return (
    <Tag tone={tone} {...(sign === "" ? {} : { sign })}>
      {t(text)}
    </Tag>
  );
}

function Comparison({
  left,
  right,
  rows,
}: Sides & { readonly rows: readonly ComparedRow[] }): ReactNode {
  return (
    <table className="same sheet">
      <thead>
        <tr>
          <th scope="col" className="same__what">
            {t("same.field")}
          </th>
          {[left, right].map((file) => (
            <Head key={file.id} file={file} />
          ))}
        </tr>
      </thead>
      <tbody>
        {story(left).length + story(right).length === 0 ? null : (
          <tr className="same__row">
            <th scope="row" className="same__what">
              {t("person.story")}
            </th>
            <Values of={story(left)} />
            <Values of={story(right)} />
          </tr>
        )}
        {rows.map((row) => (
          <tr
            key={row.property}
            className={`same__row ${row.verdict === "differ" || row.verdict === "speaksAgainst" ? "same__row--differ" : ""}`}
          >
            <th scope="row" className="same__what">
              {propertyLabel(left.schema, row.property)}
              <RowTag verdict={row.verdict} />
            </th>
            <Values of={row.left} />
            <Values of={row.right} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ file }: { readonly file: RecordFile }): ReactNode {
  const sources = file.records.map((record) => record.sourceTitle).slice(0, 2);
  return (
    <th scope="col" className="same__head">
      <Bidi lang={file.names[0]?.lang} className="same__name">
        {file.label}
      </Bidi>
      <small className="quiet">
        {file.number} · {t("person.countClaims", { count: file.counts.claims })} ·{" "}
        <Bidi>{sources.join(", ")}</Bidi>
      </small>
      <LinkButton small variant="quiet" to="/people/$id" params={{ id: file.id }}>
        {t("same.openFile")}
      </LinkButton>
    </th>
  );
}

/** What happened to the person, in the order of the file; relatives and appeals are not compared. */
function story(file: RecordFile): readonly string[] {
  return file.related
    .filter(({ schema }) => schema === "Episode" || schema === "Act")
    .map(eventText);
}

function eventText(event: RelatedView): string {
  const when = [event.from?.text, event.to?.text].filter((part) => part !== undefined).join(" – ");
  return when === "" ? event.label : `${event.label}, ${when}`;
}

function Values({ of }: { readonly of: readonly string[] }): ReactNode {
  if (of.length === 0) return <td className="quiet">{t("same.nothing")}</td>;
  return (
    <td>
      {of.map((text) => (
        <p key={text}>
          <Bidi>{text}</Bidi>
        </p>
      ))}
    </td>
  );
}
