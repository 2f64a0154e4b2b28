// An event's date and certainty in words.
import type { RelatedView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { isMoment } from "./timeline-layout.ts";

/** The weakest state among an event's properties: what is disputed anywhere in it is disputed. */
export function stateOf(event: RelatedView): string {
  const states = event.properties.flatMap((property) =>
    property.headlines.map((headline) => headline.state),
  );
  return (
    (["denied", "disputed"] as const).find((state) => states.includes(state)) ??
    (states.includes("corroborated") ? "corroborated" : "single")
  );
}

export function whenText(event: RelatedView): string {
  const { from, to } = event;
  if (from !== null && to !== null)
    return t("person.when.fromTo", { from: from.text, to: to.text });
  if (from !== null)
    return isMoment(event) ? from.text : t("person.when.since", { from: from.text });
  return to === null ? t("person.when.unknown") : t("person.when.until", { to: to.text });
}
