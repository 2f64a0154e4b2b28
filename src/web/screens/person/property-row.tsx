// One property: its headline value, why it is the headline, its origins; opening in place to every claim behind and against it.
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { PropertyView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel } from "../../messages/names.ts";
import { Bidi, ClaimPassage, cx, Icon, Origins, StateTag, Tag } from "../../parts/index.ts";
import { bestClaim, isPlain, sumOrigins } from "./evidence.ts";
import { EvidenceDots } from "./evidence-dots.tsx";
import { EvidenceTree } from "./evidence-tree.tsx";
import { PropertyClaims } from "./property-claims.tsx";
import { useSaid } from "./said-context.ts";
import { ValueButton } from "./value-button.tsx";

export interface PropertyRowProps {
  readonly schema: string;
  readonly record: string;
  readonly property: PropertyView;
}

type Headline = PropertyView["headlines"][number];

export function PropertyRow({ schema, record, property }: PropertyRowProps): ReactNode {
  const said = useSaid();
  const body = useId();
  const key = `${record}-${property.name}`;
  const isOpen = said.open.has(key);
  const label = propertyLabel(schema, property.name);
  const proposed = property.claims.filter((claim) => claim.review === "proposed").length;
  const shownHere = property.claims.some((claim) => claim.id === said.shownClaim);
  const inPlace = said.passageInPlace && shownHere;
  const [drawnText, setDrawnText] = useState<string | null>(null);
  const drawn = isOpen
    ? undefined
    : [...property.headlines, ...property.others].find((one) => one.text === drawnText);
  const draw = (value: { readonly text: string }): void =>
    setDrawnText(drawn === value ? null : value.text);
  return (
    <div
      className={cx("prop", isOpen && "prop--open", shownHere && "prop--shown")}
      data-row
      role="group"
      aria-labelledby={`${body}-label`}
    >
      <span className="prop__label" id={`${body}-label`}>
        {label}
      </span>
      <div className="prop__main">
        {property.headlines.map((headline) => (
          <HeadlineLine
            key={headline.claims[0] ?? headline.text}
            headline={headline}
            property={property}
            isOpen={isOpen}
            drawing={`${body}-drawing`}
            isDrawn={drawn === headline}
            onDraw={() => draw(headline)}
          />
        ))}
        <Others
          property={property}
          isOpen={isOpen}
          drawing={`${body}-drawing`}
          drawn={drawn}
          onDraw={draw}
        />
        {isOpen ? null : <Denied property={property} />}
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
          onClick={() => said.toggle(key)}
        >
          {t("claims.all", { count: property.claims.length })}
          <span className="sr-only">{t("claims.about", { property: label })}</span>
          <Icon name="down" />
        </button>
      </div>
      <div id={`${body}-drawing`} className="prop__body" hidden={drawn === undefined}>
        {drawn === undefined ? null : (
          <EvidenceTree origins={drawn.origins} claims={property.claims} />
        )}
      </div>
      <div id={body} className="prop__body" hidden={!isOpen && !inPlace}>
        {inPlace && said.shownClaim !== undefined ? <ClaimPassage claim={said.shownClaim} /> : null}
        {isOpen ? <PropertyClaims property={property} /> : null}
      </div>
    </div>
  );
}

function HeadlineLine({
  headline,
  property,
  isOpen,
  drawing,
  isDrawn,
  onDraw,
}: {
  readonly headline: Headline;
  readonly property: PropertyView;
  readonly isOpen: boolean;
  /** The id of the place where this row draws where a value comes from. */
  readonly drawing: string;
  readonly isDrawn: boolean;
  readonly onDraw: () => void;
}): ReactNode {
  const value = headline.value;
  // One value of many stands beside the others; why it is shown is worth a line only when something was weighed.
  const { fact } = headline;
  const contested = fact.status === "disputed" || fact.status === "refuted";
  const quiet = !isOpen && !headline.pinned && (isPlain(property) || (property.many && !contested));
  // The opened row draws it anyway.
  const dots = isOpen ? (
    <Origins {...sumOrigins(headline.origins)} />
  ) : (
    <EvidenceDots
      origins={headline.origins}
      drawing={drawing}
      isDrawn={isDrawn}
      onToggle={onDraw}
    />
  );
  return (
    <div className="prop__headline" title={quiet ? `${headline.why} ${fact.why}` : undefined}>
      {property.sealed ? (
        <span className="quiet">▪ {t("claims.sealed")}</span>
      ) : (
        <ValueButton
          text={headline.text}
          claim={bestClaim(headline.claims, property.claims)}
          lang={value.kind === "name" || value.kind === "text" ? value.lang : undefined}
          script={value.kind === "name" ? value.script : undefined}
        />
      )}
      {value.kind === "ref" ? (
        <Link to="/records/$id" params={{ id: value.record }} className="prop__ref">
          {t("related.open")}
          <span className="sr-only"> {headline.text}</span>
        </Link>
      ) : null}
      {fact.status === "documented" && !isOpen ? null : <StateTag state={fact.status} />}
      {headline.pinned ? <Tag sign="⚑">{t("claims.pinned")}</Tag> : null}
      {quiet ? (
        dots
      ) : (
        <span className="prop__why">
          {dots} <Bidi>{isOpen ? `${headline.why} ${fact.why}` : headline.why}</Bidi>
        </span>
      )}
    </div>
  );
}

/** Values that lost to the headline stay in sight. */
function Others({
  property,
  isOpen,
  drawing,
  drawn,
  onDraw,
}: {
  readonly property: PropertyView;
  readonly isOpen: boolean;
  readonly drawing: string;
  readonly drawn: unknown;
  readonly onDraw: (value: PropertyView["others"][number]) => void;
}): ReactNode {
  if (property.others.length === 0) return null;
  return (
    <p className="prop__also">
      <span aria-hidden="true">↔ </span>
      {t("claims.also")}{" "}
      {property.others.map((other, index) => (
        <span key={other.text}>
          {index === 0 ? "" : " · "}
          <ValueButton text={other.text} claim={bestClaim(other.claims, property.claims)} />{" "}
          {isOpen ? (
            <Origins {...sumOrigins(other.origins)} />
          ) : (
            <EvidenceDots
              origins={other.origins}
              drawing={drawing}
              isDrawn={drawn === other}
              onToggle={() => onDraw(other)}
            />
          )}
        </span>
      ))}
    </p>
  );
}

/** Who denies this very case, in one line; the words come when the row is opened. */
function Denied({ property }: { readonly property: PropertyView }): ReactNode {
  const speakers = new Set(
    property.denials.filter((denial) => denial.namesThePerson).map((denial) => denial.speaker),
  );
  if (speakers.size === 0) return null;
  return (
    <p className="prop__also prop__also--denied">
      <span aria-hidden="true">× </span>
      {t("claims.deniedBy")} <Bidi>{[...speakers].join(", ")}</Bidi>
    </p>
  );
}
