// What speaks for and what against, and how common the name is.
import type { CompareView, ReasonView } from "../../api/views.ts";
import type { ReactNode } from "react";
import { number, t } from "../../messages/index.ts";
import { strengthOf } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import { reasonText } from "./sentences.ts";

function Side({
  title,
  sign,
  none,
  reasons,
}: {
  readonly title: string;
  readonly sign: string;
  readonly none: string;
  readonly reasons: readonly ReasonView[];
}): ReactNode {
  return (
    <div className="why__side">
      <h3>{title}</h3>
      {reasons.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="why__list">
        {reasons.map((reason) => (
          <li key={reason.rule}>
            <span className="why__sign" aria-hidden="true">
              {sign}
            </span>
            <span>
              {reasonText(reason)}{" "}
              <small className="quiet">{t(`same.strength.${strengthOf(reason.bits)}`)}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Reasons({
  evidence,
  bearers,
}: {
  readonly evidence: Evidence;
  /** How many others bear the name; undefined until it is counted. */
  readonly bearers: CompareView["bearers"] | undefined;
}): ReactNode {
  return (
    <div className="why sheet">
      <Side title={t("same.for")} sign="+" none={t("same.noneFor")} reasons={evidence.speaksFor} />
      <Side
        title={t("same.against")}
        sign="−"
        none={t("same.noneAgainst")}
        reasons={evidence.against}
      />
      <div className="why__side">
        <h3>{t("same.common")}</h3>
        <p>
          {bearers === undefined ? null : bearersText(bearers, evidence)}{" "}
          {evidence.common === undefined ? null : reasonText(evidence.common)}
          {bearers === undefined && evidence.common === undefined ? t("same.ordinary") : null}
        </p>
      </div>
    </div>
  );
}

function bearersText({ people, orMore }: CompareView["bearers"], { common }: Evidence): string {
  if (people === 0) return t("same.bearers.none");
  const count = orMore ? t("same.bearers.orMore", { count: people }) : number(people);
  const others = t("same.bearers", { count: people, people: count });
  return common?.rule === "name.common" ? t("same.bearers.common", { others }) : others;
}
