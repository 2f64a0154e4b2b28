// The four answers, one key each. An answer opens its reason, begun from what is on file; Enter decides.
// Invariant: what is recorded as the reason was on the screen, in full, before it was recorded.
import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import type { Verdict } from "../../../model/index.ts";
import { asApiError } from "../../api/index.ts";
import type { JudgementView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, TextArea } from "../../parts/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { Conflict } from "./conflict.tsx";
import { firstReason } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import { verdictKeys, verdicts } from "./verdicts.ts";

interface Answer {
  readonly verdict: Verdict;
  readonly reason: string;
  /** The person's own words stay when another answer is picked. */
  readonly edited: boolean;
}

interface DecideProps {
  readonly band: string;
  readonly evidence: Evidence;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly answers: RefObject<HTMLDivElement | null>;
  readonly onDecide: (verdict: Verdict, reason: string, over?: JudgementView) => void;
  /** The answer whose button was pressed; null when its key was. */
  readonly onAsk: (pressed: Verdict | null) => void;
  readonly onLetStand: () => void;
  readonly onClear: () => void;
}

export function Decide({
  band,
  evidence,
  isPending,
  error,
  answers,
  onDecide,
  onAsk,
  onLetStand,
  onClear,
}: DecideProps): ReactNode {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = (verdict: Verdict, pressed: boolean): void => {
    if (isPending) return;
    onAsk(pressed ? verdict : null);
    if (error !== null) onClear();
    setAnswer((now) =>
      now?.edited === true
        ? { ...now, verdict }
        : { verdict, reason: firstReason(verdict, evidence), edited: false },
    );
  };
  const standing = conflictOf(error);
  return (
    <div className="same__bar decide">
      {answer !== null && standing !== undefined ? (
        <Conflict
          standing={standing}
          verdict={answer.verdict}
          reason={answer.reason}
          isPending={isPending}
          onLetStand={onLetStand}
          onInstead={() => onDecide(answer.verdict, answer.reason, standing)}
        />
      ) : answer === null ? null : (
        <ReasonForm
          key={answer.verdict}
          answer={answer}
          isPending={isPending}
          error={error}
          onChange={(reason) => setAnswer({ ...answer, reason, edited: true })}
          onSubmit={() => onDecide(answer.verdict, answer.reason.trim())}
          onClose={() => {
            setAnswer(null);
            onClear();
            answers.current?.querySelectorAll("button")[verdicts.indexOf(answer.verdict)]?.focus();
          }}
        />
      )}
      <div className="decide__answers" ref={answers}>
        {verdicts.map((verdict) => (
          <VerdictButton
            key={verdict}
            verdict={verdict}
            isLikely={likelyOf(band) === verdict}
            isOpen={answer?.verdict === verdict}
            onAsk={(pressed) => ask(verdict, pressed)}
          />
        ))}
      </div>
      <p className="decide__note quiet small">{t("same.note")}</p>
    </div>
  );
}

/** The answer that stands out; none while the evidence is thin, so that the screen does not lean. */
function likelyOf(band: string): Verdict | undefined {
  if (band === "kin") return "relative";
  return band === "very likely" || band === "likely" ? "same" : undefined;
}

function conflictOf(error: unknown): JudgementView | undefined {
  if (error === null || error === undefined) return undefined;
  const known = asApiError(error);
  return known.isConflict
    ? ((known.details["current"] as JudgementView | null | undefined) ?? undefined)
    : undefined;
}

function VerdictButton({
  verdict,
  isLikely,
  isOpen,
  onAsk,
}: {
  readonly verdict: Verdict;
  readonly isLikely: boolean;
  readonly isOpen: boolean;
  readonly onAsk: (pressed: boolean) => void;
}): ReactNode {
  useShortcut(verdictKeys[verdict], t(`same.${verdict}`), () => onAsk(false));
  return (
    <Button
      variant={isLikely ? "primary" : "plain"}
      keys={verdictKeys[verdict].toUpperCase()}
      expanded={isOpen}
      className={isOpen ? "decide__open" : ""}
      onPress={() => onAsk(true)}
    >
      {t(`same.${verdict}`)}
    </Button>
  );
}

function ReasonForm({
  answer,
  isPending,
  error,
  onChange,
  onSubmit,
  onClose,
}: {
  readonly answer: Answer;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onChange: (reason: string) => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => form.current?.querySelector("textarea")?.select(), []);
  const submit = (): void => {
    if (isPending) return;
    if (answer.reason.trim() === "") setMissing(true);
    else onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter also ends a word being composed in Chinese or Uyghur; that one is not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (
      event.key === "Enter" &&
      !event.shiftKey &&
      event.target instanceof HTMLTextAreaElement
    ) {
      event.preventDefault();
      submit();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its own text field
    <form
      ref={form}
      className="decide__form"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={t("same.reasonTitle", { verdict: t(`same.${answer.verdict}`) })}
        hint={t("same.reasonHint")}
        rows={2}
        value={answer.reason}
        onChange={(reason) => {
          setMissing(false);
          onChange(reason);
        }}
        autoFocus
        {...(missing ? { error: t("parts.reasonMissing") } : {})}
      />
      <ErrorNote error={error} />
      <Actions>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("same.submit")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </form>
  );
}
