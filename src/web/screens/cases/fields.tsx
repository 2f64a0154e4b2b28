// Status, priority, who has it, its kind and its name: each changed at once, each with its way back.
import { useState } from "react";
import type { ReactNode } from "react";
import type { CaseView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Select, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { memberOptions, termOptions } from "./filter.tsx";
import { useStep } from "./use-step.ts";

type Field = "status" | "priority" | "assignee" | "kind" | "title";

/** The step that gives a field another value, unless somebody else did so since. */
function stepOf({ id, seqs }: CaseView, field: Field, to: string | null, from: string | null) {
  const path = `/api/cases/${id}/change`;
  // A name that was never given has no entry yet: nothing to compare with.
  const seen = seqs[field];
  return {
    path,
    body: { [field]: to, ...(seen === undefined ? {} : { expect: { [field]: seen } }) },
    done: t("cases.changed"),
    ...(from === "" ? {} : { undo: () => ({ path, body: { [field]: from } }) }),
  };
}

export function Fields({ view }: { readonly view: CaseView }): ReactNode {
  const [naming, setNaming] = useState(false);
  const may = useMay();
  const step = useStep();
  const disabled = !may("add") || step.isPending;
  const fields = [
    ["status", "case.status", termOptions("case-status"), view.status],
    ["priority", "cases.priority", termOptions("case-priority"), view.priority],
    ["kind", "cases.kind", termOptions("case-kind"), view.kind],
  ] as const;
  const assignee = view.assignee?.id ?? null;
  return (
    <div className="case-fields sheet">
      {fields.map(([field, label, options, value]) => (
        <Select
          key={field}
          label={t(label)}
          value={value}
          disabled={disabled}
          options={options}
          onChange={(to) => step.mutate(stepOf(view, field, to, value))}
        />
      ))}
      <Select
        label={t("cases.assignee")}
        value={assignee ?? ""}
        disabled={disabled}
        options={memberOptions(view.members)}
        empty={t("cases.nobody")}
        onChange={(to) => step.mutate(stepOf(view, "assignee", to === "" ? null : to, assignee))}
      />
      {may("add") ? (
        <div>
          <Button small onPress={() => setNaming(true)}>
            {t("case.retitle")}
          </Button>
        </div>
      ) : null}
      {naming ? <Rename view={view} onClose={() => setNaming(false)} /> : null}
    </div>
  );
}

function Rename({
  view,
  onClose,
}: {
  readonly view: CaseView;
  readonly onClose: () => void;
}): ReactNode {
  const [title, setTitle] = useState(view.title ?? "");
  const step = useStep({ told: "dialog", onDone: onClose });
  return (
    <Dialog title={t("case.retitle")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== "" && !step.isPending)
            step.mutate(stepOf(view, "title", title.trim(), view.title ?? ""));
        }}
      >
        <TextField label={t("case.retitleField")} value={title} onChange={setTitle} autoFocus />
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
