// Opens a case for a person; from a person's page the person is known already.
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import type { MemberRef } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Note, Select, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findPeople } from "../../parts/find.ts";
import { memberOptions, termOptions } from "./filter.tsx";
import { useStep } from "./use-step.ts";

interface Opened {
  readonly id: string;
  readonly number: string;
}

export function OpenCase({
  person: given = null,
  members,
  onClose,
}: {
  readonly person?: Found | null;
  readonly members: readonly MemberRef[];
  readonly onClose: () => void;
}): ReactNode {
  const [person, setPerson] = useState<Found | null>(given);
  const [kind, setKind] = useState("");
  const [priority, setPriority] = useState("normal");
  const [assignee, setAssignee] = useState("");
  const [title, setTitle] = useState("");
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const opening = useStep<Opened>({
    told: "dialog",
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: "/cases/$id", params: { id } });
    },
  });
  const send = (): void => {
    setTried(true);
    if (person === null || kind === "" || opening.isPending) return;
    opening.mutate({
      path: "/api/cases",
      body: {
        people: [person.id],
        kind,
        priority,
        assignee: assignee === "" ? null : assignee,
        ...(title.trim() === "" ? {} : { title: title.trim() }),
      },
      done: ({ number }) => t("openCase.done", { number }),
    });
  };
  return (
    <Dialog title={t("openCase.title")} isOpen onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Chooser
          label={t("case.person")}
          kind="Person"
          value={person}
          onChange={setPerson}
          find={findPeople}
        />
        <Select
          label={t("cases.kind")}
          value={kind}
          onChange={setKind}
          options={termOptions("case-kind")}
          empty={t("parts.choose")}
        />
        <Select
          label={t("cases.priority")}
          value={priority}
          onChange={setPriority}
          options={termOptions("case-priority")}
        />
        {members.length === 0 ? null : (
          <Select
            label={t("cases.assignee")}
            value={assignee}
            onChange={setAssignee}
            options={memberOptions(members)}
            empty={t("cases.nobody")}
          />
        )}
        <TextField label={t("case.retitleField")} value={title} onChange={setTitle} />
        {tried && (person === null || kind === "") ? (
          <Note tone="warn">{t("openCase.missing")}</Note>
        ) : null}
        <ErrorNote error={opening.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={opening.isPending}>
            {t("openCase.submit")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
