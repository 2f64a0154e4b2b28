// A denial and what it answers were both accepted, one before the other: one key or click says that they belong together.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, Button } from "../../parts/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import "./answers.css";
import { useLinkAnswer, useWaitingAnswers } from "./use-answers.ts";

export function WaitingAnswers({
  source,
  enabled,
}: {
  readonly source: string;
  readonly enabled: boolean;
}): ReactNode {
  const waiting = useWaitingAnswers(source).data ?? [];
  const linking = useLinkAnswer(source);
  const [first] = waiting;
  useShortcut("d", t("answers.keyLink"), () => first !== undefined && linking.mutate(first), {
    enabled: enabled && first !== undefined && !linking.isPending,
  });
  return (
    <div role="status">
      {first === undefined ? null : (
        <section className="reader-waiting" aria-label={t("answers.waiting")}>
          <p>{t("answers.waiting")}</p>
          <ul className="reader-list">
            {waiting.map((one, at) => (
              <li key={`${one.denial.statement} ${one.answered.statement}`}>
                <span>
                  <strong>
                    <Bidi>{one.denial.speaker || t("reader.noSpeaker")}</Bidi>
                  </strong>{" "}
                  <Bidi>“{one.denial.content}”</Bidi>
                </span>
                <span>
                  {t("reader.answers")}{" "}
                  <strong>
                    <Bidi>{one.answered.speaker || t("reader.noSpeaker")}</Bidi>
                  </strong>{" "}
                  <Bidi>“{one.answered.content}”</Bidi>
                </span>
                <Button
                  small
                  isDisabled={linking.isPending}
                  onPress={() => linking.mutate(one)}
                  {...(at === 0
                    ? { keys: "D" }
                    : { label: t("answers.linkOne", { what: one.answered.content }) })}
                >
                  {t("answers.link")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
