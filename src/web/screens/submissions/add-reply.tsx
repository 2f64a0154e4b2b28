// Tying a statement on file to a submission as its reply.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { vocabularyOf } from "../../../model/index.ts";
import { get, post } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, Loading, Select, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useChanged } from "./use-submissions.ts";

const longest = 120;

export function AddReply({
  submission,
  person,
  address,
  onClose,
}: {
  readonly submission: string;
  readonly person: string;
  readonly address: string;
  readonly onClose: () => void;
}): ReactNode {
  const [statement, setStatement] = useState("");
  const [reply, setReply] = useState("");
  const [on, setOn] = useState("");
  const changed = useChanged(address);
  const file = useQuery({
    queryKey: ["submissions", address, "statements"],
    queryFn: async ({ signal }) => get<RecordFile>(`/api/records/${person}`, { signal }),
  });
  const saving = useMutation({
    mutationFn: async () =>
      post(`/api/submissions/sent/${submission}/answer`, {
        statement,
        ...(reply === "" ? {} : { reply }),
        ...(on === "" ? {} : { on }),
      }),
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  const statements = file.data?.statements ?? [];
  return (
    <Dialog title={t("submissions.addReply")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (statement !== "" && !saving.isPending) saving.mutate();
        }}
      >
        <p>{t("submissions.addReplyText")}</p>
        {file.data === undefined && file.error === null ? <Loading /> : null}
        {statements.length === 0 && file.data !== undefined ? (
          <p className="quiet">{t("submissions.noStatements")}</p>
        ) : null}
        <Select
          label={t("submissions.statement")}
          value={statement}
          onChange={setStatement}
          empty="–"
          options={statements.map(({ id, speaker, content }) => ({
            value: id,
            label: `${speaker}: ${content.slice(0, longest)}`,
          }))}
        />
        <Select
          label={t("submissions.howRead")}
          value={reply}
          onChange={setReply}
          empty="–"
          options={(vocabularyOf("intervention-reply")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("intervention-reply", code),
          }))}
        />
        <TextField label={t("submissions.sentOn")} type="date" value={on} onChange={setOn} />
        <ErrorNote error={file.error ?? saving.error} />
        <Actions>
          <Button
            type="submit"
            variant="primary"
            isDisabled={statement === ""}
            isPending={saving.isPending}
          >
            {t("submissions.save")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
