// Tasks of a case: who does what, until when. Done can be undone.
import { useState } from "react";
import type { ReactNode } from "react";
import type { CaseView, TaskView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Select, Tag, TextField } from "../../parts/index.ts";
import { ActionMenu } from "../../parts/menu.tsx";
import { useMay } from "../../shell/rights.ts";
import { memberOptions } from "./filter.tsx";
import { awayText, dayText, readerZone, todayIn } from "./moment-text.ts";
import { Section } from "./section.tsx";
import { useStep } from "./use-step.ts";

export function Tasks({ view }: { readonly view: CaseView }): ReactNode {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const open = view.taskList
    .filter(({ state }) => state === "open")
    .toSorted((a, b) => ((a.due ?? "9999") < (b.due ?? "9999") ? -1 : 1));
  const finished = view.taskList.filter(({ state }) => state !== "open");
  return (
    <Section
      title={t("case.tasks")}
      action={
        may("add") && !adding ? (
          <Button small onPress={() => setAdding(true)}>
            {t("case.addTask")}
          </Button>
        ) : null
      }
    >
      {adding ? <NewTask view={view} onClose={() => setAdding(false)} /> : null}
      {open.length === 0 ? (
        <p className="quiet">{t("case.tasksNone")}</p>
      ) : (
        <ul className="sheet day-lines">
          {open.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      )}
      {finished.length === 0 ? null : (
        <details>
          <summary>{t("case.finished", { count: finished.length })}</summary>
          <ul className="sheet day-lines">
            {finished.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function TaskLine({ task }: { readonly task: TaskView }): ReactNode {
  const may = useMay();
  const step = useStep();
  const path = `/api/tasks/${task.id}`;
  const turn = (state: TaskView["state"], done: string): void =>
    step.mutate({
      path,
      body: { state, expect: task.seq },
      done,
      undo: ({ seq }) => ({ path, body: { state: task.state, expect: seq } }),
    });
  const isOpen = task.state === "open";
  return (
    <li className="day-line day-line--row">
      <div>
        <div className={isOpen ? "" : "quiet"}>
          <Bidi>{task.title}</Bidi>{" "}
          {task.overdue ? <Tag tone="bad">{t("cases.overdue")}</Tag> : null}
          {isOpen ? null : <Tag>{t(`case.state.${task.state}`)}</Tag>}
        </div>
        <div className="small quiet">
          {task.assignee === null ? t("cases.nobodyYet") : <Bidi>{task.assignee.name}</Bidi>}
          {task.due === null
            ? null
            : ` · ${t("case.dueOn", { day: dayText(task.due) })} (${awayText(task.due, todayIn(readerZone()))})`}
        </div>
      </div>
      {may("add") ? (
        <div className="row">
          {isOpen ? (
            <>
              <Button
                small
                isPending={step.isPending}
                onPress={() => turn("done", t("case.taskDone"))}
              >
                {t("case.done")}
              </Button>
              <ActionMenu
                label={t("case.more", { what: task.title })}
                actions={[
                  {
                    key: "drop",
                    label: t("case.drop"),
                    run: () => turn("dropped", t("case.taskDropped")),
                  },
                ]}
              />
            </>
          ) : (
            <Button small variant="quiet" onPress={() => turn("open", t("case.taskReopened"))}>
              {t("case.reopen")}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

function NewTask({
  view,
  onClose,
}: {
  readonly view: CaseView;
  readonly onClose: () => void;
}): ReactNode {
  const [title, setTitle] = useState("");
  const [due, setDue] = useState("");
  const [assignee, setAssignee] = useState(view.assignee?.id ?? "");
  const [tried, setTried] = useState(false);
  const step = useStep<{ readonly id: string }>({ onDone: onClose });
  return (
    <form
      className="case-form sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (title.trim() === "" || step.isPending) return;
        step.mutate({
          path: "/api/tasks",
          body: {
            case: view.id,
            title: title.trim(),
            assignee: assignee === "" ? null : assignee,
            due: due === "" ? null : due,
          },
          done: t("case.taskAdded"),
          undo: ({ id }) => ({ path: `/api/tasks/${id}`, body: { state: "dropped" } }),
        });
      }}
    >
      <TextField
        label={t("case.task")}
        value={title}
        onChange={setTitle}
        autoFocus
        {...(tried && title.trim() === "" ? { error: t("case.taskMissing") } : {})}
      />
      <div className="case-form__pair">
        <TextField label={t("case.due")} type="date" value={due} onChange={setDue} dir="ltr" />
        <Select
          label={t("case.who")}
          value={assignee}
          onChange={setAssignee}
          options={memberOptions(view.members)}
          empty={t("cases.nobody")}
        />
      </div>
      <div className="row">
        <Button type="submit" variant="primary" small isPending={step.isPending}>
          {t("case.addTask")}
        </Button>
        <Button small onPress={onClose}>
          {t("parts.cancel")}
        </Button>
      </div>
    </form>
  );
}
