// What the app knows of the vault, asked again every half minute, and at once when the time is up.
// Invariant: asking does not keep the vault open; only a person's own keys and taps do.
import { useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { AppState } from "../api/index.ts";
import { fetchState, stateKey } from "../api/index.ts";

const askMs = 30_000;
const touch = { since: false };

/** The state of vault and session; `data` is undefined until the first answer. */
export function useAppState() {
  return useQuery({
    queryKey: stateKey,
    queryFn: async () => {
      const active = touch.since;
      touch.since = false;
      return { ...(await fetchState(active)), askedAt: Date.now() };
    },
    refetchInterval: askMs,
    staleTime: 10_000,
    retry: 2,
  });
}

export type KnownState = AppState & { readonly askedAt: number };

/** Notes that somebody is here; the next question about the state says so to the server. */
export function useActivity(): void {
  useEffect(() => {
    const mark = (): void => {
      touch.since = true;
    };
    const events = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
    for (const event of events) addEventListener(event, mark, { passive: true });
    return () => {
      for (const event of events) removeEventListener(event, mark);
    };
  }, []);
}

/** Tells the server at once that somebody is here, and learns the new time. */
export function useStay(): () => void {
  const client = useQueryClient();
  return () => {
    touch.since = true;
    void client.invalidateQueries({ queryKey: stateKey });
  };
}

/** Seconds until the vault locks itself, counted down here between two answers; undefined where it never does. */
export function useLockCountdown(state: KnownState): number | undefined {
  const client = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  const asked = useRef(false);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left =
    state.lockInSeconds === undefined
      ? undefined
      : Math.max(0, state.lockInSeconds - Math.floor((now - state.askedAt) / 1_000));
  useEffect(() => {
    // A minute before the end a person who is here must not be locked out for want of a question asked in time.
    if (left === undefined || left > 60) asked.current = false;
    else if (left === 0 || (touch.since && !asked.current)) {
      asked.current = true;
      void client.invalidateQueries({ queryKey: stateKey });
    }
  }, [left, client]);
  return left;
}
