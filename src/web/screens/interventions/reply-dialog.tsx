// Writing down the reply: its kind, who replied, and its words; or that none came.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { vocabularyOf } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { InterventionView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Actions,
  Button,
  ErrorNote,
  Select,
  TextArea,
  TextField,
  toast,
} from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useInterventionChanged } from "./use-interventions.ts";

export function ReplyDialog({
  item,
  onClose,
}: {
  readonly item: InterventionView;
  readonly onClose: () => void;
}): ReactNode {
  const [reply, setReply] = useState("denied");
  const [speaker, setSpeaker] = useState(item.addressees[0] ?? "");
  const [text, setText] = useState("");
  const [date, setDate] = useState("");
  const changed = useInterventionChanged();
  const isNone = reply === "none";
  const saving = useMutation({
    mutationFn: async () =>
      post(`/api/interventions/${encodeURIComponent(item.id)}/reply`, {
        reply,
        ...(isNone ? {} : { text, ...(speaker.trim() === "" ? {} : { speaker: speaker.trim() }) }),
        ...(date.trim() === "" ? {} : { date: date.trim() }),
      }),
    onSuccess: async () => {
      await changed();
      toast({ text: t("interventions.saved") });
      onClose();
    },
  });
  const ready = isNone || text.trim() !== "";
  return (
    <Dialog title={t("interventions.reply")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate();
        }}
      >
        <Select
          label={t("interventions.replyKind")}
          value={reply}
          onChange={setReply}
          options={(vocabularyOf("intervention-reply")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("intervention-reply", code),
          }))}
        />
        {isNone ? null : (
          <>
            <TextField
              label={t("interventions.replySpeaker")}
              value={speaker}
              onChange={setSpeaker}
              maxLength={2_000}
            />
            <TextArea
              label={t("interventions.replyWords")}
              hint={t("interventions.replyWordsHint")}
              value={text}
              onChange={setText}
            />
          </>
        )}
        <TextField
          label={t("interventions.replyDate")}
          hint={t("interventions.dateHint")}
          value={date}
          onChange={setDate}
          maxLength={80}
        />
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending} isDisabled={!ready}>
            {t("interventions.replySave")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
