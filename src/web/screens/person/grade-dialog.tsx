// How good the content of a claim is, apart from who says it: one of six grades, with a reason.
import { useState } from "react";
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import type { ClaimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Actions, Bidi, Button, Radios, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";

interface Props {
  readonly claim: ClaimView;
  readonly isPending: boolean;
  readonly onGrade: (grade: number, reason: string) => void;
  readonly onClose: () => void;
}

export function GradeDialog({ claim, isPending, onGrade, onClose }: Props): ReactNode {
  const [grade, setGrade] = useState(claim.grade === undefined ? "6" : String(claim.grade));
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <Dialog title={t("claims.gradeTitle")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPending) return;
          if (reason.trim() === "") setMissing(true);
          else onGrade(Number(grade), reason.trim());
        }}
      >
        <p>
          <Bidi>{claim.text}</Bidi>
        </p>
        <Radios
          label={t("claims.gradeLabel")}
          value={grade}
          onChange={setGrade}
          choices={(vocabularyOf("content-grade")?.terms ?? []).map((term) => ({
            value: term.code,
            label: `${term.code} · ${termText("content-grade", term.code)}`,
            hint: term.hint,
          }))}
        />
        <TextField
          label={t("parts.reason")}
          hint={t("parts.reasonHint")}
          value={reason}
          onChange={(value) => {
            setReason(value);
            setMissing(false);
          }}
          {...(missing ? { error: t("parts.reasonMissing") } : {})}
        />
        <Actions>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("claims.gradeIt")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
