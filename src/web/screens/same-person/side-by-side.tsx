// What helps to tell the two apart, row by row. The reasons themselves stand among the reasons; a row only says which way it speaks.
import type { ReactNode } from "react";
import type { PersonItem, ReasonView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Tag } from "../../parts/index.ts";
import { reasonsAbout } from "./evidence.ts";
import { factRows, factsOf, topicsOf } from "./facts.ts";
import type { FactRow } from "./facts.ts";

/** More than this is counted: a file with sixty sources is read in the file. */
const mostValues = 5;

interface PairSide {
  readonly person: PersonItem;
  readonly file: RecordFile | undefined;
}

export function SideBySide({
  left,
  right,
  reasons,
}: {
  readonly left: PairSide;
  readonly right: PairSide;
  readonly reasons: readonly ReasonView[];
}): ReactNode {
  const sides = [left, right].map((side) => ({
    ...side,
    facts: side.file === undefined ? undefined : factsOf(side.file),
  }));
  const rows = factRows.filter(
    (row) =>
      row === "born" ||
      row === "from" ||
      sides.some(({ facts }) => facts !== undefined && facts[row].length > 0),
  );
  return (
    <table className="same same--pair sheet">
      <thead>
        <tr>
          <th scope="col" className="same__what">
            {t("same.field")}
          </th>
          {sides.map(({ person }) => (
            <th key={person.id} scope="col" className="quiet">
              <Bidi>{person.label}</Bidi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <RowHead label={t(`same.row.${row}`)} reasons={reasonsAbout(topicsOf[row], reasons)} />
            {sides.map(({ person, facts }) => (
              <Values key={person.id} of={facts?.[row] ?? known(person, row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the queue itself already says, until the file is there. */
function known(person: PersonItem, row: FactRow): readonly string[] {
  const value = row === "born" ? person.born : row === "from" ? person.from : undefined;
  return value === undefined ? [] : [value];
}

function RowHead({
  label,
  reasons,
}: {
  readonly label: string;
  readonly reasons: readonly ReasonView[];
}): ReactNode {
  const against = reasons.some(({ bits }) => bits < 0);
  return (
    <th scope="row" className="same__what">
      {label}{" "}
      {reasons.length === 0 ? null : (
        <Tag tone={against ? "warn" : "good"} sign={against ? "−" : "+"}>
          {t(against ? "same.speaksAgainst" : "same.speaksFor")}
        </Tag>
      )}
    </th>
  );
}

function Values({ of }: { readonly of: readonly string[] }): ReactNode {
  if (of.length === 0) return <td className="quiet">{t("same.nothing")}</td>;
  const more = of.length - mostValues;
  return (
    <td>
      {of.slice(0, mostValues).map((text) => (
        <p key={text}>
          <Bidi>{text}</Bidi>
        </p>
      ))}
      {more > 0 ? <p className="quiet">{t("same.more", { count: more })}</p> : null}
    </td>
  );
}
