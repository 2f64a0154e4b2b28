// A property opened in place: every claim behind it, what stands against it, and where it all goes back to.
import type { ReactNode } from "react";
import type { PropertyView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, StanceTag } from "../../parts/index.ts";
import { ClaimRow } from "./claim-row.tsx";
import { hasWay } from "./evidence-branches.ts";
import { EvidenceTree } from "./evidence-tree.tsx";
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
      {hasWay(origins) ? <EvidenceTree origins={origins} claims={property.claims} /> : null}
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
