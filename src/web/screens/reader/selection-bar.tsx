// What can be made of the selected words, right where they are; and the same for people who select with the keyboard.
import { useRef, useState } from "react";
import type { CSSProperties, ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Actions, Button, KeyHint } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useShortcut } from "../../shell/shortcuts.ts";
import type { MakeWhat } from "./make-parts.ts";
import { fromTextArea, trimmed } from "./selection.ts";
import type { Selected } from "./selection.ts";
import type { Span } from "./spans.ts";

export function SelectionBar({
  selected,
  onMake,
}: {
  readonly selected: Selected;
  readonly onMake: (what: MakeWhat) => void;
}): ReactNode {
  useShortcut("s", t("reader.keyStatement"), () => onMake("statement"));
  useShortcut("c", t("reader.keyClaim"), () => onMake("claim"));
  useShortcut("n", t("reader.keyName"), () => onMake("name"));
  const place = { "--x": `${selected.x}px`, "--y": `${selected.y}px` } as CSSProperties;
  const choices = [
    ["statement", t("reader.makeStatement"), "S"],
    ["claim", t("reader.makeClaim"), "C"],
    ["name", t("reader.makeName"), "N"],
  ] as const;
  return (
    <div className="reader-bar" role="toolbar" aria-label={t("reader.bar")} style={place}>
      {choices.map(([what, label, key]) => (
        <button
          key={what}
          type="button"
          className="btn btn--small"
          // The selection must not be lost before the button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMake(what)}
        >
          {label}
          <KeyHint keys={key} />
        </button>
      ))}
    </div>
  );
}

/** The text in a field that takes no typing: every keyboard and screen reader knows how to select in one. */
export function MarkByKeys({
  text,
  start,
  onUse,
  onClose,
}: {
  readonly text: string;
  /** Where the cursor stands at first. */
  readonly start: number;
  readonly onUse: (span: Span) => void;
  readonly onClose: () => void;
}): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const [empty, setEmpty] = useState(false);
  return (
    <Dialog title={t("reader.markByKeys")} isOpen onClose={onClose} wide>
      <div className="field">
        <label className="field__hint" htmlFor="reader-keys">
          {t("reader.markByKeysText")}
        </label>
        <textarea
          id="reader-keys"
          ref={area}
          className="input input--area reader-keys"
          dir="auto"
          rows={14}
          // Browsers give a field marked readonly no cursor to select with, so every change is refused instead.
          aria-readonly="true"
          inputMode="none"
          spellCheck={false}
          value={text}
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => {}}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window opens for this field
          autoFocus
          onFocus={(event) => {
            if (event.target.selectionEnd === 0) event.target.setSelectionRange(start, start);
          }}
        />
        {empty ? (
          <p className="field__error" role="alert">
            {t("reader.markByKeysNone")}
          </p>
        ) : null}
      </div>
      <Actions>
        <Button
          variant="primary"
          onPress={() => {
            const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
            const span = trimmed(
              text,
              fromTextArea(text, selectionStart),
              fromTextArea(text, selectionEnd),
            );
            if (span === null) setEmpty(true);
            else onUse(span);
          }}
        >
          {t("reader.markByKeysUse")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </Dialog>
  );
}
