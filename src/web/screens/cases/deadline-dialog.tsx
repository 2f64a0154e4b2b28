// Sets a day, or moves one and says why.
import { useState } from "react";
import type { ReactNode } from "react";
import type { DeadlineView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Note, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { draftOf, isComplete, momentBefore, momentOf, newDeadline } from "./deadline-draft.ts";
import type { DeadlineDraft } from "./deadline-draft.ts";
import { DeadlineFields } from "./deadline-fields.tsx";
import { useStep } from "./use-step.ts";
import type { Step } from "./use-step.ts";

interface Written {
  readonly id: string;
  readonly seq: number;
  readonly doubt: "skipped" | "twice" | "unknown-zone" | null;
}

interface DialogProps {
  readonly caseId: string;
  /** What is known already of a new one. */
  readonly given?: Partial<DeadlineDraft>;
  /** The one that is moved. */
  readonly moved?: DeadlineView;
  readonly zones: readonly string[];
  readonly onClose: () => void;
}

const said = (done: string, { doubt }: Written): string =>
  doubt === null ? done : t("case.deadlineDoubt", { doubt: t(`moment.doubt.${doubt}`) });

function setting(caseId: string, draft: DeadlineDraft): Step<Written> {
  const { kind, title, reminders, claim, proceeding } = draft;
  return {
    path: "/api/deadlines",
    body: {
      case: caseId,
      kind,
      at: momentOf(draft),
      reminders,
      ...(title.trim() === "" ? {} : { title: title.trim() }),
      ...(claim === undefined ? {} : { claim }),
      ...(proceeding === undefined ? {} : { proceeding }),
    },
    done: (answer) => said(t("case.deadlineSet"), answer),
    undo: ({ id, seq }) => ({
      path: `/api/deadlines/${id}`,
      body: { state: "dropped", reason: t("cases.undone"), expect: seq },
    }),
  };
}

function moving(before: DeadlineView, draft: DeadlineDraft, reason: string): Step<Written> {
  const path = `/api/deadlines/${before.id}`;
  const { kind, title, reminders } = draft;
  return {
    path,
    body: {
      kind,
      at: momentOf(draft),
      reminders,
      reason,
      expect: before.seq,
      ...(title.trim() === "" ? {} : { title: title.trim() }),
    },
    done: (answer) => said(t("case.deadlineMoved"), answer),
    undo: ({ seq }) => ({
      path,
      body: {
        at: momentBefore(before.at),
        state: before.state,
        reminders: before.reminders,
        reason: before.reason ?? t("cases.undone"),
        expect: seq,
      },
    }),
  };
}

export function DeadlineDialog({ caseId, given, moved, zones, onClose }: DialogProps): ReactNode {
  const [draft, setDraft] = useState(() =>
    moved === undefined
      ? newDeadline({ ...(zones[0] === undefined ? {} : { zone: zones[0] }), ...given })
      : draftOf(moved),
  );
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const step = useStep<Written>({ told: "dialog", onDone: onClose });
  const silent = moved !== undefined && reason.trim() === "";
  return (
    <Dialog
      title={t(moved === undefined ? "case.addDeadline" : "case.moveTitle")}
      isOpen
      onClose={onClose}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isComplete(draft) || silent || step.isPending) return;
          step.mutate(
            moved === undefined ? setting(caseId, draft) : moving(moved, draft, reason.trim()),
          );
        }}
      >
        <DeadlineFields draft={draft} onChange={setDraft} zones={zones} />
        {moved === undefined ? null : (
          <TextField
            label={t("case.moveReason")}
            value={reason}
            onChange={setReason}
            {...(tried && silent ? { error: t("case.moveReasonMissing") } : {})}
          />
        )}
        {tried && !isComplete(draft) ? (
          <Note tone="warn">
            <span role="alert">{t("case.deadlineMissing")}</span>
          </Note>
        ) : null}
        <ErrorNote error={step.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={step.isPending}>
            {t("case.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
