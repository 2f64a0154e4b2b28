// One JSON object a line, for the person who runs Guwah, not about the people in it.
// Invariant: a line holds only codes, counts, durations and ids. The types allow no other field,
// and what slips past the types is withheld when it is written.
import { isoTime } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { plainError } from "./errors.ts";
import { isId } from "./ids.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LEVELS)[number];

/** Everything that may be said about an event. */
export type LogFields = {
  /** An error's or a thing's code: lower-case letters, digits, `-` and `/`. */
  readonly code?: string;
  readonly kind?: string;
  readonly step?: string;
  /** An id made by `Ids`, or a SHA-256 in hexadecimal. */
  readonly id?: string;
  readonly job?: string;
  readonly member?: string;
  /** File, line and column in Guwah's own code: `jobs.ts:12:5`. */
  readonly at?: string;
  readonly status?: number;
  readonly count?: number;
  readonly total?: number;
  readonly bytes?: number;
  readonly ms?: number;
  readonly port?: number;
};

/** Writes events; the event is a code such as `vault-unlocked`. */
export type Log = {
  [Level in LogLevel]: (event: string, fields?: LogFields) => void;
} & {
  /** An error as its code, its status and the place in the code; its message stays out. */
  failure(event: string, error: unknown, fields?: LogFields): void;
};

/** Where lines go: standard error, a file, an array in a test. */
export type LogStream = { write(line: string): unknown };

const CODE = /^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/;
const HASH = /^[0-9a-f]{64}$/;
const PLACE = /^[a-z][a-z0-9.-]*:[0-9]+:[0-9]+$/;
const MAX_CODE = 64;
const WITHHELD = "(withheld)";

const isCode = (v: unknown): boolean =>
  typeof v === "string" && v.length <= MAX_CODE && CODE.test(v);
const isName = (v: unknown): boolean => typeof v === "string" && (isId(v) || HASH.test(v));
const isPlace = (v: unknown): boolean =>
  typeof v === "string" && v.length <= MAX_CODE && PLACE.test(v);
const isCount = (v: unknown): boolean => typeof v === "number" && Number.isFinite(v);

const allowed: Record<keyof LogFields, (value: unknown) => boolean> = {
  code: isCode,
  kind: isCode,
  step: isCode,
  id: isName,
  job: isName,
  member: isName,
  at: isPlace,
  status: isCount,
  count: isCount,
  total: isCount,
  bytes: isCount,
  ms: isCount,
  port: isCount,
};

/** A log that writes lines of `level` and above to the stream. */
export function createLog(stream: LogStream, clock: Clock, level: LogLevel = "info"): Log {
  const lowest = LEVELS.indexOf(level);
  const writer = (lineLevel: LogLevel) => {
    if (LEVELS.indexOf(lineLevel) < lowest) return () => {};
    return (event: string, fields: LogFields = {}): void => {
      const line = {
        time: isoTime(clock()),
        level: lineLevel,
        event: isCode(event) ? event : WITHHELD,
      };
      stream.write(`${JSON.stringify({ ...line, ...withoutContent(fields) })}\n`);
    };
  };
  const error = writer("error");
  return {
    debug: writer("debug"),
    info: writer("info"),
    warn: writer("warn"),
    error,
    failure(event, cause, fields = {}) {
      const { code, status } = plainError(cause);
      const at = placeOf(cause);
      error(event, { ...fields, code, status, ...(at === null ? {} : { at }) });
    },
  };
}

/** A log that writes nothing. */
export const noLog: Log = createLog({ write: () => true }, () => 0, "error");

/** Where an error arose, without the folders, which may tell whose machine this is. */
function placeOf(error: unknown): string | null {
  const stack = error instanceof Error ? error.stack : undefined;
  const frame = stack?.split("\n").find((line) => line.startsWith("    at "));
  return frame ? (/([a-z][a-z0-9.-]*:[0-9]+:[0-9]+)\)?$/.exec(frame)?.[1] ?? null) : null;
}

function withoutContent(fields: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    // A field nobody has allowed is dropped with its key: the key may be a name, too.
    const check = Object.hasOwn(allowed, key) ? allowed[key as keyof LogFields] : undefined;
    if (check && value !== undefined) safe[key] = check(value) ? value : WITHHELD;
  }
  return safe;
}
