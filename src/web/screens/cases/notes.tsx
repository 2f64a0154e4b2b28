// Notes of the group on a case. A note taken back keeps its words and can be brought back.
import { useState } from "react";
import type { ReactNode } from "react";
import type { CaseView, NoteView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, DateText, TextArea } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Section } from "./section.tsx";
import { useStep } from "./use-step.ts";

const gone = (id: string, to: boolean) => ({ path: `/api/notes/${id}/gone`, body: { gone: to } });

export function Notes({ view }: { readonly view: CaseView }): ReactNode {
  const may = useMay();
  const standing = view.notes.filter((note) => !note.gone);
  const back = view.notes.filter((note) => note.gone);
  return (
    <Section title={t("case.notes")}>
      {may("add") ? <NewNote id={view.id} /> : null}
      {standing.length === 0 ? <p className="quiet">{t("case.notesNone")}</p> : null}
      <ul className="stack">
        {standing.map((note) => (
          <Note key={note.id} note={note} mayChange={may("add")} />
        ))}
      </ul>
      {back.length === 0 ? null : (
        <details>
          <summary>{t("case.notesGone", { count: back.length })}</summary>
          <ul className="stack">
            {back.map((note) => (
              <Note key={note.id} note={note} mayChange={may("add")} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function NewNote({ id }: { readonly id: string }): ReactNode {
  const [text, setText] = useState("");
  const step = useStep<{ readonly id: string }>({ onDone: () => setText("") });
  return (
    <form
      className="stack case-note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "" || step.isPending) return;
        step.mutate({
          path: `/api/cases/${id}/notes`,
          body: { text: text.trim() },
          done: t("case.noteAdded"),
          undo: (answer) => gone(answer.id, true),
        });
      }}
    >
      <TextArea
        label={t("case.note")}
        hint={t("case.noteHint")}
        value={text}
        onChange={setText}
        rows={2}
      />
      <div>
        <Button type="submit" small isPending={step.isPending}>
          {t("case.addNote")}
        </Button>
      </div>
    </form>
  );
}

function Note({
  note,
  mayChange,
}: {
  readonly note: NoteView;
  readonly mayChange: boolean;
}): ReactNode {
  const step = useStep();
  return (
    <li className="case-note sheet">
      <p className="case-note__text">
        <Bidi>{note.text}</Bidi>
      </p>
      <p className="small quiet row">
        <span>
          <Bidi>{note.by}</Bidi>, <DateText at={note.setAt} />
        </span>
        {mayChange ? (
          <Button
            small
            variant="quiet"
            isPending={step.isPending}
            onPress={() =>
              step.mutate({
                ...gone(note.id, !note.gone),
                done: t(note.gone ? "case.noteBack" : "case.noteGone"),
                undo: () => gone(note.id, note.gone),
              })
            }
          >
            {t(note.gone ? "case.bringBack" : "case.takeBack")}
          </Button>
        ) : null}
      </p>
    </li>
  );
}
