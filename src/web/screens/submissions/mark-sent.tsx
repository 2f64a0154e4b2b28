// Writing down that a submission was sent, with the hash of the very document.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, TextField } from "../../parts/index.ts";
import { useChanged } from "./use-submissions.ts";

const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

export function MarkSent({
  ask,
  file,
  address,
  onDone,
}: {
  readonly ask: {
    readonly route: string;
    readonly person: string;
    readonly language: string;
    readonly audience: string;
  };
  readonly file: string;
  readonly address: string;
  readonly onDone: () => void;
}): ReactNode {
  const [on, setOn] = useState(today);
  const [reference, setReference] = useState("");
  const changed = useChanged(address);
  const saving = useMutation({
    mutationFn: async () => {
      const { person, ...rest } = ask;
      await post("/api/submissions/sent", {
        ...rest,
        people: [person],
        file,
        on,
        ...(reference.trim() === "" ? {} : { reference: reference.trim() }),
      });
    },
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== "" && !saving.isPending) saving.mutate();
      }}
    >
      <TextField label={t("submissions.sentOn")} type="date" value={on} onChange={setOn} />
      <TextField
        label={t("submissions.reference")}
        hint={t("submissions.referenceHint")}
        value={reference}
        onChange={setReference}
        maxLength={2_000}
      />
      <ErrorNote error={saving.error} />
      <div>
        <Button type="submit" isPending={saving.isPending}>
          {t("submissions.markSent")}
        </Button>
      </div>
    </form>
  );
}
