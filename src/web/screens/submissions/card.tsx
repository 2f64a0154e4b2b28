// One route as a card: open or not and why, the clock, what is missing, what is in the way, and the door to the document.
import { useState } from "react";
import type { ReactNode } from "react";
import type { RouteCard } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, edtfText, LinkButton, Note, Tag } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Blocks } from "./blocks.tsx";
import { Make } from "./make.tsx";
import { stateName } from "./state-name.ts";
import { Words } from "./words.tsx";

const verdict = { true: "yes", false: "no", null: "check" } as const;
const tones = { yes: "good", no: "bad", check: "warn" } as const;

export function RouteCardView({
  person,
  address,
  card,
}: {
  readonly person: string;
  /** The id in the page's address. */
  readonly address: string;
  readonly card: RouteCard;
}): ReactNode {
  const [making, setMaking] = useState(false);
  const may = useMay();
  const says = verdict[`${card.eligible}`];
  const ready = says !== "no" && card.missing.length === 0 && card.blocked.length === 0;
  return (
    <section className="submission sheet stack" aria-labelledby={`route-${card.route}`}>
      <header className="submission__head">
        <h2 id={`route-${card.route}`}>{card.title}</h2>
        <Tag tone={tones[says]}>{t(`submissions.eligible.${says}`)}</Tag>
      </header>
      <Clock urgency={card.urgency} />
      <ul className="submission__reasons">
        {card.reasons.map((reason) => (
          <li key={`${reason.code} ${reason.state ?? ""}`}>
            {t(`submissions.why.${reason.code}`, { state: stateName(reason.state) })}
            {reason.asOf === undefined || reason.asOf === "" ? null : (
              <span className="quiet">
                {" "}
                {t("submissions.asOf", { day: edtfText(reason.asOf) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <MissingList person={person} address={address} card={card} />
      <Blocks person={person} card={card} />
      {ready ? <Note tone="good">{t("submissions.ready")}</Note> : null}
      <div className="actions">
        {may("publish") ? (
          <Button variant={ready ? "primary" : "plain"} onPress={() => setMaking(true)}>
            {t("submissions.look")}
          </Button>
        ) : null}
        {may("add") ? <Words person={person} address={address} card={card} /> : null}
      </div>
      {making ? (
        <Make person={person} address={address} card={card} onClose={() => setMaking(false)} />
      ) : null}
    </section>
  );
}

function Clock({ urgency }: Pick<RouteCard, "urgency">): ReactNode {
  if (urgency === null || urgency.until === null) return null;
  if (urgency.state === "urgent")
    return (
      <p>
        <Tag tone="warn">{t("submissions.urgentUntil", { day: edtfText(urgency.until) })}</Tag>
      </p>
    );
  return urgency.state === "perhaps" ? <p>{t("submissions.urgentPerhaps")}</p> : null;
}

function MissingList({
  person,
  address,
  card,
}: {
  readonly person: string;
  readonly address: string;
  readonly card: RouteCard;
}): ReactNode {
  const may = useMay();
  if (card.missing.length === 0) return null;
  return (
    <div>
      <h3>{t("submissions.missing")}</h3>
      <ul className="submission__list">
        {card.missing.map(({ field, why, writable }) => (
          <li key={field}>
            <span>
              {why === "one-of-these"
                ? t("submissions.missingCategory")
                : (card.labels[field] ?? field)}
              {why === "empty" ? null : (
                <span className="quiet"> ({t(`submissions.missing.${why}`)})</span>
              )}
            </span>
            {writable && may("add") ? (
              <Words person={person} address={address} card={card} first={field} />
            ) : field.startsWith("submitter-") ? null : (
              <LinkButton small to="/people/$id" params={{ id: person }}>
                {t("submissions.add")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
