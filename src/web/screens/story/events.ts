// An event as the line draws it: its span, its certainty, and both in words.
import { isMomentKind, spanOf } from "../../../model/index.ts";
import type { Span } from "../../../model/index.ts";
import type { RelatedView, StoryStretch } from "../../api/views.ts";
import { t } from "../../messages/index.ts";

export type EventState = "denied" | "disputed" | "corroborated" | "single";

export interface TimelineEvent {
  readonly id: string;
  readonly label: string;
  /** What tells this version from another one of the same stretch. */
  readonly detail?: string | undefined;
  readonly when: string;
  readonly state: EventState;
  readonly span: Span | null;
  /** A date marked about or uncertain. */
  readonly about: boolean;
  /** Of an act: the event on whose bar it is marked. */
  readonly during: string | null;
}

/**
 * The weakest state among an event's properties: what is disputed anywhere in it is disputed.
 * `denied` is an event that only those tell of who deny what others say, such as "she lives normally".
 */
export function stateOf(event: RelatedView): EventState {
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

function kindOf(event: RelatedView): string | null {
  const kind = event.properties.find(({ name }) => name === "kind")?.headlines[0]?.value;
  return kind?.kind === "code" ? kind.code : null;
}

/** Acts are moments; an episode is one when its kind is. */
function isMoment(event: RelatedView): boolean {
  return event.to === null && (event.schema !== "Episode" || isMomentKind(kindOf(event)));
}

export function whenText(event: RelatedView): string {
  const { from, to } = event;
  if (from !== null && to !== null)
    return t("person.when.fromTo", { from: from.text, to: to.text });
  if (from !== null) {
    // "Since March 2018" says already that no end is known.
    const isOpen = from.edtf.endsWith("/..");
    return isMoment(event) || isOpen ? from.text : t("person.when.since", { from: from.text });
  }
  return to === null ? t("person.when.unknown") : t("person.when.until", { to: to.text });
}

/** What a property says, in words; undefined where nothing is said. */
export function textOf(event: RelatedView, ...names: readonly string[]): string | undefined {
  return names
    .map((name) => event.properties.find((one) => one.name === name)?.headlines[0]?.text)
    .find((text) => text !== undefined && text !== "");
}

/** The record a property points at. */
export function refOf(event: RelatedView, name: string): string | undefined {
  const value = event.properties.find((one) => one.name === name)?.headlines[0]?.value;
  return value?.kind === "ref" ? value.record : undefined;
}

/** The sources an event rests on, each once. */
export function sourcesOf(
  event: RelatedView,
): readonly { readonly id: string; readonly title: string }[] {
  const titles = new Map(
    event.properties.flatMap(({ claims }) =>
      claims.map(({ source, sourceTitle }) => [source, sourceTitle] as const),
    ),
  );
  return [...titles].map(([id, title]) => ({ id, title }));
}

/** Events for the line. */
export function timelineEvents(
  events: readonly RelatedView[],
  stretches: readonly StoryStretch[] = [],
): TimelineEvent[] {
  const versions = new Set(
    stretches.filter(({ episodes }) => episodes.length > 1).flatMap(({ episodes }) => episodes),
  );
  const episodeOf = new Map(
    events
      .filter(({ schema }) => schema === "Episode")
      .flatMap(({ id, records }) => records.map((record) => [record, id] as const)),
  );
  return events.map((event) => ({
    id: event.id,
    label: event.label,
    when: whenText(event),
    state: stateOf(event),
    span: spanOf(event.from, event.to, isMoment(event)),
    about: [event.from, event.to].some((date) => date !== null && /[~?%]/.test(date.edtf)),
    during: episodeOf.get(refOf(event, "episode") ?? "") ?? null,
    ...(versions.has(event.id)
      ? { detail: textOf(event, "facility", "place") ?? sourcesOf(event)[0]?.title }
      : {}),
  }));
}
