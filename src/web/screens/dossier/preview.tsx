// What would go and what stays. What stays is counted with its reason, as whoever gets the dossier will read it.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { DossierPreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Button } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { GiveConsent } from "../consents/give.tsx";
import type { Copies } from "./screen.tsx";
import { Sources } from "./sources.tsx";

export function Preview({
  plan,
  copies,
  onCopies,
}: {
  readonly plan: DossierPreview;
  readonly copies: Copies;
  readonly onCopies: (copies: Copies) => void;
}): ReactNode {
  const isOne = plan.people.length === 1 && plan.leftOut.length === 0;
  return (
    <>
      <section className="dossier__part">
        <h2>{t("dossier.goes")}</h2>
        {plan.claims + plan.statements === 0 ? (
          <p>{t("dossier.nothing")}</p>
        ) : (
          <>
            <p>
              {[
                t("dossier.claims", { count: plan.claims }),
                t("dossier.statements", { count: plan.statements }),
                t("dossier.sources", { count: plan.sources.length }),
              ].join(" · ")}
            </p>
            {plan.people.map((person) => (
              <Told key={person.number} person={person} isOne={isOne} />
            ))}
            <Sources plan={plan} copies={copies} onCopies={onCopies} />
          </>
        )}
      </section>
      <section className="dossier__part">
        <h2>{t("dossier.held")}</h2>
        {plan.people.map((person) => (
          <div key={person.number} className="stack">
            {isOne ? null : <PersonTitle person={person} />}
            <HeldList held={person.heldBack} />
          </div>
        ))}
        {plan.heldBack.length === 0 ? null : <HeldList held={plan.heldBack} />}
        <Unasked plan={plan} />
      </section>
    </>
  );
}

type Person = DossierPreview["people"][number];

function PersonTitle({ person: { file, number } }: { readonly person: Person }): ReactNode {
  return (
    <h3>
      <Bidi>{file.names.length > 0 ? file.label : number}</Bidi>{" "}
      <small className="quiet">{number}</small>
    </h3>
  );
}

function HeldList({ held }: { readonly held: Person["heldBack"] }): ReactNode {
  if (held.length === 0) return <p>{t("dossier.heldNothing")}</p>;
  return (
    <ul className="dossier__held">
      {held.map(({ what, reason, count }) => (
        <li key={`${what} ${reason}`}>
          <span>{t(`dossier.what.${what}`, { count })}</span>
          <span className="quiet">{t(`dossier.why.${reason}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Told({ person, isOne }: { readonly person: Person; readonly isOne: boolean }): ReactNode {
  const said = person.file.properties.flatMap((property) =>
    property.headlines.map((headline) => ({ label: property.label, text: headline.text })),
  );
  return (
    <>
      {isOne ? null : <PersonTitle person={person} />}
      <dl className="dossier__said">
        {said.map(({ label, text }) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd>
              <Bidi>{text}</Bidi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Those who gave a source can still be asked. */
function Unasked({ plan }: { readonly plan: DossierPreview }): ReactNode {
  const [asking, setAsking] = useState<{ readonly id: string; readonly title: string } | null>(
    null,
  );
  const may = useMay();
  if (plan.unasked.length === 0) return null;
  return (
    <>
      <h3>{t("dossier.unasked")}</h3>
      <ul className="consents">
        {plan.unasked.map((source) => (
          <li key={source.id} className="consents__one sheet">
            <div>
              <Link to="/sources/$id" params={{ id: source.id }}>
                <Bidi>{source.title}</Bidi>
              </Link>{" "}
              <small className="quiet">{termText("source-kind", source.kind)}</small>
            </div>
            {may("add") ? (
              <Button
                small
                label={t("consent.giveAbout", { title: source.title })}
                onPress={() => setAsking(source)}
              >
                {t("consent.give")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asking === null ? null : <GiveConsent about={asking.id} onClose={() => setAsking(null)} />}
    </>
  );
}
