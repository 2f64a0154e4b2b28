// Which changes need a second member. Pure; the steps ask it where they write.
import type { Body, Draft } from "../../model/index.ts";
import type { Right } from "../roles.ts";

export type ProtectedKind = Body<"decision.proposed">["kind"];
export type Choice = Body<"second-person.set">["kinds"][number];

export const choices: readonly Choice[] = ["death", "pin", "merge", "public-name"];

/** The right a decision of each kind needs, of whoever proposes it and of whoever confirms it. */
export const rightFor: Readonly<Record<ProtectedKind, Right>> = {
  death: "review",
  pin: "review",
  merge: "link",
  "public-name": "add",
  setting: "keep",
};

/** What a draft alone does not say: whether the claims it is about tell of a death, its records of people. */
export interface Facts {
  readonly death?: boolean;
  readonly person?: boolean;
}

/** The kind for which these drafts must wait; null: they may be written at once. Taking something away never waits. */
export function needsSecond(
  chosen: readonly Choice[],
  drafts: readonly Draft[],
  facts: Facts = {},
): ProtectedKind | null {
  for (const { kind, body } of drafts) {
    const found = kindOf({ kind, body } as Draft, chosen, facts);
    if (found !== null && (found === "setting" || chosen.includes(found))) return found;
  }
  return null;
}

function kindOf(
  { kind, body }: Draft,
  chosen: readonly Choice[],
  { death, person }: Facts,
): ProtectedKind | null {
  switch (kind) {
    case "claim.reviewed":
    case "batch.reviewed":
      return body.state === "accepted" && death === true ? "death" : null;
    case "claim.pinned":
      return "pin";
    case "judgement.made":
      return body.verdict === "same" && person === true ? "merge" : null;
    case "consent.given":
      return body.audiences.includes("public-name") ? "public-name" : null;
    case "second-person.set":
      // Or whoever wants to act alone would switch it off first.
      return chosen.some((one) => !body.kinds.includes(one)) ? "setting" : null;
    default:
      return null;
  }
}

/** Whether this value says that somebody died, as a claim of an episode. */
export function tellsDeath(schema: string, value: Body<"claim.added">["value"]): boolean {
  return (
    schema === "Episode" &&
    value.kind === "code" &&
    value.vocabulary === "episode-kind" &&
    value.code === "died"
  );
}
