// The reasons for and against, sorted for reading, and the reason a judgement begins with.
// Invariant: it weighs nothing anew; the weights are the server's and are told in words.
import type { ReasonView } from "../../api/views.ts";
import type { Verdict } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { reasonText } from "./sentences.ts";

export interface Evidence {
  /** The weightiest first. */
  readonly speaksFor: readonly ReasonView[];
  readonly against: readonly ReasonView[];
  readonly kin: readonly ReasonView[];
  /** How common the name is on file, when that changes anything. */
  readonly common: ReasonView | undefined;
}

const rarity = new Set(["name.rare", "name.common"]);

export function evidenceOf(reasons: readonly ReasonView[]): Evidence {
  const facts = reasons.filter(({ rule }) => !rarity.has(rule));
  return {
    speaksFor: facts.filter(({ bits }) => bits > 0).sort((a, b) => b.bits - a.bits),
    against: facts.filter(({ bits }) => bits < 0).sort((a, b) => a.bits - b.bits),
    kin: facts.filter(({ rule }) => rule.startsWith("kin.")),
    common: reasons.find(({ rule }) => rarity.has(rule)),
  };
}

export type Strength = "strong" | "clear" | "slight";

/** Bits in words: five bits make something 32 times as likely, two bits four times. */
export function strengthOf(bits: number): Strength {
  const weight = Math.abs(bits);
  return weight >= 5 ? "strong" : weight >= 2 ? "clear" : "slight";
}

const mostSentences = 3;

/** The reason to begin with; empty where nothing on file speaks for the verdict, so that the person must say why. */
export function firstReason(verdict: Verdict, evidence: Evidence): string {
  switch (verdict) {
    case "same":
      return sentences(evidence.speaksFor);
    case "different":
      return sentences(evidence.against);
    case "relative":
      return sentences(evidence.kin);
    case "undecided":
      return t("same.notEnough");
  }
}

function sentences(reasons: readonly ReasonView[]): string {
  return reasons.slice(0, mostSentences).map(reasonText).join(" ");
}

/** The reasons that speak about one row of the two files, by the first part of their rule. */
export function reasonsAbout(
  topics: readonly string[],
  reasons: readonly ReasonView[],
): readonly ReasonView[] {
  return reasons.filter(
    ({ rule, bits }) =>
      bits !== 0 && !rarity.has(rule) && topics.includes(rule.split(".")[0] ?? ""),
  );
}
