// The form to hand out, and the key it locks to. The settings show the same card.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, Note, TextField, toast } from "../../parts/index.ts";
import { NewKeyDialog } from "./new-key-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { useAppealKey, useNewKey } from "./use-appeals.ts";
import "./appeal.css";

/** `className`: of the section; the settings have their own. */
export function HandOut({
  className = "appeals__part",
}: {
  readonly className?: string;
}): ReactNode {
  const may = useMay();
  const key = useAppealKey();
  const newKey = useNewKey();
  const [asking, setAsking] = useState(false);
  const recipient = key.data?.recipient ?? null;
  const make = (): void =>
    newKey.mutate(undefined, {
      onSuccess: () => {
        setAsking(false);
        toast({ text: t("appeals.keyMade") });
      },
    });
  return (
    <section className={className}>
      <h2>{t("appeals.form")}</h2>
      <p>{t("appeals.formText")}</p>
      <ErrorNote error={newKey.error ?? key.error} />
      {recipient === null ? (
        <p className="quiet">{t(may("keep") ? "appeals.keyNone" : "appeals.keyNoneAsk")}</p>
      ) : (
        <>
          {may("add") ? <Form /> : null}
          <p className="small quiet">
            {t("appeals.key")} <code className="appeals__key">{recipient}</code>
          </p>
        </>
      )}
      {may("keep") && key.data !== undefined ? (
        <div>
          <Button
            variant={recipient === null ? "primary" : "plain"}
            small={recipient !== null}
            isPending={newKey.isPending}
            onPress={() => (recipient === null ? make() : setAsking(true))}
          >
            {t(recipient === null ? "appeals.keyMake" : "appeals.keyNew")}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <NewKeyDialog isPending={newKey.isPending} onClose={() => setAsking(false)} onYes={make} />
      ) : null}
    </section>
  );
}

function Form(): ReactNode {
  const [group, setGroup] = useState("");
  const making = useMutation({
    mutationFn: async () =>
      post<{ html: string }>("/api/appeals/form", group.trim() === "" ? {} : { group }),
    onSuccess: ({ html }) => save(html),
  });
  return (
    <>
      <div className="appeals__make">
        <TextField
          label={t("appeals.group")}
          hint={t("appeals.groupHint")}
          value={group}
          onChange={setGroup}
          maxLength={200}
        />
        <Button isPending={making.isPending} onPress={() => making.mutate()}>
          {t("appeals.formSave")}
        </Button>
      </div>
      <ErrorNote error={making.error} />
      {making.isSuccess ? <Note tone="good">{t("appeals.formSaved")}</Note> : null}
    </>
  );
}

function save(html: string): void {
  const url = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "appeal-form.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
