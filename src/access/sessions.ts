// Who is signed in. Tokens are opaque and kept only as hashes; the whole vault locks when nobody was active for a while.
// Invariant: after `endAll` (and so after locking) no token answers and no sealed key of a session is left.
import { createHash, randomBytes } from "node:crypto";
import type { MemberId } from "../model/index.ts";
import type { Clock } from "../runtime/index.ts";
import { type SealedKeys, wipe } from "../store/index.ts";

export interface Session {
  readonly member: MemberId;
  readonly startedAt: number;
  /** null: this member's roles do not open sealed values. */
  readonly sealed: SealedKeys | null;
}

export interface SessionsDeps {
  readonly clock: Clock;
  /** Minutes without a request until a session ends; when none is left the vault is to be locked. */
  readonly idleMinutes: number;
  /** Called once when nobody was active for that long; locks the vault. */
  readonly onIdle: () => void;
  /** Calls `work` every so often until stopped; a timer unless a test brings its own. */
  readonly every?: (ms: number, work: () => void) => () => void;
}

export interface Sessions {
  /** Signs a member in; returns a token of 256 random bits (base64url), which is kept nowhere. */
  start(member: MemberId, sealed: SealedKeys | null): string;
  /** The session of a token, which counts as activity; null when there is none, or no longer. */
  touch(token: string): Session | null;
  /** The session of a token without counting as activity (a window that only shows the time left). */
  peek(token: string): Session | null;
  /** Milliseconds until the vault locks if nobody does anything. */
  idleLeftMs(): number;
  /** Ends one session. */
  end(token: string): void;
  /** Ends every session of a member: they were let go, or changed their passphrase elsewhere. */
  endMember(member: MemberId): void;
  /** Ends all sessions and forgets their keys; part of locking the vault. */
  endAll(): void;
  /** Keeps the vault open while something long runs (an import); call what it returns when that is done. */
  hold(): () => void;
  /** The vault was opened without a session (a server started with a passphrase): idling counts from now. */
  wake(): void;
  /** How many sessions there are. */
  count(): number;
  /** Looks at the clock now; the timer calls it too. */
  tick(): void;
  /** Stops the timer and ends all sessions. */
  close(): void;
}

const tickMs = 5_000;

/** Starts with no session and a vault that is not open. */
export function createSessions(deps: SessionsDeps): Sessions {
  const { clock, idleMinutes, onIdle, every = timer } = deps;
  const idleMs = idleMinutes * 60_000;
  const sessions = new Map<string, Session & { seenAt: number }>();
  let open = false;
  let holds = 0;
  let activeAt = clock();

  const drop = (key: string): void => {
    const session = sessions.get(key);
    sessions.delete(key);
    wipe(session?.sealed ?? null);
  };
  const dropWhere = (gone: (session: Session & { seenAt: number }) => boolean): void => {
    for (const [key, session] of sessions) if (gone(session)) drop(key);
  };
  // A clock set back must not keep a vault open for ever: it counts as the moment of that jump.
  const past = (since: number, now: number): boolean =>
    now - since >= idleMs || now < since - idleMs;
  const active = (now: number): void => {
    activeAt = now;
    open = true;
  };
  const tick = (): void => {
    const now = clock();
    if (holds > 0) activeAt = now;
    dropWhere((session) => past(session.seenAt, now));
    if (!open || !past(activeAt, now)) return;
    open = false;
    dropWhere(() => true);
    onIdle();
  };
  const stop = every(tickMs, tick);

  return {
    start(member, sealed) {
      const now = clock();
      const token = randomBytes(32).toString("base64url");
      sessions.set(hashOf(token), { member, sealed, startedAt: now, seenAt: now });
      active(now);
      return token;
    },
    touch(token) {
      const now = clock();
      const session = sessions.get(hashOf(token));
      if (session === undefined) return null;
      // The timer may be late, as after a laptop slept: the clock decides here too.
      if (past(session.seenAt, now)) {
        tick();
        return null;
      }
      session.seenAt = now;
      active(now);
      return session;
    },
    peek(token) {
      const session = sessions.get(hashOf(token));
      return session === undefined || past(session.seenAt, clock()) ? null : session;
    },
    idleLeftMs: () => Math.max(0, activeAt + idleMs - clock()),
    end: (token) => drop(hashOf(token)),
    endMember: (member) => dropWhere((session) => session.member === member),
    endAll() {
      dropWhere(() => true);
      open = false;
    },
    hold() {
      let held = true;
      holds += 1;
      return () => {
        if (held) holds -= 1;
        held = false;
        activeAt = clock();
      };
    },
    wake: () => active(clock()),
    count: () => sessions.size,
    tick,
    close() {
      stop();
      dropWhere(() => true);
    },
  };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function timer(ms: number, work: () => void): () => void {
  const running = setInterval(work, ms);
  // A server that has nothing else to do may end; this does not keep it.
  running.unref();
  return () => clearInterval(running);
}
