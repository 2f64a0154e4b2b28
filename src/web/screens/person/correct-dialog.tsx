// A slip of the keyboard is corrected by a new claim with the same passage; the old one stays in the history.
import { useState } from "react";
import type { ReactNode } from "react";
import type { Property } from "../../../model/index.ts";
import type { ClaimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { toInput, ValueField } from "../../parts/value-field.tsx";
import type { ValueDraft, ValueInput } from "../../parts/value-field.tsx";

interface Props {
  readonly claim: ClaimView;
  readonly property: Property;
  readonly isPending: boolean;
  readonly onCorrect: (value: ValueInput) => void;
  readonly onClose: () => void;
}

/** What stands there now, as a person would type it. */
function draftOf({ value, text }: ClaimView): ValueDraft {
  if (value.kind === "ref") return { words: "", ref: { id: value.record, label: text } };
  if (value.kind === "code") return { words: value.code, ref: null };
  const typed =
    value.kind === "name" || value.kind === "text" || value.kind === "place"
      ? value.text
      : "words" in value && value.words !== undefined
        ? value.words
        : text;
  return { words: typed, ref: null };
}

export function CorrectDialog({
  claim,
  property,
  isPending,
  onCorrect,
  onClose,
}: Props): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(claim));
  const [tried, setTried] = useState(false);
  const value = toInput(property, draft);
  return (
    <Dialog title={t("claims.correctTitle")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (value !== null && !isPending) onCorrect(value);
        }}
      >
        <p className="quiet">{t("claims.correctText")}</p>
        <ValueField
          label={t("newClaim.value")}
          property={property}
          draft={draft}
          onChange={setDraft}
          error={tried && value === null ? t("newClaim.missingValue") : undefined}
        />
        <Actions>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("claims.correct")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
