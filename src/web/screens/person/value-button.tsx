// A value: one click shows the words it rests on.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, cx } from "../../parts/index.ts";
import { useSaid } from "./said-context.ts";

export interface ValueButtonProps {
  readonly text: string;
  readonly claim: string | undefined;
  readonly lang?: string | undefined;
  readonly script?: string | undefined;
}

export function ValueButton({ text, claim, lang, script }: ValueButtonProps): ReactNode {
  const { shownClaim, showPassage } = useSaid();
  const value = (
    <Bidi lang={lang} script={script}>
      {text}
    </Bidi>
  );
  if (claim === undefined) return value;
  const on = claim === shownClaim;
  return (
    <button
      type="button"
      className={cx("prop__value", on && "prop__value--on")}
      title={t("claims.showPassage")}
      aria-pressed={on}
      onClick={() => showPassage(claim)}
    >
      {value}
    </button>
  );
}
