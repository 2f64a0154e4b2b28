// The player and its keys. A foot pedal sends keys of the keyboard, so what it does is set in the pedal's own program.
// Invariant: stopping steps back a little before it goes on, so that no word falls into the gap.
import { useCallback, useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

const rewindMs = 1_500;
const stepMs = 5_000;
const speeds = [0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2] as const;

export interface Player {
  readonly media: RefObject<HTMLMediaElement | null>;
  readonly nowMs: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly now: () => number;
  readonly toggle: () => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly slower: () => void;
  readonly faster: () => void;
  readonly playAt: (ms: number) => void;
  /** Goes there without playing. */
  readonly seek: (ms: number) => void;
}

export function usePlayer(): Player {
  const media = useRef<HTMLMediaElement>(null);
  const [nowMs, setNowMs] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);

  useEffect(() => {
    const element = media.current;
    if (element === null) return undefined;
    const told = (): void => {
      setNowMs(Math.round(element.currentTime * 1_000));
      setPlaying(!element.paused);
    };
    const events = ["timeupdate", "seeked", "play", "pause", "ended"];
    for (const event of events) element.addEventListener(event, told);
    return () => {
      for (const event of events) element.removeEventListener(event, told);
    };
  }, []);

  const now = useCallback(() => Math.round((media.current?.currentTime ?? 0) * 1_000), []);
  const seek = useCallback((ms: number) => {
    const element = media.current;
    if (element !== null) element.currentTime = Math.max(0, ms / 1_000);
  }, []);
  const play = useCallback(() => {
    // A browser may refuse to play before anything was pressed; the player's own button is there.
    void media.current?.play().catch(() => {});
  }, []);
  const toggle = useCallback(() => {
    const element = media.current;
    if (element === null) return;
    if (element.paused) return play();
    element.pause();
    seek(now() - rewindMs);
  }, [now, play, seek]);
  const change = useCallback((by: 1 | -1) => {
    const element = media.current;
    if (element === null) return;
    const at = speeds.findIndex((one) => one >= element.playbackRate);
    const next = speeds[Math.min(speeds.length - 1, Math.max(0, at + by))] ?? 1;
    element.playbackRate = next;
    setSpeed(next);
  }, []);

  return {
    media,
    nowMs,
    playing,
    speed,
    now,
    toggle,
    seek,
    back: useCallback(() => seek(now() - stepMs), [now, seek]),
    forward: useCallback(() => seek(now() + stepMs), [now, seek]),
    slower: useCallback(() => change(-1), [change]),
    faster: useCallback(() => change(1), [change]),
    playAt: useCallback(
      (ms: number) => {
        seek(ms);
        play();
      },
      [play, seek],
    ),
  };
}
