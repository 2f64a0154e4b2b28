// What is known of one value, in one word: documented, corroborated, disputed, refuted, unknown.
// Invariant: builds on the headline and on nothing it does not say; a function of sets; a denial of the policy changes nothing, because
// it does not dispute a headline. Grades bound the word and are never added up.
// Source: DESIGN.md, "Headline rule"; the Admiralty scale for content (2: probably true, 5: improbable).
import { message } from "../messages.ts";

export type FactStatus = "documented" | "corroborated" | "disputed" | "refuted" | "unknown";

export interface Fact {
  readonly status: FactStatus;
  /** One sentence a reader can check. */
  readonly why: string;
}

export interface FactSide {
  /** The headline's own verdict. */
  readonly state: "single" | "corroborated" | "disputed";
  readonly claims: readonly {
    readonly id: string;
    readonly accepted: boolean;
    /** Content grade 1–6; 6 is "cannot be judged", the same as none. */
    readonly grade?: number | undefined;
  }[];
  /** Independent origins, each with the claims that go back to it. */
  readonly origins: readonly { readonly claims: readonly string[] }[];
}

const PROBABLY = 2;
const IMPROBABLE = 5;
const NOT_JUDGED = 6;
const CORROBORATING = 2;

/** The status of a value; of nothing (`null`), where no claim stands. */
export function factOf(side: FactSide | null): Fact {
  if (side === null || side.claims.length === 0) return fact("unknown", "none");
  // As in the headline rule: where somebody accepted a claim, only accepted ones lend weight.
  const some = side.claims.some(({ accepted }) => accepted);
  const weighing = some ? side.claims.filter(({ accepted }) => accepted) : side.claims;
  if (weighing.every(({ grade }) => grade === IMPROBABLE)) return fact("refuted", "improbable");
  if (side.state === "disputed") return fact("disputed", "disputed");
  const good = new Set(
    weighing
      .filter(({ grade }) => grade === undefined || grade === NOT_JUDGED || grade <= PROBABLY)
      .map(({ id }) => id),
  );
  const origins = side.origins.filter(({ claims }) => claims.some((id) => good.has(id))).length;
  if (side.state === "corroborated" && origins >= CORROBORATING)
    return fact("corroborated", "origins", origins);
  return side.state === "corroborated"
    ? fact("documented", "grades")
    : fact("documented", some ? "one" : "not-reviewed");
}

const fact = (status: FactStatus, why: string, count = 0): Fact => ({
  status,
  why: message(`fact.${why}`, { count }),
});
