// What must hold, each to be answered; nothing is chosen beforehand.
import { useId } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { TextField } from "../../parts/index.ts";
import { type Answer, type Answers, assumptionCodes } from "./overlap-draft.ts";

const choices = [
  ["holds", "overlap.holds"],
  ["fails", "overlap.fails"],
  ["not known", "overlap.not-known"],
] as const satisfies readonly (readonly [Answer, string])[];

export function Assumptions({
  answers,
  onChange,
}: {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}): ReactNode {
  const form = useId();
  return (
    <>
      {assumptionCodes.map((code, i) => {
        const given = answers[code];
        return (
          <div key={code} className="counts-assume sheet">
            <fieldset className="radios">
              <legend className="field__label">{t(`assume.${code}`)}</legend>
              {choices.map(([answer, label]) => (
                <label key={answer} className="radios__choice">
                  <input
                    type="radio"
                    name={`${form}-${code}`}
                    checked={given?.answer === answer}
                    onChange={() => onChange({ ...answers, [code]: { ...given, answer } })}
                  />
                  <span>{t(label)}</span>
                </label>
              ))}
            </fieldset>
            {given === undefined ? null : (
              <TextField
                label={t("overlap.why", { n: String(i + 1) })}
                value={given.why ?? ""}
                maxLength={2_000}
                onChange={(why) => onChange({ ...answers, [code]: { ...given, why } })}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
