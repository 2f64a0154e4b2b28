// A suggestion with other words, another speaker, the people it is about: accepted as a person says it.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Actions, Button } from "../../parts/index.ts";
import type { StatementDraft } from "./statement-draft.ts";
import { changesOf } from "./statement-draft.ts";
import { StatementFields } from "./statement-fields.tsx";
import type { StatementInput } from "./use-decide.ts";

export interface EditSuggestionProps {
  readonly source: string;
  readonly suggested: StatementDraft;
  readonly onAccept: (edit: StatementInput) => Promise<void>;
  readonly onClose: () => void;
}

export function EditSuggestion({
  source,
  suggested,
  onAccept,
  onClose,
}: EditSuggestionProps): ReactNode {
  const [draft, setDraft] = useState(suggested);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the form, as it does everywhere
    <form
      className="stack reader-edit"
      noValidate
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (draft.content.trim() === "" || busy) return;
        setBusy(true);
        void onAccept(changesOf(draft, suggested)).finally(() => setBusy(false));
      }}
    >
      <StatementFields
        source={source}
        draft={draft}
        onChange={setDraft}
        contentError={tried && draft.content.trim() === ""}
        autoFocus
      />
      <Actions>
        <Button type="submit" variant="primary" isPending={busy}>
          {t("statement.accept")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </form>
  );
}
