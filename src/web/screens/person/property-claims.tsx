// A property opened in place: every claim behind it, what stands against it, and where it all goes back to.
import type { ReactNode } from "react";
import type { OriginView, PropertyView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Origins, StanceTag } from "../../parts/index.ts";
import { ClaimRow } from "./claim-row.tsx";
import { useSaid } from "./said-context.ts";

export function PropertyClaims({ property }: { readonly property: PropertyView }): ReactNode {
  const said = useSaid();
  const pinned = property.headlines.find((headline) => headline.pinned)?.claims[0];
  const headline = property.headlines.length === 1 ? property.headlines[0]?.text : undefined;
  const origins = property.headlines.flatMap((one) => one.origins);
  return (
    <>
      <ul className="claims">
        {property.claims.map((claim) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            headline={headline}
            isPinned={pinned === claim.id}
            isShown={claim.id === said.shownClaim}
            onShowPassage={() => said.showPassage(claim.id)}
            onDecide={said.decide}
            onAsk={said.ask}
          />
        ))}
      </ul>
      <Denials property={property} />
      {origins.some((origin) => origin.retellings > 0 || origin.chain.length > 1) ? (
        <WhereFrom origins={origins} />
      ) : null}
    </>
  );
}

function Denials({ property }: { readonly property: PropertyView }): ReactNode {
  if (property.denials.length === 0) return null;
  return (
    <section className="prop__against">
      <h4>{t("claims.denials")}</h4>
      <ul className="claims">
        {property.denials.map((denial) => (
          <li key={denial.statement} className="claim">
            <div className="claim__tags">
              <StanceTag stance={denial.stance} />
            </div>
            <div className="claim__body">
              <q className="claim__quote" dir="auto">
                {denial.content}
              </q>
              <p className="claim__from">
                <Bidi className="claim__speaker">{denial.speaker}</Bidi> ·{" "}
                {denial.namesThePerson ? t("claims.namesPerson") : t("claims.general")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhereFrom({ origins }: { readonly origins: readonly OriginView[] }): ReactNode {
  return (
    <section className="prop__origins">
      <h4>{t("claims.origins")}</h4>
      <ul>
        {origins.map((origin) => (
          <li key={origin.key}>
            <Origins origins={1} retellings={origin.retellings} />{" "}
            <Bidi className="claim__speaker">{origin.label}</Bidi>
            {origin.chain.length < 2 ? null : (
              <small className="quiet">
                {" "}
                <Bidi>
                  {t("claims.retells", {
                    chain: origin.chain.map((link) => link.title).join(" ← "),
                  })}
                </Bidi>
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
