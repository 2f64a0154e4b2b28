// What is being typed, and saving it by itself: a version a minute at most and one on leaving; nothing overwrites another's.
// Invariant: a track is saved against the version it was read from; on a conflict the typing stays and a person decides.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "../../api/index.ts";
import { asApiError, post } from "../../api/index.ts";
import type { InterviewView, TranscriptView } from "../../api/views.ts";
import { interviewKey } from "./use-interview.ts";
import { saveDelay } from "./save-times.ts";
import { type Line, linesOf, segmentsOf, withLineAt } from "./rows.ts";

export type Track = "original" | "translation";
const tracks: readonly Track[] = ["original", "translation"];
export interface TrackFacts {
  readonly language: string;
  readonly by: string;
}
export type SaveState = "saved" | "unsaved" | "saving" | "failed";

export interface Transcript {
  readonly lines: readonly Line[];
  readonly state: SaveState;
  readonly error: ApiError | null;
  readonly change: (key: string, by: Partial<Omit<Line, "key">>) => void;
  readonly remove: (key: string) => void;
  readonly insertAt: (ms: number) => string;
  readonly save: () => Promise<void>;
}

export const trackOf = (
  view: InterviewView,
  track: Track,
  language: string,
): TranscriptView | undefined =>
  view.transcripts.find((one) => one.track === track && one.language === language);

type TrackPair = Readonly<Record<Track, TrackFacts | null>>;

/** What a saving needs of the typing: always the latest, whenever it runs. */
interface Typing {
  lines: readonly Line[];
  facts: TrackPair;
  readonly dirty: Set<Track>;
  /** Milliseconds since 1970: the first word that is not in a version, and the last version of this sitting. */
  dirtySince: number | null;
  savedAt: number | null;
}

/** What the browser sends of a page that is being left; the rest of the request needs room as well. */
const leavingUnits = 20_000;

/** Saves the tracks that changed, one after the other, and again after each rest. */
function useSaver(view: InterviewView, typing: RefObject<Typing>) {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>("saved");
  const [error, setError] = useState<ApiError | null>(null);
  const seqs = useRef(new Map(view.transcripts.map((one) => [keyOf(one.track, one), one.seq])));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const turn = useRef<Promise<void>>(Promise.resolve());

  const saveTrack = useCallback(
    async (track: Track, fact: TrackFacts, keepalive: boolean): Promise<void> => {
      const saved = await post<TranscriptView>(
        `/api/interviews/${encodeURIComponent(view.source)}/transcript`,
        {
          track,
          language: fact.language,
          by: fact.by.trim(),
          segments: segmentsOf(typing.current.lines, track),
          expect: seqs.current.get(keyOf(track, fact)) ?? null,
        },
        { keepalive },
      );
      seqs.current.set(keyOf(track, fact), saved.seq);
      client.setQueryData<InterviewView>(interviewKey(view.source), (before) =>
        before === undefined ? before : withTrack(before, saved),
      );
    },
    [client, typing, view.source],
  );

  const saveNow = useCallback(
    async (leaving = false): Promise<void> => {
      const { dirty } = typing.current;
      const whole = tracks.flatMap((track) => {
        const fact = typing.current.facts[track];
        const isWhole = fact !== null && fact.language !== "" && fact.by.trim() !== "";
        return isWhole && dirty.delete(track) ? [{ track, fact }] : [];
      });
      typing.current.dirtySince = null;
      if (whole.length > 0) setState("saving");
      const saved = await Promise.allSettled(
        whole.map(({ track, fact }) => saveTrack(track, fact, leaving)),
      );
      const failed = saved.flatMap((one, i) =>
        one.status === "rejected" ? [{ track: whole[i]?.track, cause: one.reason as unknown }] : [],
      );
      for (const { track } of failed) if (track !== undefined) dirty.add(track);
      if (whole.length > failed.length) typing.current.savedAt = Date.now();
      setError(failed[0] === undefined ? null : asApiError(failed[0].cause));
      setState(failed.length > 0 ? "failed" : dirty.size === 0 ? "saved" : "unsaved");
    },
    [saveTrack, typing],
  );

  const save = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    turn.current = turn.current.then(() => saveNow());
    return turn.current;
  }, [saveNow]);

  const touched = useCallback(
    (changed: readonly Track[]): void => {
      for (const track of changed) typing.current.dirty.add(track);
      setState("unsaved");
      clearTimeout(timer.current);
      const now = Date.now();
      const { savedAt, dirtySince } = typing.current;
      typing.current.dirtySince = dirtySince ?? now;
      const delay = saveDelay({ now, savedAt, dirtySince: dirtySince ?? now });
      timer.current = setTimeout(() => void save(), delay);
    },
    [save, typing],
  );

  const leave = useCallback((): void => {
    clearTimeout(timer.current);
    void saveNow(true);
  }, [saveNow]);
  useLeaving(typing, save, leave);

  return { state, error, save, touched };
}

/** What was typed in the last moments goes out with whoever leaves the page, closes it or loads it anew. */
function useLeaving(typing: RefObject<Typing>, save: () => Promise<void>, leave: () => void): void {
  useEffect(() => {
    const { dirty } = typing.current;
    const hide = (): void => {
      if (dirty.size > 0) leave();
    };
    const ask = (event: BeforeUnloadEvent): void => {
      if (dirty.size === 0 || unitsOf(typing.current) <= leavingUnits) return;
      event.preventDefault();
      void save();
    };
    addEventListener("pagehide", hide);
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("pagehide", hide);
      removeEventListener("beforeunload", ask);
      if (dirty.size > 0) void save();
    };
  }, [leave, save, typing]);
}

/** `facts`: the language each track is in and who writes it; a track without them is not saved. */
export function useTranscript(view: InterviewView, facts: TrackPair): Transcript {
  const [lines, setLines] = useState<readonly Line[]>(() => startOf(view, facts));
  const latest = useRef<Typing>({
    lines,
    facts,
    dirty: new Set(),
    dirtySince: null,
    savedAt: null,
  });
  useLayoutEffect(() => {
    latest.current.lines = lines;
    latest.current.facts = facts;
  });
  const { state, error, save, touched } = useSaver(view, latest);

  return {
    lines,
    state,
    error,
    change: useCallback(
      (key, by) => {
        setLines((before) => {
          const after = before.map((one) => (one.key === key ? { ...one, ...by } : one));
          return by.fromMs === undefined ? after : after.toSorted((a, b) => a.fromMs - b.fromMs);
        });
        const both = by.fromMs !== undefined || by.toMs !== undefined || by.speaker !== undefined;
        const line = latest.current.lines.find((one) => one.key === key);
        touched([
          ...(by.original !== undefined || both ? (["original"] as const) : []),
          ...(by.translation !== undefined || (both && line?.translation !== "")
            ? (["translation"] as const)
            : []),
        ]);
      },
      [touched],
    ),
    remove: useCallback(
      (key) => {
        const line = latest.current.lines.find((one) => one.key === key);
        setLines((before) => before.filter((one) => one.key !== key));
        touched(line?.translation === "" ? ["original"] : ["original", "translation"]);
      },
      [touched],
    ),
    insertAt: useCallback(
      (ms) => {
        const next = withLineAt(latest.current.lines, ms);
        latest.current.lines = next.lines;
        setLines(next.lines);
        touched(["original"]);
        return next.key;
      },
      [touched],
    ),
    save,
  };
}

/** About how much both tracks are: a sign of any script is at most three bytes for a unit. */
const unitsOf = ({ lines }: Typing): number =>
  lines.reduce((sum, { original, translation }) => sum + original.length + translation.length, 0) +
  lines.length * 20;

const keyOf = (track: Track, { language }: { readonly language: string }): string =>
  `${track} ${language}`;

function startOf(view: InterviewView, facts: Readonly<Record<Track, TrackFacts | null>>): Line[] {
  const segments = (track: Track) =>
    trackOf(view, track, facts[track]?.language ?? "")?.segments ?? [];
  return linesOf(segments("original"), segments("translation"));
}

function withTrack(view: InterviewView, saved: TranscriptView): InterviewView {
  const others = view.transcripts.filter(
    (one) => one.track !== saved.track || one.language !== saved.language,
  );
  const transcripts = [...others, saved].toSorted((a, b) =>
    keyOf(a.track, a) < keyOf(b.track, b) ? -1 : 1,
  );
  return { ...view, transcripts };
}
