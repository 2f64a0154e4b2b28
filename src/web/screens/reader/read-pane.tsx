// The text at the side where one reads, suggestions at the side where one writes.
// Invariant: the address's passage is shown and marked even where it is folded away or far down.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { SourceReading, SourceText, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Note } from "../../parts/index.ts";
import type { Place } from "./address.ts";
import { Document } from "./document.tsx";
import { Make } from "./make.tsx";
import type { Making } from "./make-parts.ts";
import { Margin } from "./margin.tsx";
import { marksOf, wholeOf } from "./marks-of.ts";
import { Media } from "./media.tsx";
import { Names } from "./names.tsx";
import { blocksOf } from "./segments.ts";
import { useSelected } from "./selection.ts";
import { MarkByKeys, SelectionBar } from "./selection-bar.tsx";
import { scrollToMark, usePointing } from "./pointing.ts";
import type { Span } from "./spans.ts";
import { toldIn } from "./told.ts";
import { useDecide } from "./use-decide.ts";
import { HereNote, Sides, Tools } from "./read-tools.tsx";
import type { ShownLayers, Side } from "./read-tools.tsx";
import { useMaking } from "./use-making.tsx";

export interface ReadPaneProps {
  readonly source: SourceView;
  readonly text: SourceText;
  readonly reading: SourceReading;
  readonly place: Place | null;
  readonly suggestion: string | undefined;
  readonly mayAdd: boolean;
}

export function ReadPane(props: ReadPaneProps): ReactNode {
  const { source, mayAdd, place } = props;
  const { text, pages, cues } = props.text;
  const { reading, decisions } = props.reading;
  const decider = useDecide(source.id);
  const [from, to] = place?.kind === "text" ? [place.start, place.end] : [0, 0];
  // One object as long as the address stays: a text of a million letters is cut anew for nothing less.
  const here = useMemo(
    () => (to > from && to <= text.length ? { start: from, end: to } : null),
    [from, to, text],
  );
  const told = useMemo(() => toldIn(text, reading), [text, reading]);
  const [shown, setShown] = useState<ShownLayers>({ names: false, figures: false, rest: true });
  const { making, made, start, onMade } = useMaking(source.id);
  const [byKeys, setByKeys] = useState(false);
  const [side, setSide] = useState<Side>(told.length > 0 ? "statements" : "names");
  const [wide, setWide] = useState(false);
  const doc = useRef<HTMLDivElement>(null);
  const player = useRef<HTMLMediaElement>(null);
  const [selected, clearSelected] = useSelected(doc, text);
  const [active, setActive] = useState<string | null>(() => firstActive(props));
  const { names, figures } = shown;

  const blocks = useMemo(
    () =>
      blocksOf(text, {
        mask: reading.mask,
        passages: reading.passages,
        marks: marksOf(reading, made, here, { names: names || side === "names", figures }),
        pages,
        cues,
      }),
    [text, reading, made, here, names, figures, side, pages, cues],
  );
  const show = (id: string | null): void => {
    setActive(id);
    if (id !== null) requestAnimationFrame(() => scrollToMark(doc.current, id, "nearest"));
  };
  usePointing(doc, blocks, setActive);
  const hereAt = here === null ? "" : `${here.start}-${here.end}`;
  useEffect(() => {
    if (hereAt !== "") scrollToMark(doc.current, "here", "center");
  }, [hereAt]);

  // The same functions for every drawing: a long text is drawn anew only where it changes.
  const unfold = useCallback(() => setShown((before) => ({ ...before, rest: true })), []);
  const playAt = useCallback((ms: number) => playFrom(player.current, ms), []);

  const startMaking = (next: Making): void => {
    clearSelected();
    setByKeys(false);
    start(next);
  };
  const isList = told.length > 0;

  return (
    <div className="reader-grid">
      <div className="reader-doc">
        {place?.kind === "text" ? <HereNote id={source.id} found={here !== null} /> : null}
        {reading.pack === null ? <Note>{t("reader.notAnalysed")}</Note> : null}
        {reading.pack !== null && !isList ? <Note>{t("reader.nothingSuggested")}</Note> : null}
        <Tools
          reading={reading}
          shown={shown}
          onShown={setShown}
          {...(mayAdd ? { onByKeys: () => setByKeys(true) } : {})}
        />
        <Media source={source} player={player} />
        <section ref={doc} className="reader-text" aria-label={t("reader.text")}>
          <Document
            text={text}
            blocks={blocks}
            decisions={decisions}
            active={active}
            folded={!shown.rest}
            onUnfold={unfold}
            {...(source.file?.mime.startsWith("audio/") || source.file?.mime.startsWith("video/")
              ? { onTime: playAt }
              : {})}
          />
        </section>
      </div>
      <aside
        className={
          side === "statements" && isList && !wide
            ? "reader-margin reader-margin--one"
            : "reader-margin"
        }
        aria-label={t("reader.margin")}
      >
        {!isList || reading.mentions.length + reading.figures.length === 0 ? null : (
          <Sides side={side} onSide={setSide} />
        )}
        {side === "names" && reading.mentions.length + reading.figures.length > 0 ? (
          <Names
            text={text}
            reading={reading}
            records={source.records}
            mayAdd={mayAdd}
            onShow={(span) => showSpan(doc.current, span)}
            onMake={(span, as, type) =>
              startMaking(
                as === "figure"
                  ? { what: "claim", span, schema: "Figure", property: "quantity" }
                  : { what: "name", span, ...(type === undefined ? {} : { type }) },
              )
            }
          />
        ) : isList ? (
          <Margin
            source={source.id}
            told={told}
            decisions={decisions}
            decider={decider}
            active={active}
            onActive={show}
            mayAdd={mayAdd}
            wide={wide}
            onWide={setWide}
            quiet={selected !== null || making !== null || byKeys}
          />
        ) : null}
      </aside>
      {selected !== null && making === null && mayAdd ? (
        <SelectionBar
          selected={selected}
          onMake={(what) =>
            startMaking({ what, span: { start: selected.start, end: selected.end } })
          }
        />
      ) : null}
      {byKeys ? (
        <MarkByKeys
          text={text}
          start={placeOfActive(props, active)}
          onUse={(span) => startMaking({ what: "claim", span })}
          onClose={() => setByKeys(false)}
        />
      ) : null}
      {making === null ? null : (
        <Make
          source={source}
          text={text}
          reading={reading}
          decisions={decisions}
          making={making}
          onMade={onMade}
          onClose={() => start(null)}
        />
      )}
    </div>
  );
}

/** The suggestion the address names or whose words it points at, else the first that waits. */
function firstActive({
  reading: { reading, decisions },
  place,
  suggestion,
  text,
}: ReadPaneProps): string | null {
  const told = toldIn(text.text, reading);
  const named = told.find((one) => one.suggestion.id === suggestion);
  if (named !== undefined) return named.suggestion.id;
  if (place?.kind === "text") {
    const over = told.find(({ suggestion: s }) => {
      const whole = wholeOf(s);
      return whole.start < place.end && whole.end > place.start;
    });
    return over?.suggestion.id ?? null;
  }
  const open = told.find(({ suggestion: { id } }) => decisions[id] === undefined);
  return open?.suggestion.id ?? null;
}

function placeOfActive({ reading: { reading } }: ReadPaneProps, active: string | null): number {
  const found = reading.statements.find(({ id }) => id === active);
  return found === undefined ? 0 : wholeOf(found).start;
}

function playFrom(player: HTMLMediaElement | null, ms: number): void {
  if (player === null) return;
  player.currentTime = ms / 1000;
  player.play().catch(() => {});
}

function showSpan(root: HTMLElement | null, span: Span): void {
  const runs = root?.querySelectorAll<HTMLElement>("[data-at]") ?? [];
  for (const run of runs) {
    const start = Number(run.dataset["at"]);
    if (start + (run.textContent?.length ?? 0) <= span.start) continue;
    run.scrollIntoView({ block: "center" });
    return;
  }
}
