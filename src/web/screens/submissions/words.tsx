// The group's own words in the fields of a form that ask for them.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { RouteCard } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, TextArea } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useChanged } from "./use-submissions.ts";

/** A button and its dialog; `first`: the one field to write, else all of the form. */
export function Words({
  person,
  address,
  card,
  first,
}: {
  readonly person: string;
  readonly address: string;
  readonly card: RouteCard;
  readonly first?: string;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const changed = useChanged(address);
  const oneOfFive = first?.startsWith("category-") === true;
  const fields = card.writable.filter(
    (field) =>
      first === undefined || field === first || (oneOfFive && field.startsWith("category-")),
  );
  const saving = useMutation({
    mutationFn: async () => {
      for (const [field, words] of Object.entries(drafts))
        if (words.trim() !== (card.words[field] ?? ""))
          await post("/api/submissions/words", { person, field, words: words.trim() || null });
    },
    onSuccess: async () => {
      await changed();
      setOpen(false);
      setDrafts({});
    },
  });
  if (fields.length === 0) return null;
  return (
    <>
      <Button small={first !== undefined} onPress={() => setOpen(true)}>
        {t(first === undefined ? "submissions.words" : "submissions.write")}
      </Button>
      {open ? (
        <Dialog title={t("submissions.words")} isOpen wide onClose={() => setOpen(false)}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (!saving.isPending) saving.mutate();
            }}
          >
            <p className="quiet">{t("submissions.wordsHint")}</p>
            {fields.map((field) => (
              <TextArea
                key={field}
                label={card.labels[field] ?? field}
                rows={fields.length > 1 ? 3 : 6}
                value={drafts[field] ?? card.words[field] ?? ""}
                onChange={(words) => setDrafts({ ...drafts, [field]: words })}
              />
            ))}
            <ErrorNote error={saving.error} />
            <Actions>
              <Button type="submit" variant="primary" isPending={saving.isPending}>
                {t("submissions.save")}
              </Button>
            </Actions>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
