// One case on the board. It can be dragged; its menu and the keys H and L do the same.
import type { DragEvent, ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { CaseFindings, CaseItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Tag } from "../../parts/index.ts";
import { ActionMenu } from "../../parts/menu.tsx";
import { Moment } from "./moment.tsx";
import { statuses } from "./use-move.ts";
import type { Move } from "./use-move.ts";

/** What a dragged card carries: an id, never a name. */
export const dragged = "application/x-guwah-case";

export function PriorityTag({ priority }: { readonly priority: string }): ReactNode {
  if (priority === "normal") return null;
  const tone = priority === "urgent" ? "bad" : priority === "high" ? "warn" : "plain";
  return (
    <Tag tone={tone} sign={priority === "urgent" ? "!" : ""}>
      {termText("case-priority", priority)}
    </Tag>
  );
}

interface CardProps {
  readonly item: CaseItem;
  readonly findings: CaseFindings | undefined;
  /** Absent where the reader may not move cards. */
  readonly onMove: Move | undefined;
}

export function Card({ item, findings, onMove }: CardProps): ReactNode {
  const { id, number, people, tasks, next } = item;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the card's menu and keys do the same
    <li
      className="case-card sheet"
      draggable={onMove !== undefined}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData(dragged, id);
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <div className="case-card__head">
        <Link to="/cases/$id" params={{ id }} data-row data-case={id} className="rowlink">
          <Bidi>{item.title ?? people[0]?.label ?? number}</Bidi>
        </Link>
        {onMove === undefined ? null : (
          <ActionMenu
            label={t("cases.moveMenu", { number })}
            actions={statuses
              .filter((status) => status !== item.status)
              .map((status) => ({
                key: status,
                label: t("cases.moveTo", { status: termText("case-status", status) }),
                run: () => onMove(item, status),
              }))}
          />
        )}
      </div>
      <p className="small quiet">
        {number} · {termText("case-kind", item.kind)}
        {item.title === undefined ? null : (
          <>
            {" · "}
            <Bidi>{people.map(({ label }) => label).join(", ")}</Bidi>
          </>
        )}
      </p>
      <p className="case-card__tags">
        <PriorityTag priority={item.priority} />
        <Findings findings={findings} />
        {tasks.open === 0 ? null : (
          <span className="small quiet">
            {t("cases.openTasks", { count: tasks.open })}
            {tasks.overdue === 0 ? null : ` (${t("cases.overdueTasks", { count: tasks.overdue })})`}
          </span>
        )}
      </p>
      {next === null ? null : (
        <p className="case-card__next small">
          <strong>{next.title ?? termText("deadline-kind", next.kind)}</strong>{" "}
          {next.overdue ? <Tag tone="bad">{t("cases.overdue")}</Tag> : null} <Moment at={next.at} />
        </p>
      )}
      <p className="small quiet">
        {item.assignee === null ? t("cases.nobodyYet") : <Bidi>{item.assignee.name}</Bidi>}
      </p>
    </li>
  );
}

function Findings({ findings }: { readonly findings: CaseFindings | undefined }): ReactNode {
  if (findings === undefined || findings.open === 0) return null;
  return (
    <Tag tone={findings.stops.length > 0 ? "bad" : "warn"} sign="?">
      {t("cases.findings", { count: findings.open })}
    </Tag>
  );
}
