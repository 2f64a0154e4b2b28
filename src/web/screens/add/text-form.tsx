// A text pasted or typed in, with what one knows about it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ApiError, post } from "../../api/index.ts";
import type { IntakeItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Button,
  ErrorNote,
  LinkButton,
  Note,
  Select,
  TextArea,
  TextField,
  toast,
} from "../../parts/index.ts";
import { DateField } from "../sources/date-field.tsx";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import { kindOptions, languageOptions } from "../sources/kinds.ts";
import { emptyText, textBody, useDraft } from "./drafts.ts";
import { useLeaveGuard } from "./leave-guard.tsx";

/** Sends a text, and goes to its source; what is wrong with the text itself comes back as an error. */
export function useAddText(
  path: string,
  onAdded: () => void,
  /** What else is to be kept with the source before it is shown. */
  more: (source: string) => Promise<void> = async () => {},
) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [same, setSame] = useState<string | null>(null);
  const adding = useMutation({
    mutationFn: async (body: unknown) => {
      const item = await post<IntakeItem>(path, body);
      if (item.error !== undefined) throw new ApiError(item.error.code, 422, item.error.message);
      if (item.source !== undefined) await more(item.source);
      return item;
    },
    onSuccess: async (item) => {
      setSame(item.duplicateOf ?? null);
      if (item.source === undefined) return;
      onAdded();
      toast({ key: "add", text: t("add.saved", { title: item.title ?? item.name }) });
      await client.invalidateQueries({ queryKey: ["sources"] });
      await navigate({ to: "/sources/$id", params: { id: item.source }, ignoreBlocker: true });
    },
  });
  return { adding, same };
}

export function SameNote({ id }: { readonly id: string | null }): ReactNode {
  if (id === null) return null;
  return (
    <Note tone="warn">
      <div className="row">
        {t("add.same")}
        <LinkButton small to="/sources/$id" params={{ id }}>
          {t("add.openSame")}
        </LinkButton>
      </div>
    </Note>
  );
}

export function TextForm(): ReactNode {
  const [draft, setDraft, clear] = useDraft("text", emptyText);
  const [tried, setTried] = useState(false);
  const [dateWrong, setDateWrong] = useState(false);
  const { adding, same } = useAddText("/api/sources/text", clear);
  const guard = useLeaveGuard(draft.text.trim() !== "" && !adding.isSuccess, t("add.leaveDraft"));
  const set = (key: keyof typeof draft) => (value: string) => setDraft({ ...draft, [key]: value });
  const missing = draft.text.trim() === "";
  return (
    <form
      className="stack add__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing && !dateWrong) adding.mutate(textBody(draft));
        else focusFirstWrong(event.currentTarget);
      }}
    >
      {guard}
      <TextArea
        label={t("add.textField")}
        hint={t("add.textHint")}
        value={draft.text}
        onChange={set("text")}
        rows={12}
        {...(tried && missing ? { error: t("add.textMissing") } : {})}
      />
      <div className="add__pair">
        <Select
          label={t("add.kind")}
          value={draft.kind}
          onChange={set("kind")}
          options={kindOptions()}
        />
        <Select
          label={t("add.language")}
          value={draft.language}
          onChange={set("language")}
          empty={t("add.languageGuess")}
          options={languageOptions()}
        />
      </div>
      <TextField
        label={t("add.titleField")}
        hint={t("add.titleHint")}
        value={draft.title}
        onChange={set("title")}
      />
      <div className="add__pair">
        <TextField label={t("add.publisher")} value={draft.publisher} onChange={set("publisher")} />
        <DateField
          label={t("add.publishedField")}
          value={draft.published}
          onChange={set("published")}
          onWrong={setDateWrong}
        />
      </div>
      <TextField
        label={t("add.url")}
        type="url"
        dir="ltr"
        value={draft.url}
        onChange={set("url")}
      />
      <SameNote id={same} />
      <ErrorNote error={adding.error} />
      <Actions>
        <Button type="submit" variant="primary" isPending={adding.isPending}>
          {t("add.saveText")}
        </Button>
      </Actions>
      <p className="quiet small">{t("add.notKept")}</p>
    </form>
  );
}
