// How the group is named and reached in every release. A keeper says it once, for the screen and the terminal alike.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { Publisher } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Bidi, Button, ErrorNote, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useMay } from "../../shell/rights.ts";

const parts = ["name", "contact", "address"] as const;

export function PublisherPart({ publisher }: { readonly publisher: Publisher }): ReactNode {
  const [open, setOpen] = useState(false);
  const may = useMay();
  const told = parts.filter((part) => publisher[part] !== undefined);
  return (
    <section className="release__part">
      <h2>{t("release.publisher")}</h2>
      {told.length === 0 ? <p className="quiet">{t("release.publisherNone")}</p> : null}
      {told.length === 0 ? null : (
        <dl className="release__told">
          {told.map((part) => (
            <div key={part}>
              <dt className="quiet">{t(`release.publisher.${part}`)}</dt>
              <dd>
                <Bidi>{publisher[part]}</Bidi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {may("keep") ? (
        <div>
          <Button onPress={() => setOpen(true)}>{t("release.publisherChange")}</Button>
        </div>
      ) : (
        <p className="quiet small">{t("release.publisherKeeper")}</p>
      )}
      {open ? <SetPublisher publisher={publisher} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function SetPublisher({
  publisher,
  onClose,
}: {
  readonly publisher: Publisher;
  readonly onClose: () => void;
}): ReactNode {
  const [typed, setTyped] = useState<Publisher>(publisher);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async () => post<Publisher>("/api/releases/publisher", typed),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["release"] });
    },
  });
  return (
    <Dialog title={t("release.publisher")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p>{t("release.publisherText")}</p>
        {parts.map((part) => (
          <TextField
            key={part}
            label={t(`release.publisher.${part}`)}
            hint={t(`release.publisherHint.${part}`)}
            value={typed[part] ?? ""}
            onChange={(words) => setTyped({ ...typed, [part]: words })}
            maxLength={300}
            spellCheck={false}
            autoFocus={part === "name"}
          />
        ))}
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("parts.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
