// An episode, an act, a relative, an appeal: a record that points at this file, in one line or with all it says.
import { useId } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { RelatedView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, ClaimPassage, Icon, StateTag } from "../../parts/index.ts";
import { bestClaim, namingProperty, shownProperties, summaryOf } from "./evidence.ts";
import { stateOf, whenText } from "../story/events.ts";
import { PropertyRow } from "./property-row.tsx";
import { useSaid } from "./said-context.ts";
import { ValueButton } from "./value-button.tsx";

export function RelatedCard({ item }: { readonly item: RelatedView }): ReactNode {
  const said = useSaid();
  const body = useId();
  // Episodes stand open and are closed by hand; the long tail of other records stands closed.
  const standsOpen = item.schema === "Episode";
  const isOpen = said.open.has(item.id) !== standsOpen;
  const naming = namingProperty(item);
  const claim =
    naming?.headlines[0] === undefined
      ? undefined
      : bestClaim(naming.headlines[0].claims, naming.claims);
  const rows = shownProperties(item, said.own);
  const state = stateOf(item);
  const dated = item.from !== null || item.to !== null;
  const namingShown =
    naming?.claims.some((one) => one.id === said.shownClaim) === true && !rows.includes(naming);
  const summary = isOpen ? [] : summaryOf(item, said.own);
  return (
    <section
      className="sheet event"
      id={`event-${item.id}`}
      tabIndex={-1}
      aria-labelledby={`${body}-title`}
    >
      <header className="event__head" data-row>
        <h3 id={`${body}-title`}>
          <ValueButton text={item.label} claim={claim} />
        </h3>
        {dated ? (
          <span className="quiet">{whenText(item)}</span>
        ) : item.schema === "Episode" || item.schema === "Act" ? (
          <span className="quiet">{t("person.when.unknown")}</span>
        ) : null}
        {state === "single" ? null : <StateTag state={state} />}
        {summary.map((text) => (
          <Bidi key={text} className="event__summary">
            {text}
          </Bidi>
        ))}
        <span className="event__more">
          <Link to="/records/$id" params={{ id: item.id }} className="event__open">
            {t("related.open")}
          </Link>
          {rows.length === 0 ? null : (
            <button
              type="button"
              className="prop__toggle"
              aria-expanded={isOpen}
              aria-controls={body}
              onClick={() => said.toggle(item.id)}
            >
              {t("related.values", { count: rows.length })}
              <Icon name="down" />
            </button>
          )}
        </span>
      </header>
      {namingShown && said.passageInPlace && claim !== undefined ? (
        <ClaimPassage claim={claim} />
      ) : null}
      <div id={body} className="props" hidden={!isOpen || rows.length === 0}>
        {isOpen
          ? rows.map((property) => (
              <PropertyRow
                key={property.name}
                schema={item.schema}
                record={item.id}
                property={property}
              />
            ))
          : null}
      </div>
    </section>
  );
}
