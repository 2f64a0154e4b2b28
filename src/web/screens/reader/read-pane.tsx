// The text at the side where one reads, suggestions at the side where one writes.
// Invariant: the address's passage is shown and marked even where it is folded away or far down.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import type { SourceMark, SourceReading, SourceText, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Note } from "../../parts/index.ts";
import type { Place } from "./address.ts";
import { Document } from "./document.tsx";
import type { Item, Lane } from "./items.ts";
import { lanes as laneNames } from "./items.ts";
import { Make } from "./make.tsx";
import type { Making } from "./make-parts.ts";
import { pageOf } from "./make-parts.ts";
import { Margin } from "./margin.tsx";
import { madeId, marksOf, wholeOf } from "./marks-of.ts";
import { Media } from "./media.tsx";
import { scrollToMark, usePointing } from "./pointing.ts";
import { HereNote, Tools } from "./read-tools.tsx";
import type { ShownLayers } from "./read-tools.tsx";
import { firstAt, lanesOf } from "./review-order.ts";
import type { At, Lanes } from "./review-order.ts";
import { blocksOf } from "./segments.ts";
import { useSelected } from "./selection.ts";
import { MarkByKeys, SelectionBar } from "./selection-bar.tsx";
import { useDecide } from "./use-decide.ts";
import { useMaking } from "./use-making.tsx";

export interface ReadPaneProps {
  readonly source: SourceView;
  readonly text: SourceText;
  readonly reading: SourceReading;
  readonly place: Place | null;
  readonly suggestion: string | undefined;
  /** What stands of this source, by its passages. */
  readonly made: readonly SourceMark[];
  readonly mayAdd: boolean;
}

export function ReadPane(props: ReadPaneProps): ReactNode {
  const { source, mayAdd, place, made } = props;
  const { text, pages, cues } = props.text;
  const { reading, decisions, notOffered } = props.reading;
  const decider = useDecide(source.id);
  const [from, to] = place?.kind === "text" ? [place.start, place.end] : [0, 0];
  // One object as long as the address stays: a text of a million letters is cut anew for nothing less.
  const here = useMemo(
    () => (to > from && to <= text.length ? { start: from, end: to } : null),
    [from, to, text],
  );
  const lanes = useMemo(() => lanesOf(text, reading, notOffered), [text, reading, notOffered]);
  const [shown, setShown] = useState<ShownLayers>({ every: false, rest: true });
  const { making, start, onMade } = useMaking(source.id);
  const [byKeys, setByKeys] = useState(false);
  const [at, setAt] = useState<At>(() => beginAt(lanes, props));
  const [wide, setWide] = useState(false);
  const doc = useRef<HTMLDivElement>(null);
  const player = useRef<HTMLMediaElement>(null);
  const [selected, clearSelected] = useSelected(doc, text);
  const { every } = shown;
  const active = at.id === "" ? null : at.id;

  const blocks = useMemo(
    () =>
      blocksOf(text, {
        mask: reading.mask,
        passages: reading.passages,
        marks: marksOf(reading, {
          lanes: new Set<Lane>(every ? laneNames : [at.lane]),
          notOffered,
          made,
          here,
        }),
        pages,
        cues,
      }),
    [text, reading, notOffered, made, here, every, at.lane, pages, cues],
  );
  const show = ({ lane, id }: At): void => {
    setAt({ lane, id });
    // The marks of another lane are drawn first.
    requestAnimationFrame(() => scrollToMark(doc.current, id, "nearest"));
  };
  const navigate = useNavigate();
  usePointing(doc, blocks, (id) => {
    const mark = made.find((one) => madeId(one.id) === id);
    const item = itemsOf(lanes).find((one) => one.id === id);
    if (item !== undefined) setAt({ lane: item.lane, id });
    else if (mark !== undefined) {
      const page = pageOf(mark.schema, mark.record);
      void navigate({ to: page.to, params: { id: page.id } });
    }
  });
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
  const isAny = itemsOf(lanes).length > 0;

  return (
    <div className="reader-grid">
      <div className="reader-doc">
        {place?.kind === "text" ? <HereNote id={source.id} found={here !== null} /> : null}
        {reading.pack === null ? <Note>{t("reader.notAnalysed")}</Note> : null}
        {reading.pack !== null && !isAny ? <Note>{t("reader.nothingSuggested")}</Note> : null}
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
        className={isAny && !wide ? "reader-margin reader-margin--one" : "reader-margin"}
        aria-label={t("reader.margin")}
      >
        {isAny ? (
          <Margin
            source={source}
            text={text}
            reading={reading}
            lanes={lanes}
            lane={at.lane}
            decisions={decisions}
            decider={decider}
            active={active}
            onAt={show}
            onUse={(item) => startMaking(claimOf(item))}
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
          start={itemsOf(lanes).find(({ id }) => id === active)?.start ?? 0}
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

function itemsOf(lanes: Lanes): readonly Item[] {
  return Object.values(lanes).flat();
}

/** The words of an item as the beginning of a claim. */
function claimOf(item: Item): Making {
  const { id, start } = item;
  const end = item.lane === "dates" ? item.date.end : start + item.who.length;
  return { what: "claim", span: { start, end }, suggestion: id };
}

/** The suggestion the address names or whose words it points at, else the first that waits. */
function beginAt(lanes: Lanes, { reading: { decisions }, place, suggestion }: ReadPaneProps): At {
  const over =
    place?.kind === "text"
      ? lanes.statements.find(({ suggestion: s }) => {
          const whole = wholeOf(s);
          return whole.start < place.end && whole.end > place.start;
        })
      : undefined;
  if (suggestion === undefined && place?.kind === "text")
    return { lane: "statements", id: over?.id ?? "" };
  return firstAt(lanes, decisions, suggestion);
}

function playFrom(player: HTMLMediaElement | null, ms: number): void {
  if (player === null) return;
  player.currentTime = ms / 1000;
  player.play().catch(() => {});
}
