// What is marked, as a list: each box and each word with a way to take it back, and words to look for.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, TextField } from "../../parts/index.ts";
import type { Marked, MarkedWords } from "./use-redact.ts";
import { useFind } from "./use-redact.ts";

interface Props {
  readonly id: string;
  readonly isPdf: boolean;
  readonly marked: Marked;
  readonly onRemoveBox: (key: number) => void;
  readonly onWords: (words: MarkedWords) => void;
  readonly onRemoveWords: (words: string) => void;
  readonly onPage: (page: number) => void;
}

const round = (n: number): number => Math.round(n);

export function MarkedList(props: Props): ReactNode {
  const { marked } = props;
  return (
    <section className="stack">
      {props.isPdf ? <FindWords id={props.id} onWords={props.onWords} /> : null}
      <h2>{t("redact.boxes")}</h2>
      {marked.boxes.length + marked.every.length === 0 ? (
        <p className="quiet">{t("redact.boxesNone")}</p>
      ) : (
        <ul className="redact__list">
          {marked.every.map(({ words, places }) => (
            <li key={words}>
              <div>
                <Bidi>“{words}”</Bidi>
                <span className="quiet">{t("redact.wordsFound", { count: places.length })}</span>
              </div>
              <Button
                small
                onPress={() => props.onRemoveWords(words)}
                label={t("redact.removeWords", { words })}
              >
                {t("redact.remove")}
              </Button>
            </li>
          ))}
          {marked.boxes.map((box, i) => (
            <li key={box.key}>
              <div>
                <Button small variant="quiet" onPress={() => props.onPage(box.page)}>
                  {t("redact.boxShort", { n: i + 1 })} · {t("redact.page", { page: box.page })}
                </Button>
                <span className="quiet">
                  {t("redact.boxSize", {
                    width: round(box.width),
                    height: round(box.height),
                    x: round(box.x),
                    y: round(box.y),
                  })}
                </span>
              </div>
              <Button
                small
                onPress={() => props.onRemoveBox(box.key)}
                label={t("redact.removeOne", { n: i + 1 })}
              >
                {t("redact.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FindWords({
  id,
  onWords,
}: {
  readonly id: string;
  readonly onWords: (words: MarkedWords) => void;
}): ReactNode {
  const [words, setWords] = useState("");
  const [missed, setMissed] = useState(false);
  const find = useFind(id, (found) => {
    setMissed(found.places.length === 0);
    if (found.places.length === 0) return;
    onWords(found);
    setWords("");
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim().length > 1) find.mutate(words.trim());
      }}
    >
      <TextField
        label={t("redact.words")}
        hint={t("redact.wordsHint")}
        value={words}
        onChange={(typed) => {
          setWords(typed);
          setMissed(false);
        }}
        {...(missed ? { error: t("redact.wordsNone") } : {})}
      />
      <div>
        <Button type="submit" isPending={find.isPending} isDisabled={words.trim().length < 2}>
          {t("redact.wordsFind")}
        </Button>
      </div>
      <ErrorNote error={find.error} />
    </form>
  );
}
