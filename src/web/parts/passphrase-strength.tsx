// How hard a passphrase is to guess, judged by the server (the passphrase never leaves this computer), shown in bars and words.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Strength } from "../api/index.ts";
import { passphraseStrength } from "../api/index.ts";
import { t } from "../messages/index.ts";
import { cx } from "./class-names.ts";

const restMs = 180;

/** The strength of what is typed, a short rest after the last key; null while nothing is typed. */
export function useStrength(passphrase: string): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    if (passphrase === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      passphraseStrength(passphrase, stop.signal).then(setStrength, () => {});
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [passphrase]);
  return passphrase === "" ? null : strength;
}

export function StrengthMeter({ strength }: { readonly strength: Strength | null }): ReactNode {
  const score = strength?.score ?? 0;
  const filled = strength === null ? 0 : Math.max(1, score);
  return (
    <div className="strength">
      <div className="strength__bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i
            key={bar}
            className={cx(
              "strength__bar",
              bar <= filled &&
                (strength?.enough === true ? "strength__bar--enough" : "strength__bar--weak"),
            )}
          />
        ))}
      </div>
      <p aria-live="polite">
        {strength === null ? null : (
          <>
            {t("first.strength", { strength: t(`first.strength.${score}`) })}
            {strength.advice === "" ? null : <span className="quiet"> · {strength.advice}</span>}
          </>
        )}
      </p>
    </div>
  );
}
