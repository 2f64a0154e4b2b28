// Where the focus goes when the next pair comes in.
// Invariant: it is never lost. Who answered with the buttons finds the same button, who used keys the heading of the new pair, and
// who stepped on with Skip stays there; whoever is not taken to the heading hears it.
import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Verdict } from "../../../model/index.ts";
import { verdicts } from "./verdicts.ts";

export interface Arrival {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What stands there when no pair is left. */
  readonly nothing: RefObject<HTMLDivElement | null>;
  /** The foot with the four answers, in their order. */
  readonly answers: RefObject<HTMLDivElement | null>;
  /** Says to which button the focus shall come back. */
  readonly comeBackTo: (verdict: Verdict | null) => void;
  readonly announced: string;
}

/** `pair`: key of the pair that is shown; `text`: what to say of it. */
export function useArrival(pair: string | null, text: string): Arrival {
  const heading = useRef<HTMLHeadingElement>(null);
  const nothing = useRef<HTMLDivElement>(null);
  const answers = useRef<HTMLDivElement>(null);
  const pressed = useRef<Verdict | null>(null);
  const before = useRef<string | null>(null);
  const said = useRef(text);
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    said.current = text;
  });
  useEffect(() => {
    const isFirst = before.current === null;
    if (pair !== null) before.current = pair;
    if (isFirst) return;
    if (pair === null) {
      if (!isInside(document.activeElement)) nothing.current?.focus();
      return;
    }
    heading.current?.scrollIntoView({ block: "nearest" });
    const verdict = pressed.current;
    pressed.current = null;
    const button =
      verdict === null
        ? undefined
        : answers.current?.querySelectorAll("button")[verdicts.indexOf(verdict)];
    button?.focus({ preventScroll: true });
    if (button !== undefined || isInside(document.activeElement)) {
      setAnnounced(said.current);
      return;
    }
    setAnnounced("");
    heading.current?.focus({ preventScroll: true });
  }, [pair]);
  return {
    heading,
    nothing,
    answers,
    comeBackTo: (verdict) => {
      pressed.current = verdict;
    },
    announced,
  };
}

const isInside = (element: Element | null): boolean => (element?.closest("main") ?? null) !== null;
