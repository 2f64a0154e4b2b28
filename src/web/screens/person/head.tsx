// Who this is: the name in every script, one sentence on what is known, and how much stands behind it.
import type { ReactNode } from "react";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { languageName, schemaLabel, scriptName, termText } from "../../messages/names.ts";
import { Bidi, originsText, StateTag } from "../../parts/index.ts";

function nameNote(name: RecordFile["names"][number]): string {
  const parts = [
    languageName(name.lang) ?? scriptName(name.script),
    name.role === undefined ? undefined : termText("name-role", name.role),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

export function Names({ file }: { readonly file: RecordFile }): ReactNode {
  const others = file.names.filter((name) => name.text !== file.label);
  const first = file.names.find((name) => name.text === file.label);
  const { claims, sources, contradictions } = file.counts;
  return (
    <div className="file__names">
      {others.length === 0 ? null : (
        <ul aria-label={t("person.names")}>
          {others.map((name) => (
            <li key={`${name.text}${name.lang ?? ""}`}>
              <Bidi lang={name.lang} script={name.script} className="file__name">
                {name.text}
              </Bidi>
              <small>{nameNote(name)}</small>
            </li>
          ))}
        </ul>
      )}
      {file.formerly.length === 0 ? null : <Formerly numbers={file.formerly} />}
      <p className="file__facts">
        <span>{schemaLabel(file.schema)}</span>
        <span>{file.number}</span>
        {first === undefined || nameNote(first) === "" ? null : <span>{nameNote(first)}</span>}
        <span>{t("person.countClaims", { count: claims })}</span>
        <span>
          {t("origins.inSources", {
            origins: t("parts.origins", { count: file.counts.origins }),
            sources: t("person.countSources", { count: sources }),
          })}
        </span>
        {contradictions === 0 ? null : (
          <span className="file__contra">
            ↔ {t("person.contradictions", { count: contradictions })}
          </span>
        )}
      </p>
    </div>
  );
}

const mostNumbers = 4;

/** The numbers under which others may still look for this file. */
function Formerly({ numbers }: { readonly numbers: readonly string[] }): ReactNode {
  const more = numbers.length - mostNumbers;
  return (
    <p className="quiet small">
      {t("person.formerly", { numbers: numbers.slice(0, mostNumbers).join(", ") })}
      {more > 0 ? ` ${t("person.formerlyMore", { count: more })}` : ""}
    </p>
  );
}

export function Status({
  status,
}: {
  readonly status: NonNullable<RecordFile["status"]>;
}): ReactNode {
  return (
    <div className={`file__status file__status--${status.state} sheet`}>
      <StateTag state={status.state} />
      <p>
        <Bidi>{status.text}</Bidi>{" "}
        {status.origins === 0 ? null : (
          <small className="quiet">
            <Bidi>{originsText({ ...status, retellings: 0 })}</Bidi>
          </small>
        )}
      </p>
      {status.noNewsDays === null ? null : (
        <strong className="file__since">{t("person.noNews", { count: status.noNewsDays })}</strong>
      )}
    </div>
  );
}
