// A state in one word, with a sign of its own so that colour is never the only one.
import type { ReactNode } from "react";
import { t, tIf } from "../messages/index.ts";

export type Tone = "plain" | "accent" | "good" | "warn" | "bad";

/** ✓ agreed, ↔ disputed, × against, ? open: read out as part of the word it stands beside. */
const signs: Record<Tone, string> = { plain: "", accent: "", good: "✓", warn: "↔", bad: "×" };

export function Tag({
  tone = "plain",
  sign,
  children,
}: {
  readonly tone?: Tone;
  readonly sign?: string;
  readonly children: ReactNode;
}): ReactNode {
  const mark = sign ?? signs[tone];
  return (
    <span className={`tag tag--${tone}`}>
      {mark === "" ? null : <span aria-hidden="true">{mark} </span>}
      {children}
    </span>
  );
}

const stateTone: Record<string, Tone> = {
  single: "plain",
  corroborated: "good",
  disputed: "warn",
  denied: "bad",
  refuted: "bad",
};
const stanceTone: Record<string, Tone> = {
  asserts: "accent",
  admits: "good",
  denies: "bad",
  reframes: "bad",
  demands: "plain",
  estimates: "warn",
  declines: "plain",
};
const reviewTone: Record<string, Tone> = { accepted: "good", proposed: "warn", rejected: "bad" };
const reviewSign: Record<string, string> = { proposed: "?" };
const stanceSign: Record<string, string> = {
  estimates: "~",
  reframes: "↷",
  demands: "!",
  declines: "…",
};

/** single · corroborated · disputed · denied. */
export function StateTag({ state }: { readonly state: string }): ReactNode {
  return <Tag tone={stateTone[state] ?? "plain"}>{tIf(`state.${state}`) ?? state}</Tag>;
}

/** asserts · denies · admits · demands · estimates · reframes · declines. */
export function StanceTag({ stance }: { readonly stance: string }): ReactNode {
  const sign = stanceSign[stance];
  return (
    <Tag tone={stanceTone[stance] ?? "plain"} {...(sign === undefined ? {} : { sign })}>
      {tIf(`stance.${stance}`) ?? stance}
    </Tag>
  );
}

/** proposed · accepted · rejected. */
export function ReviewTag({ review }: { readonly review: string }): ReactNode {
  const sign = reviewSign[review];
  return (
    <Tag tone={reviewTone[review] ?? "plain"} {...(sign === undefined ? {} : { sign })}>
      {tIf(`review.${review}`) ?? t("parts.unknown")}
    </Tag>
  );
}
