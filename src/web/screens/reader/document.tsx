// The text as it was received, with everything that is said about it drawn over it.
// Invariant: each run is one text node inside an element that names its offset, so that a selection leads back to the text.
import { memo, useMemo } from "react";
import type { ReactNode } from "react";
import { number, t } from "../../messages/index.ts";
import { clockText } from "../../parts/index.ts";
import { lookOf } from "./marks-of.ts";
import type { Block, Decisions, Segment } from "./spans.ts";

/** Blocks are drawn in lots of about this many UTF-16 units; the browser lays out only those near the window. */
const lotUnits = 10_000;

interface Lot {
  readonly key: number;
  readonly blocks: readonly Block[];
  readonly ids: ReadonlySet<string>;
}

function lotsOf(blocks: readonly Block[]): readonly Lot[] {
  const lots: Lot[] = [];
  let part: Block[] = [];
  const close = (): void => {
    const [first] = part;
    if (first === undefined) return;
    const ids = new Set(part.flatMap((b) => b.segments.flatMap((s) => s.marks.map((m) => m.id))));
    lots.push({ key: first.start, blocks: part, ids });
    part = [];
  };
  for (const block of blocks) {
    part.push(block);
    if (block.end - (part[0]?.start ?? 0) > lotUnits) close();
  }
  close();
  return lots;
}

export interface DocumentProps {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly decisions: Decisions;
  readonly active: string | null;
  /** Lines that are no part of the article are folded into one line that says how many they are. */
  readonly folded: boolean;
  readonly onUnfold: () => void;
  readonly onTime?: (ms: number) => void;
}

export function Document(props: DocumentProps): ReactNode {
  const { blocks, decisions, active } = props;
  const lots = useMemo(() => lotsOf(blocks), [blocks]);
  return lots.map((lot) => (
    <DrawnLot
      key={lot.key}
      lot={lot}
      text={props.text}
      decided={[...lot.ids]
        .map((id) => `${id}:${decisions[id]?.state ?? ""}`)
        .filter((entry) => !entry.endsWith(":"))
        .join("|")}
      active={active !== null && lot.ids.has(active) ? active : null}
      folded={props.folded}
      onUnfold={props.onUnfold}
      {...(props.onTime === undefined ? {} : { onTime: props.onTime })}
    />
  ));
}

interface LotProps extends Pick<
  DocumentProps,
  "text" | "active" | "folded" | "onUnfold" | "onTime"
> {
  readonly lot: Lot;
  /** Decisions on this lot's suggestions as one string, so that a lot is drawn anew only when its own change. */
  readonly decided: string;
}

const DrawnLot = memo(function DrawnLot({ lot, decided, ...props }: LotProps): ReactNode {
  const decisions = useMemo(
    () =>
      Object.fromEntries(
        decided
          .split("|")
          .filter((entry) => entry !== "")
          .map((entry) => {
            const cut = entry.lastIndexOf(":");
            return [entry.slice(0, cut), { state: entry.slice(cut + 1) }];
          }),
      ) as Decisions,
    [decided],
  );
  return (
    <div className="reader-lot">
      {foldedRuns(lot.blocks, props.folded).map((run) =>
        run.folded ? (
          <button
            key={run.blocks[0]?.start}
            type="button"
            className="link reader-fold"
            onClick={props.onUnfold}
          >
            {t("reader.folded", { count: run.blocks.length })}
          </button>
        ) : (
          run.blocks.map((block) => (
            <DrawnBlock
              key={block.start}
              block={block}
              text={props.text}
              decisions={decisions}
              active={props.active}
              onTime={props.onTime}
            />
          ))
        ),
      )}
    </div>
  );
});

interface Run {
  readonly folded: boolean;
  readonly blocks: readonly Block[];
}

function foldedRuns(blocks: readonly Block[], folded: boolean): readonly Run[] {
  if (!folded) return [{ folded: false, blocks }];
  const runs: { folded: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const hide = block.kind === "boilerplate" && !holdsHere(block);
    const last = runs.at(-1);
    if (last?.folded === hide) last.blocks.push(block);
    else runs.push({ folded: hide, blocks: [block] });
  }
  return runs;
}

const holdsHere = (block: Block): boolean =>
  block.segments.some((s) => s.marks.some((m) => m.role === "here"));

function DrawnBlock({
  block,
  text,
  decisions,
  active,
  onTime,
}: {
  readonly block: Block;
  readonly text: string;
  readonly decisions: Decisions;
  readonly active: string | null;
  readonly onTime: ((ms: number) => void) | undefined;
}): ReactNode {
  const { startMs } = block;
  const time = startMs === undefined ? null : clockText(startMs / 1000);
  return (
    <>
      {block.page === undefined ? null : (
        <p className="reader-page">{t("reader.page", { page: number(block.page) })}</p>
      )}
      <p
        className={`reader-block reader-block--${block.kind}${block.joined ? " reader-block--joined" : ""}`}
        dir={block.dir}
        data-script={block.script}
        {...(block.lang === "und" ? {} : { lang: block.lang })}
      >
        {time === null || startMs === undefined ? null : onTime === undefined ? (
          <span className="reader-time">{time} </span>
        ) : (
          <button type="button" className="link reader-time" onClick={() => onTime(startMs)}>
            {time}
          </button>
        )}
        {block.segments.map((segment) => (
          <DrawnRun
            key={segment.start}
            segment={segment}
            block={block}
            words={text.slice(segment.start, segment.end)}
            decisions={decisions}
            active={active}
          />
        ))}
      </p>
    </>
  );
}

function DrawnRun({
  segment,
  block,
  words,
  decisions,
  active,
}: {
  readonly segment: Segment;
  readonly block: Block;
  readonly words: string;
  readonly decisions: Decisions;
  readonly active: string | null;
}): ReactNode {
  const foreign =
    segment.lang === block.lang && segment.dir === block.dir
      ? {}
      : {
          lang: segment.lang === "und" ? undefined : segment.lang,
          dir: segment.dir,
          "data-script": segment.script,
        };
  if (segment.marks.length === 0)
    return (
      <span data-at={segment.start} {...foreign}>
        {words}
      </span>
    );
  const look = lookOf(segment, decisions, active);
  const shown = { className: `reader-run ${look.classes}`, "data-at": segment.start, ...foreign };
  return look.here ? (
    <mark {...shown} data-ids={look.ids}>
      {words}
    </mark>
  ) : (
    <span {...shown} data-ids={look.ids}>
      {words}
    </span>
  );
}
