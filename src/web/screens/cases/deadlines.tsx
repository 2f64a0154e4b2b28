// The days of a case: what waits first, what is over behind a fold. All but done ask for a reason.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { CaseView, DeadlineView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Button, Tag } from "../../parts/index.ts";
import { ActionMenu } from "../../parts/menu.tsx";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { DeadlineDialog } from "./deadline-dialog.tsx";
import { Moment } from "./moment.tsx";
import { Section } from "./section.tsx";
import { useStep } from "./use-step.ts";

const waits = ({ state }: DeadlineView): boolean => state === "open" || state === "moved";

/** Zones of the countries the proceedings are in, to choose from first. */
const zonesOf = ({ proceedings }: CaseView): readonly string[] => [
  ...new Set(proceedings.flatMap(({ zones }) => zones)),
];

export function Deadlines({ view }: { readonly view: CaseView }): ReactNode {
  const [adding, setAdding] = useState(false);
  const may = useMay();
  useShortcut("d", t("case.addDeadline"), () => setAdding(true), { enabled: may("add") });
  const waiting = view.deadlines.filter(waits);
  const over = view.deadlines.filter((one) => !waits(one));
  const zones = zonesOf(view);
  return (
    <Section
      title={t("case.deadlines")}
      action={
        may("add") ? (
          <Button small keys="D" onPress={() => setAdding(true)}>
            {t("case.addDeadline")}
          </Button>
        ) : null
      }
    >
      {waiting.length === 0 ? (
        <p className="quiet">{t("case.deadlinesNone")}</p>
      ) : (
        <ul className="sheet day-lines">
          {waiting.map((one) => (
            <DeadlineLine key={one.id} one={one} zones={zones} />
          ))}
        </ul>
      )}
      {over.length === 0 ? null : (
        <details>
          <summary>{t("case.finished", { count: over.length })}</summary>
          <ul className="sheet day-lines">
            {over.map((one) => (
              <DeadlineLine key={one.id} one={one} zones={zones} />
            ))}
          </ul>
        </details>
      )}
      {adding ? (
        <DeadlineDialog caseId={view.id} zones={zones} onClose={() => setAdding(false)} />
      ) : null}
    </Section>
  );
}

interface LineProps {
  readonly one: DeadlineView;
  readonly zones: readonly string[];
}

/** A change of state, and its way back with the reason that stood. */
export function turn(
  one: DeadlineView,
  state: DeadlineView["state"],
  done: string,
  reason?: string,
) {
  const path = `/api/deadlines/${one.id}`;
  return {
    path,
    body: { state, expect: one.seq, ...(reason === undefined ? {} : { reason }) },
    done,
    undo: ({ seq }: { readonly seq: number }) => ({
      path,
      body: {
        state: one.state,
        expect: seq,
        ...(one.state === "open" ? {} : { reason: one.reason ?? t("cases.undone") }),
      },
    }),
  };
}

function DeadlineLine({ one, zones }: LineProps): ReactNode {
  const [asking, setAsking] = useState<"missed" | "dropped" | "moved" | null>(null);
  const may = useMay();
  const step = useStep();
  const name = one.title ?? termText("deadline-kind", one.kind);
  return (
    <li className="day-line day-line--row">
      <Told one={one} />
      {may("add") ? (
        <div className="row">
          {waits(one) ? (
            <>
              <Button
                small
                isPending={step.isPending}
                onPress={() => step.mutate(turn(one, "done", t("case.deadlineDone")))}
              >
                {t("case.done")}
              </Button>
              <ActionMenu
                label={t("case.more", { what: name })}
                actions={[
                  { key: "move", label: t("case.move"), run: () => setAsking("moved") },
                  { key: "miss", label: t("case.missed"), run: () => setAsking("missed") },
                  { key: "drop", label: t("case.drop"), run: () => setAsking("dropped") },
                ]}
              />
            </>
          ) : (
            <Button
              small
              variant="quiet"
              onPress={() => step.mutate(turn(one, "open", t("case.taskReopened")))}
            >
              {t("case.reopen")}
            </Button>
          )}
        </div>
      ) : null}
      {asking === "moved" ? (
        <DeadlineDialog
          caseId={one.case}
          moved={one}
          zones={zones}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === "missed" || asking === "dropped" ? (
        <Why one={one} state={asking} onClose={() => setAsking(null)} />
      ) : null}
    </li>
  );
}

function Told({ one }: { readonly one: DeadlineView }): ReactNode {
  const days = one.reminders.map((minutes) => minutes / 1_440);
  return (
    <div>
      <div>
        <strong>{termText("deadline-kind", one.kind)}</strong>
        {one.title === undefined ? null : (
          <>
            {": "}
            <Bidi>{one.title}</Bidi>
          </>
        )}{" "}
        {one.overdue ? <Tag tone="bad">{t("cases.overdue")}</Tag> : null}
        {one.remind ? (
          <Tag tone="warn" sign="!">
            {t("cases.remind")}
          </Tag>
        ) : null}
        {one.state === "open" ? null : <Tag>{t(`case.state.${one.state}`)}</Tag>}
      </div>
      <Moment at={one.at} />
      <div className="small quiet">
        {one.reason === undefined ? null : (
          <>
            <Bidi>{one.reason}</Bidi>
            {" · "}
          </>
        )}
        <Bidi>{one.by}</Bidi>
        {days.length === 0 ? null : ` · ${t("case.remindersAre", { days: days.join(", ") })}`}
        {one.claim === undefined || one.proceeding === undefined ? null : (
          <>
            {" · "}
            <Link to="/records/$id" params={{ id: one.proceeding }} search={{ claim: one.claim }}>
              {t("case.fromSource")}
            </Link>
          </>
        )}
      </div>
    </div>
  );
}

function Why({
  one,
  state,
  onClose,
}: {
  readonly one: DeadlineView;
  readonly state: "missed" | "dropped";
  readonly onClose: () => void;
}): ReactNode {
  const step = useStep({ told: "dialog", onDone: onClose });
  const missed = state === "missed";
  return (
    <ReasonDialog
      title={t(missed ? "case.missTitle" : "case.dropTitle")}
      submit={t(missed ? "case.missed" : "case.drop")}
      isPending={step.isPending}
      error={step.error}
      onClose={onClose}
      onSubmit={(reason) => step.mutate(turn(one, state, t("cases.changed"), reason))}
    />
  );
}
