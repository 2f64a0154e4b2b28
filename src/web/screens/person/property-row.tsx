// One property: its headline value, why it is the headline, its origins; opening in place to every claim behind and against it.
import { useId } from "react";
import type { ReactNode } from "react";
import type { ClaimView, OriginView, PropertyView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel } from "../../messages/names.ts";
import {
  Bidi,
  ClaimPassage,
  cx,
  Icon,
  Origins,
  StanceTag,
  StateTag,
  Tag,
} from "../../parts/index.ts";
import { ClaimRow } from "./claim-row.tsx";
import type { ClaimRowProps } from "./claim-row.tsx";

export interface PropertyRowProps {
  readonly schema: string;
  readonly record: string;
  readonly property: PropertyView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly shownClaim: string | undefined;
  readonly onShowPassage: (claim: string) => void;
  /** On a narrow screen the passage opens under its row instead of beside the list. */
  readonly passageInPlace: boolean;
  readonly onDecide: ClaimRowProps["onDecide"];
  readonly onAsk: ClaimRowProps["onAsk"];
}

type Headline = PropertyView["headlines"][number];

const sum = (origins: readonly OriginView[]) => ({
  origins: origins.length,
  retellings: origins.reduce((all, origin) => all + origin.retellings, 0),
});

/** The claim whose passage speaks for a value: the first that has words to show. */
function bestClaim(ids: readonly string[], claims: readonly ClaimView[]): string | undefined {
  const own = claims.filter((claim) => ids.includes(claim.id));
  return (own.find((claim) => claim.passage !== undefined) ?? own[0])?.id;
}

export function PropertyRow(props: PropertyRowProps): ReactNode {
  const { schema, record, property, isOpen, onToggle, shownClaim, passageInPlace } = props;
  const body = useId();
  const label = propertyLabel(schema, property.name);
  const proposed = property.claims.filter((claim) => claim.review === "proposed").length;
  const shownHere = property.claims.some((claim) => claim.id === shownClaim);
  return (
    <div
      className={cx("prop", isOpen && "prop--open", shownHere && "prop--shown")}
      id={`prop-${record}-${property.name}`}
      data-row
      role="group"
      aria-labelledby={`${body}-label`}
    >
      <span className="prop__label" id={`${body}-label`}>
        {label}
      </span>
      <div className="prop__main">
        {property.headlines.map((headline) => (
          <HeadlineLine key={headline.claims[0] ?? headline.text} headline={headline} {...props} />
        ))}
        {property.others.length === 0 ? null : (
          <p className="prop__also">
            <span aria-hidden="true">↔ </span>
            {t("claims.also")}{" "}
            {property.others.map((other, index) => (
              <span key={other.text}>
                {index === 0 ? "" : " · "}
                <ValueButton
                  text={other.text}
                  claim={bestClaim(other.claims, property.claims)}
                  {...props}
                />{" "}
                <Origins {...sum(other.origins)} />
              </span>
            ))}
          </p>
        )}
        {property.denials.some((denial) => denial.namesThePerson) && !isOpen ? (
          <p className="prop__also">× {t("claims.denials")}</p>
        ) : null}
      </div>
      <div className="prop__more">
        {proposed > 0 && !isOpen ? (
          <Tag tone="warn" sign="?">
            {t("claims.proposed", { count: proposed })}
          </Tag>
        ) : null}
        <button
          type="button"
          className="prop__toggle"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={onToggle}
        >
          {t("claims.all", { count: property.claims.length })}
          <span className="sr-only">{t("claims.about", { property: label })}</span>
          <Icon name="down" />
        </button>
      </div>
      <div id={body} className="prop__body" hidden={!isOpen && !(passageInPlace && shownHere)}>
        {passageInPlace && shownHere && shownClaim !== undefined ? (
          <ClaimPassage claim={shownClaim} />
        ) : null}
        {isOpen ? <Opened {...props} /> : null}
      </div>
    </div>
  );
}

function ValueButton({
  text,
  claim,
  shownClaim,
  onShowPassage,
}: PropertyRowProps & { readonly text: string; readonly claim: string | undefined }): ReactNode {
  if (claim === undefined) return <Bidi>{text}</Bidi>;
  return (
    <button
      type="button"
      className={cx("prop__value", claim === shownClaim && "prop__value--on")}
      title={t("claims.showPassage")}
      aria-pressed={claim === shownClaim}
      onClick={() => onShowPassage(claim)}
    >
      <Bidi>{text}</Bidi>
    </button>
  );
}

function HeadlineLine({
  headline,
  ...props
}: PropertyRowProps & { readonly headline: Headline }): ReactNode {
  const { property } = props;
  const value = headline.value;
  return (
    <div className="prop__headline">
      {property.sealed ? (
        <span className="quiet">▪ {t("claims.sealed")}</span>
      ) : (
        <span lang={value.kind === "name" ? value.lang : undefined}>
          <ValueButton
            {...props}
            text={headline.text}
            claim={bestClaim(headline.claims, property.claims)}
          />
        </span>
      )}
      {headline.state === "single" ? null : <StateTag state={headline.state} />}
      {headline.pinned ? <Tag sign="⚑">{t("claims.pinned")}</Tag> : null}
      <span className="prop__why">
        <Origins {...sum(headline.origins)} /> {headline.why}
      </span>
    </div>
  );
}

function Opened(props: PropertyRowProps): ReactNode {
  const { property, shownClaim, onShowPassage, onDecide, onAsk } = props;
  const pinned = property.headlines.find((headline) => headline.pinned);
  const origins = property.headlines.flatMap((headline) => headline.origins);
  const headline = property.headlines.length === 1 ? property.headlines[0]?.text : undefined;
  return (
    <>
      <ul className="claims">
        {property.claims.map((claim) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            headline={headline}
            isPinned={pinned?.claims[0] === claim.id}
            isShown={claim.id === shownClaim}
            onShowPassage={() => onShowPassage(claim.id)}
            onDecide={onDecide}
            onAsk={onAsk}
          />
        ))}
      </ul>
      {property.denials.length === 0 ? null : (
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
      )}
      {origins.some((origin) => origin.retellings > 0 || origin.chain.length > 1) ? (
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
      ) : null}
    </>
  );
}
