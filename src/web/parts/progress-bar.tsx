// How far a long step is. With no total it says how much is done and moves to show that it is alive.
import type { ReactNode } from "react";
import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";
import { number, t, tIf } from "../messages/index.ts";
import type { JobView } from "../api/index.ts";
import { Button } from "./button.tsx";

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
}

export function ProgressBar({ label, done, total }: ProgressBarProps): ReactNode {
  const known = total !== null && total > 0;
  const amount = known ? t("parts.progressOf", { done, total }) : done > 0 ? number(done) : "";
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      minValue={0}
      maxValue={known ? total : 100}
      value={known ? Math.min(done, total) : 0}
      isIndeterminate={!known}
      valueLabel={amount}
    >
      {({ percentage }) => (
        <>
          <div className="progress__text">
            <span>{label}</span>
            <span className="quiet">{amount}</span>
          </div>
          <div className="progress__track">
            <div
              className={known ? "progress__fill" : "progress__fill progress__fill--moving"}
              style={known ? { inlineSize: `${percentage ?? 0}%` } : {}}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}

/** A running job: its step in words, its progress, and a way to stop it where that is allowed. */
export function JobProgress({
  job,
  label,
  onCancel,
}: {
  readonly job: JobView | null;
  readonly label: string;
  readonly onCancel?: () => void;
}): ReactNode {
  const step = job === null || job.step === "" ? label : (tIf(`step.${job.step}`) ?? job.step);
  return (
    <div className="stack">
      <ProgressBar label={step} done={job?.done ?? 0} total={job?.total ?? null} />
      {onCancel === undefined ? null : (
        <div>
          <Button small onPress={onCancel}>
            {t("parts.stop")}
          </Button>
        </div>
      )}
    </div>
  );
}
