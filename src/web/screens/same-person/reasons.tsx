// What speaks for and what against, and how common the name is.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { strengthOf } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReasonView } from "./views.ts";

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
              {reason.text}{" "}
              <small className="quiet">{t(`same.strength.${strengthOf(reason.bits)}`)}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Reasons({ evidence }: { readonly evidence: Evidence }): ReactNode {
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
        <p>{evidence.common?.text ?? t("same.ordinary")}</p>
      </div>
    </div>
  );
}
