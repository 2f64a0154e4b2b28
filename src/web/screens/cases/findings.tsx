// What cannot be, or what somebody must look at; settled with a reason, never silently.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { CaseView, DeadlineView, Finding } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, DateText } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { turn } from "./deadlines.tsx";
import { Section } from "./section.tsx";
import { findingText, SeverityTag } from "./severity.tsx";
import { useStep } from "./use-step.ts";

const settle = (about: string, print: string, settled: boolean, reason: string) => ({
  path: "/api/findings/settle",
  body: { about, print, settled, reason },
});

export function Findings({ view }: { readonly view: CaseView }): ReactNode {
  const [settling, setSettling] = useState<Finding | null>(null);
  const open = view.findings.filter(({ settled }) => settled === null);
  const done = view.findings.filter(({ settled }) => settled !== null);
  const step = useStep({ told: "dialog", onDone: () => setSettling(null) });
  return (
    <Section title={t("case.findings")}>
      {open.length === 0 ? <p className="quiet">{t("case.findingsNone")}</p> : null}
      <ul className="stack">
        {open.map((finding) => (
          <Open
            key={finding.print}
            finding={finding}
            deadline={view.deadlines.find(({ id }) => id === finding.deadline)}
            onSettle={() => setSettling(finding)}
          />
        ))}
      </ul>
      {done.length === 0 ? null : (
        <details>
          <summary>{t("case.settledCount", { count: done.length })}</summary>
          <ul className="stack">
            {done.map((finding) => (
              <Settled key={finding.print} about={view.id} finding={finding} />
            ))}
          </ul>
        </details>
      )}
      {settling === null ? null : (
        <ReasonDialog
          title={t("case.settleTitle")}
          text={findingText(settling)}
          submit={t("case.settle")}
          isPending={step.isPending}
          error={step.error}
          onClose={() => setSettling(null)}
          onSubmit={(reason) =>
            step.mutate({
              ...settle(view.id, settling.print, true, reason),
              done: t("case.settled"),
              undo: () => settle(view.id, settling.print, false, t("cases.undone")),
            })
          }
        />
      )}
    </Section>
  );
}

function Open({
  finding,
  deadline,
  onSettle,
}: {
  readonly finding: Finding;
  /** The one that is done if somebody says so. */
  readonly deadline: DeadlineView | undefined;
  readonly onSettle: () => void;
}): ReactNode {
  const may = useMay();
  const step = useStep();
  const { about, severity, todo } = finding;
  return (
    <li className={`case-finding case-finding--${severity} sheet`}>
      <p>
        <SeverityTag severity={severity} /> <strong>{findingText(finding)}</strong>
      </p>
      <p>{todo}</p>
      <div className="row">
        {deadline !== undefined && may("add") ? (
          <Button
            small
            isPending={step.isPending}
            onPress={() => step.mutate(turn(deadline, "done", t("case.deadlineDone")))}
          >
            {t("case.deadlineEnd")}
          </Button>
        ) : null}
        {may("review") ? (
          <Button small onPress={onSettle}>
            {t("case.settle")}
          </Button>
        ) : null}
        {about.startsWith("rec_") ? (
          <Link to="/people/$id" params={{ id: about }} className="small">
            {t("case.look")}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

function Settled({
  about,
  finding,
}: {
  readonly about: string;
  readonly finding: Finding;
}): ReactNode {
  const may = useMay();
  const step = useStep();
  const { settled } = finding;
  if (settled === null) return null;
  return (
    <li className="case-finding sheet">
      <p>{findingText(finding)}</p>
      <p className="small">
        <Bidi>{settled.reason}</Bidi>{" "}
        <span className="quiet">
          <Bidi>{settled.by}</Bidi>, <DateText at={settled.at} />
        </span>
      </p>
      {may("review") ? (
        <div>
          <Button
            small
            variant="quiet"
            isPending={step.isPending}
            onPress={() =>
              step.mutate({
                ...settle(about, finding.print, false, t("cases.undone")),
                done: t("case.unsettled"),
                undo: () => settle(about, finding.print, true, settled.reason),
              })
            }
          >
            {t("case.unsettle")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
