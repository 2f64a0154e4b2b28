// In whose name the group submits.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { SubmissionsOf } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Bidi, Button, ErrorNote, TextArea, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { useChanged } from "./use-submissions.ts";

type Submitter = NonNullable<SubmissionsOf["submitter"]>;
const nobody: Required<Submitter> = { name: "", address: "", email: "", phone: "" };

export function SubmitterLine({
  person,
  submitter,
}: {
  readonly person: string;
  readonly submitter: Submitter | null;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const may = useMay();
  return (
    <div className="submissions__submitter">
      <p>
        <span className="quiet">{t("submissions.submitter")}: </span>
        {submitter === null ? (
          t("submissions.submitterNone")
        ) : (
          <>
            <Bidi>{submitter.name}</Bidi>, <Bidi>{submitter.address}</Bidi>
          </>
        )}
      </p>
      {may("add") ? (
        <Button small onPress={() => setOpen(true)}>
          {t("submissions.change")}
        </Button>
      ) : null}
      {open ? (
        <SubmitterForm person={person} was={submitter} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}

function SubmitterForm({
  person,
  was,
  onClose,
}: {
  readonly person: string;
  readonly was: Submitter | null;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<Required<Submitter>>({ ...nobody, ...was });
  const changed = useChanged(person);
  const saving = useMutation({
    mutationFn: async () => {
      const { name, address, email, phone } = draft;
      await post("/api/submitter", {
        name: name.trim(),
        address: address.trim(),
        ...(email.trim() === "" ? {} : { email: email.trim() }),
        ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
      });
    },
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  const set = (field: keyof Submitter) => (value: string) => setDraft({ ...draft, [field]: value });
  return (
    <Dialog title={t("submissions.submitter")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.isPending) saving.mutate();
        }}
      >
        <TextField
          label={t("submissions.name")}
          hint={t("submissions.submitterHint")}
          value={draft.name}
          onChange={set("name")}
        />
        <TextArea
          label={t("submissions.address")}
          rows={2}
          value={draft.address}
          onChange={set("address")}
        />
        <TextField label={t("submissions.email")} value={draft.email} onChange={set("email")} />
        <TextField label={t("submissions.phone")} value={draft.phone} onChange={set("phone")} />
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("submissions.save")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
