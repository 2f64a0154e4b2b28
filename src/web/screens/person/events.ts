// An event's date and certainty in words.
import type { RelatedView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { isMoment } from "./timeline-layout.ts";

/**
 * The weakest state among an event's properties: what is disputed anywhere in it is disputed.
 * `denied` is an event that only those tell of who deny what others say, such as "she lives normally".
 */
export function stateOf(event: RelatedView): "denied" | "disputed" | "corroborated" | "single" {
  const claims = event.properties.flatMap((property) => property.claims);
  if (
    claims.length > 0 &&
    claims.every((claim) => claim.stance === "denies" || claim.stance === "reframes")
  )
    return "denied";
  const states = new Set(
    event.properties.flatMap((property) => property.headlines.map((headline) => headline.state)),
  );
  return (["disputed", "corroborated"] as const).find((state) => states.has(state)) ?? "single";
}

export function whenText(event: RelatedView): string {
  const { from, to } = event;
  if (from !== null && to !== null)
    return t("person.when.fromTo", { from: from.text, to: to.text });
  if (from !== null)
    return isMoment(event) ? from.text : t("person.when.since", { from: from.text });
  return to === null ? t("person.when.unknown") : t("person.when.until", { to: to.text });
}
