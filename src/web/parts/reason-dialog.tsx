// Asks why, once, in one line: every decision in Guwah carries its reason.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { Button } from "./button.tsx";
import { Actions, Dialog } from "./dialog.tsx";
import { ErrorNote } from "./error-note.tsx";
import { TextField } from "./field.tsx";

interface ReasonDialogProps {
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Under the question: what it will do, where that needs more than a sentence. */
  readonly more?: ReactNode;
  readonly submit: string;
  readonly danger?: boolean;
  readonly optional?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (props.isPending) return;
          if (reason.trim() === "" && props.optional !== true) setMissing(true);
          else props.onSubmit(reason.trim());
        }}
      >
        {props.text === undefined ? null : <p>{props.text}</p>}
        {props.more}
        <TextField
          label={props.optional === true ? t("parts.reasonOptional") : t("parts.reason")}
          hint={t("parts.reasonHint")}
          value={reason}
          onChange={(value) => {
            setReason(value);
            setMissing(false);
          }}
          autoFocus
          {...(missing ? { error: t("parts.reasonMissing") } : {})}
        />
        <ErrorNote error={props.error} />
        <Actions>
          <Button
            type="submit"
            variant={props.danger === true ? "danger" : "primary"}
            isPending={props.isPending}
          >
            {props.submit}
          </Button>
          <Button onPress={props.onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
