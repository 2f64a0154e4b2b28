// Things a denial may answer, each with its reason and a box to tick; the first of them also by a key.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, Checkbox, KeyHint } from "../../parts/index.ts";
import type { AnswerChoice } from "./answer-choices.ts";
import "./answers.css";

/** The keys of the first ones, in their order; the digits before these are the lanes'. */
export const answerKeys = ["6", "7", "8", "9", "0"] as const;

export interface AnswerListProps {
  readonly choices: readonly AnswerChoice[];
  readonly isTicked: (choice: AnswerChoice) => boolean;
  readonly onTick: (choice: AnswerChoice, isOn: boolean) => void;
  /** Keys work and are shown. */
  readonly keyed: boolean;
}

export function AnswerList({ choices, isTicked, onTick, keyed }: AnswerListProps): ReactNode {
  if (choices.length === 0) return null;
  return (
    <fieldset className="reader-answers">
      <legend>{t("answers.title")}</legend>
      <p className="quiet small">{t("answers.hint")}</p>
      {choices.map((choice, at) => {
        const key = keyed ? answerKeys[at] : undefined;
        return (
          <Checkbox
            key={choice.id}
            checked={isTicked(choice)}
            onChange={(isOn) => onTick(choice, isOn)}
            label={
              <>
                {choice.who === "" ? null : (
                  <>
                    <strong>
                      <Bidi>{choice.who}</Bidi>
                    </strong>{" "}
                  </>
                )}
                <Bidi>{choice.label}</Bidi> {key === undefined ? null : <KeyHint keys={key} />}
              </>
            }
            hint={<Bidi>{choice.why}</Bidi>}
          />
        );
      })}
    </fieldset>
  );
}
