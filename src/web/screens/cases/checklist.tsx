// What should be done in a case of this kind; ticks can be taken back.
import type { ReactNode } from "react";
import type { CaseView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Checkbox, DateText } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Section } from "./section.tsx";
import { useStep } from "./use-step.ts";

export function Checklist({ view }: { readonly view: CaseView }): ReactNode {
  const may = useMay();
  const step = useStep();
  const path = `/api/cases/${view.id}/checklist`;
  const done = view.checklist.filter((line) => line.done).length;
  return (
    <Section
      title={t("case.checklist")}
      action={
        <span className="count">
          {t("parts.progressOf", { done, total: view.checklist.length })}
        </span>
      }
    >
      {view.checklist.length === 0 ? <p className="quiet">{t("case.checklistNone")}</p> : null}
      <ul className="case-checks">
        {view.checklist.map((line) => (
          <li key={line.item}>
            <Checkbox
              label={line.label}
              checked={line.done}
              disabled={!may("add") || step.isPending}
              onChange={(to) =>
                step.mutate({
                  path,
                  body: { item: line.item, done: to },
                  done: t("cases.changed"),
                  undo: () => ({ path, body: { item: line.item, done: !to } }),
                })
              }
              {...(line.done && line.by !== undefined && line.setAt !== undefined
                ? {
                    hint: (
                      <>
                        <Bidi>{line.by}</Bidi>, <DateText at={line.setAt} />
                      </>
                    ),
                  }
                : {})}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
