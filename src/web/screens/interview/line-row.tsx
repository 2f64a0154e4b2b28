// One stretch of the recording: its time, who speaks, the words and their translation, and what is made of them.
import { memo, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Button, cx, Icon } from "../../parts/index.ts";
import { type Line, timeShown, timeTyped } from "./rows.ts";

export interface LineRowProps {
  readonly line: Line;
  readonly mayAdd: boolean;
  readonly withTranslation: boolean;
  readonly isNow: boolean;
  readonly isNew: boolean;
  readonly onPlay: (ms: number) => void;
  readonly onChange: (key: string, by: Partial<Omit<Line, "key">>) => void;
  readonly onRemove: (key: string) => void;
  /** Something is made of these words: all of the row's, or those that are marked in it. */
  readonly onMake: (made: { readonly line: Line; readonly words: string }) => void;
}

export const LineRow = memo(function LineRow(props: LineRowProps): ReactNode {
  const { line, mayAdd, withTranslation, isNow, isNew, onPlay, onChange } = props;
  const row = useRef<HTMLLIElement>(null);
  const time = timeShown(line.fromMs);
  useEffect(() => {
    if (isNew) row.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [isNew]);
  const marked = (): string => {
    const area = row.current?.querySelector<HTMLTextAreaElement>("textarea");
    const words = area?.value.slice(area.selectionStart, area.selectionEnd).trim() ?? "";
    return words === "" ? line.original || line.translation : words;
  };
  return (
    <li
      ref={row}
      className={cx("interview-line", isNow && "interview-line--now")}
      data-from={line.fromMs}
      {...(isNow ? { "aria-current": "true" as const } : {})}
    >
      <div className="interview-line__time">
        <Button
          small
          variant="quiet"
          label={t("interview.playFrom", { time })}
          onPress={() => onPlay(line.fromMs)}
        >
          <span aria-hidden="true">▶</span> {time}
        </Button>
        {mayAdd ? (
          <>
            <TimeField
              label={t("interview.from")}
              ms={line.fromMs}
              onTime={(fromMs) => onChange(line.key, { fromMs, toMs: Math.max(fromMs, line.toMs) })}
            />
            <TimeField
              label={t("interview.to")}
              ms={line.toMs}
              onTime={(toMs) => toMs >= line.fromMs && onChange(line.key, { toMs })}
            />
          </>
        ) : null}
      </div>
      <div className="interview-line__words">
        <Words
          label={t("interview.original")}
          text={line.original}
          mayAdd={mayAdd}
          onText={(original) => onChange(line.key, { original })}
        />
        {withTranslation ? (
          <Words
            label={t("interview.translation")}
            text={line.translation}
            mayAdd={mayAdd}
            onText={(translation) => onChange(line.key, { translation })}
          />
        ) : null}
      </div>
      <div className="interview-line__more">
        {mayAdd ? (
          <input
            className="input interview-line__speaker"
            aria-label={t("interview.speaker")}
            placeholder={t("interview.speaker")}
            dir="auto"
            autoComplete="off"
            value={line.speaker}
            onChange={(event) => onChange(line.key, { speaker: event.target.value })}
          />
        ) : line.speaker === "" ? null : (
          <bdi className="quiet">{line.speaker}</bdi>
        )}
        {mayAdd ? (
          <>
            <Button
              small
              label={t("interview.makeFrom", { time })}
              onPress={() => props.onMake({ line, words: marked() })}
            >
              <Icon name="plus" />
              {t("interview.make")}
            </Button>
            <Button
              small
              variant="quiet"
              label={t("interview.remove", { time })}
              onPress={() => props.onRemove(line.key)}
            >
              <Icon name="close" />
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
});

function Words({
  label,
  text,
  mayAdd,
  onText,
}: {
  readonly label: string;
  readonly text: string;
  readonly mayAdd: boolean;
  readonly onText: (text: string) => void;
}): ReactNode {
  if (!mayAdd)
    return (
      <p className="interview-line__said" dir="auto">
        {text}
      </p>
    );
  return (
    <textarea
      className="input interview-line__text"
      aria-label={label}
      placeholder={label}
      dir="auto"
      rows={1}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

/** A time is taken when one leaves the field; what is none goes back to what stood. */
function TimeField({
  label,
  ms,
  onTime,
}: {
  readonly label: string;
  readonly ms: number;
  readonly onTime: (ms: number) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="input interview-line__clock"
      aria-label={label}
      inputMode="numeric"
      dir="ltr"
      autoComplete="off"
      value={typed ?? timeShown(ms)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const read = typed === null ? null : timeTyped(typed);
        if (read !== null && read !== ms) onTime(read);
        setTyped(null);
      }}
    />
  );
}
