// A statement from a passage a person marked.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { StatementView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote } from "../../parts/index.ts";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import type { Made, MakeFormProps } from "./make-parts.ts";
import { passageOf } from "./passage.ts";
import { emptyStatement, toInput } from "./statement-draft.ts";
import { StatementFields } from "./statement-fields.tsx";

export function MakeStatement({ source, text, making, onMade, onClose }: MakeFormProps): ReactNode {
  const words = text.slice(making.span.start, making.span.end).replace(/\s+/g, " ").trim();
  const [draft, setDraft] = useState({ ...emptyStatement, content: words });
  const [tried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: async (): Promise<Made> => {
      const made = await post<StatementView>("/api/statements", {
        source: source.id,
        passage: making.passage ?? passageOf(text, making.span),
        ...toInput(draft),
      });
      return {
        id: made.id,
        subject: made.id,
        label: draft.content.trim().slice(0, 80),
        open: { to: "/records/$id", id: made.id },
      };
    },
    onSuccess: onMade,
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (draft.content.trim() !== "") saving.mutate();
        else focusFirstWrong(event.currentTarget);
      }}
    >
      <StatementFields
        source={source.id}
        draft={draft}
        onChange={setDraft}
        contentError={tried && draft.content.trim() === ""}
        autoFocus
      />
      <ErrorNote error={saving.error} />
      <Actions>
        <Button type="submit" variant="primary" isPending={saving.isPending}>
          {t("statement.save")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </form>
  );
}
