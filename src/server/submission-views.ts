// What the addresses of submissions answer. Plain data: it crosses HTTP as it stands.
import { frame, type SubmissionView, type Submitter, type UnAudience } from "../act/index.ts";
import type { MadeSubmission, SubmissionPlan } from "../publish/index.ts";

/** One route for one person, as a card of the page. */
export interface RouteCard extends Pick<
  SubmissionPlan,
  "eligible" | "reasons" | "urgency" | "missing" | "blocked" | "version"
> {
  readonly route: string;
  readonly audience: UnAudience;
  readonly audiences: readonly UnAudience[];
  /** Titles of the sources that block, for those who may ask for them. */
  readonly sources: Readonly<Record<string, string>>;
  /** What the group wrote itself, by field. */
  readonly words: Readonly<Record<string, string>>;
  /** Fields the group may write, in the form's order. */
  readonly writable: readonly string[];
  /** The form's own wording of its fields, and its title. */
  readonly labels: Readonly<Record<string, string>>;
  readonly title: string;
}

export interface SubmissionsOf {
  readonly person: string;
  readonly number: string;
  readonly label: string;
  readonly routes: readonly RouteCard[];
  readonly sent: readonly SubmissionView[];
  readonly submitter: Submitter | null;
}

/** What making one answers. `files` is empty while something stands in the way. */
export interface MadeAnswer extends Pick<
  SubmissionPlan,
  "eligible" | "reasons" | "urgency" | "missing" | "blocked" | "version" | "number"
> {
  readonly content?: MadeSubmission["content"];
  readonly files: readonly {
    readonly name: string;
    readonly hash: string;
    readonly base64: string;
  }[];
}

export function answerOf(plan: SubmissionPlan): Omit<MadeAnswer, "files"> {
  const { eligible, reasons, urgency, missing, blocked, version, number } = plan;
  return { eligible, reasons, urgency, missing, blocked, version, number };
}

export function cardOf(plan: SubmissionPlan): RouteCard {
  const { route, audience } = plan.ask;
  const { number: _, ...told } = answerOf(plan);
  const blocking = plan.blocked.flatMap(({ id = "" }) => plan.sources.get(id) ?? []);
  const written = plan.fields.filter((field) => field.written !== "no");
  return {
    ...told,
    route: route.code,
    audience,
    audiences: route.audiences,
    sources: Object.fromEntries(blocking.map(({ id, title }) => [id, title])),
    words: Object.fromEntries(
      written.flatMap(({ code, words }) => (words === null ? [] : [[code, words]])),
    ),
    writable: written.map(({ code }) => code),
    labels: Object.fromEntries(plan.fields.map(({ code }) => [code, frame(`field.${code}`, "en")])),
    title: frame(`title.${route.code}`, "en"),
  };
}
