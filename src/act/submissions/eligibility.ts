// Whether a route is open for a person, and why or why not.
// Invariant: a no only where what is on file, or a treaty's own list, says so; what nobody knows is null: "check".
import { cat22Declared, cedInForce } from "../../model/index.ts";
import { codeOf, type Facts } from "./facts.ts";
import { begun, firstOf, pickEpisode } from "./pick-episode.ts";
import type { RouteSpec } from "./route.ts";
import { statesBy } from "./states.ts";
import { type Urgency, urgencyOf } from "./urgent.ts";

/** Why, as a code the faces put into words. */
export interface Reason {
  readonly code:
    | "works-for-every-state"
    | "detained"
    | "no-episode"
    | "ended"
    | "end-not-dated"
    | "place-disclosed"
    | "died"
    | "no-state"
    | "ced-party"
    | "ced-not-party"
    | "ced-unknown"
    | "cat-declared"
    | "cat-unknown"
    | "no-proceeding"
    | "anything-may-be-told";
  readonly says: "yes" | "no" | "check";
  /** ISO 3166-1 code. */
  readonly state?: string;
  readonly source?: string;
  readonly asOf?: string;
}

export interface Eligibility {
  /** True, false, or null: nobody knows yet, see the reasons. */
  readonly eligible: boolean | null;
  readonly reasons: readonly Reason[];
  readonly urgency: Urgency | null;
}

export function eligibilityOf(route: RouteSpec, facts: Facts): Eligibility {
  const reasons = reasonsOf(route, facts);
  const says = new Set(reasons.map((reason) => reason.says));
  const eligible = says.has("no") ? false : says.has("check") || !says.has("yes") ? null : true;
  const urgency = urgencyOf(begun(pickEpisode(facts.file, firstOf(route))), facts.today);
  return { eligible, reasons, urgency: route.code === "wgeid" ? urgency : null };
}

function reasonsOf(route: RouteSpec, facts: Facts): Reason[] {
  switch (route.code) {
    case "wgeid":
      return [{ code: "works-for-every-state", says: "yes" }, ...missingStill(route, facts)];
    case "wgad":
      return stillHeld(route, facts);
    case "ced":
      return [...missingStill(route, facts), ...cedStates(route, facts)];
    case "cat":
      return catStates(facts);
    case "special":
      return [{ code: "anything-may-be-told", says: "yes" }];
  }
}

/** For a disappearance: taken, not free, and nobody told where. */
function missingStill(route: RouteSpec, { file }: Facts): Reason[] {
  const { episodes, ended, died } = pickEpisode(file, firstOf(route));
  const reasons: Reason[] = [];
  if (ended === "yes") return [{ code: "ended", says: "no" }];
  if (ended === "undated") reasons.push({ code: "end-not-dated", says: "check" });
  if (episodes.length === 0) reasons.push({ code: "no-episode", says: "check" });
  const known = new Set(["location-disclosed", "contact-family", "contact-lawyer"]);
  const last = episodes.at(-1);
  if (last !== undefined && known.has(codeOf(last, "whereabouts") ?? ""))
    reasons.push({ code: "place-disclosed", says: "check" });
  if (died) reasons.push({ code: "died", says: "check" });
  return reasons;
}

function stillHeld(route: RouteSpec, { file }: Facts): Reason[] {
  const { episodes, ended } = pickEpisode(file, firstOf(route));
  if (ended === "yes") return [{ code: "ended", says: "check" }];
  if (episodes.length === 0) return [{ code: "no-episode", says: "check" }];
  if (ended === "undated") return [{ code: "end-not-dated", says: "check" }];
  return [{ code: "detained", says: "yes" }];
}

/** A disappearance in a state party, or of a national of one, that began after the treaty came into force for it (article 30). */
function cedStates(route: RouteSpec, { file }: Facts): Reason[] {
  const days = begun(pickEpisode(file, firstOf(route)));
  const codes = [
    ...new Set([...statesBy(file, "place"), ...statesBy(file, "citizenship")].map((s) => s.code)),
  ];
  if (codes.length === 0) return [{ code: "no-state", says: "check" }];
  const found = codes.map((state) => ({ state, ...cedInForce(state, days) }));
  const party = found.filter(({ bound }) => bound === "yes");
  if (party.length > 0)
    return party.map(({ bound: _, ...told }) => ({ code: "ced-party", says: "yes", ...told }));
  const open = found.some(({ bound }) => bound === "unknown") || !knownStates(file);
  return found.map(({ bound, ...told }) => ({
    code: bound === "no" ? "ced-not-party" : "ced-unknown",
    // One state's no decides nothing while the other is not known.
    says: open ? "check" : "no",
    ...told,
  }));
}

/** Both the state of the place and that of citizenship are on file; else a route may still be open. */
const knownStates = (file: Facts["file"]): boolean =>
  statesBy(file, "place").length > 0 && statesBy(file, "citizenship").length > 0;

function catStates({ file }: Facts): Reason[] {
  const states = statesBy(file, "proceeding");
  const any = file.related.some(({ schema }) => schema === "Proceeding");
  if (!any) return [{ code: "no-proceeding", says: "check" }];
  if (states.length === 0) return [{ code: "no-state", says: "check" }];
  const found = states.map(({ code }) => ({ state: code, ...cat22Declared(code) }));
  const declared = found.filter(({ bound }) => bound === "yes");
  return (declared.length > 0 ? declared : found).map(({ bound, ...told }) => ({
    code: bound === "yes" ? "cat-declared" : "cat-unknown",
    says: bound === "yes" ? "yes" : "check",
    ...told,
  }));
}
