// Files on their way into the vault: one line each, two at a time. Invariant: one that fails never stops the others.
import type { IntakeItem } from "../../api/views.ts";
import type { ApiError } from "../../api/index.ts";

export type LineState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly sent: number; readonly total: number }
  | { readonly kind: "reading" }
  | { readonly kind: "done"; readonly item: IntakeItem }
  | { readonly kind: "failed"; readonly code: string; readonly message: string }
  | { readonly kind: "stopped" };

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly state: LineState;
}

export type Send = (
  file: Blob & { readonly name: string },
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
) => Promise<IntakeItem>;

const atOnce = 2;

export interface Queue {
  readonly add: (files: readonly File[]) => void;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
  /** Stops what is on its way and what waits. */
  readonly stop: () => void;
}

/** Codes that mean the vault is closed: trying the rest would only fail again. */
const isClosed = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "isLocked" in error &&
  (error as ApiError).isLocked;

/** A queue that tells `onChange` every line whenever one changes. */
export function createQueue(send: Send, onChange: (lines: readonly QueuedFile[]) => void): Queue {
  let lines: readonly QueuedFile[] = [];
  let nextId = 1;
  let running = 0;
  const files = new Map<number, File>();
  const aborts = new Map<number, AbortController>();

  const put = (id: number, state: LineState): void => {
    lines = lines.map((line) => (line.id === id ? { ...line, state } : line));
    onChange(lines);
  };
  const run = async (id: number, file: File): Promise<void> => {
    const abort = new AbortController();
    aborts.set(id, abort);
    running += 1;
    put(id, { kind: "sending", sent: 0, total: file.size });
    try {
      const item = await send(
        file,
        (sent, total) =>
          put(id, sent >= total ? { kind: "reading" } : { kind: "sending", sent, total }),
        abort.signal,
      );
      put(
        id,
        item.error === undefined ? { kind: "done", item } : { kind: "failed", ...item.error },
      );
    } catch (error) {
      if (abort.signal.aborted) put(id, { kind: "stopped" });
      else {
        const { code = "unknown", message = "" } = error as Partial<ApiError>;
        put(id, { kind: "failed", code, message });
        if (isClosed(error)) stop();
      }
    } finally {
      aborts.delete(id);
      running -= 1;
      next();
    }
  };
  const next = (): void => {
    while (running < atOnce) {
      const line = lines.find(({ state }) => state.kind === "waiting");
      const file = line === undefined ? undefined : files.get(line.id);
      if (line === undefined || file === undefined) return;
      void run(line.id, file);
    }
  };
  const stop = (): void => {
    lines = lines.map((line) =>
      line.state.kind === "waiting" ? { ...line, state: { kind: "stopped" } } : line,
    );
    onChange(lines);
    for (const abort of aborts.values()) abort.abort();
  };
  return {
    add: (added) => {
      const fresh = added.map((file): QueuedFile => {
        const id = nextId++;
        files.set(id, file);
        return { id, name: file.name, size: file.size, state: { kind: "waiting" } };
      });
      lines = [...lines, ...fresh];
      onChange(lines);
      next();
    },
    retry: (id) => {
      put(id, { kind: "waiting" });
      next();
    },
    remove: (id) => {
      files.delete(id);
      lines = lines.filter((line) => line.id !== id);
      onChange(lines);
    },
    stop,
  };
}

/** How far all of it is: lines that came to an end, and how many of those failed. */
export function progressOf(lines: readonly QueuedFile[]): {
  readonly ended: number;
  readonly failed: number;
  readonly busy: boolean;
} {
  const busyKinds = new Set(["waiting", "sending", "reading"]);
  const ended = lines.filter(({ state }) => !busyKinds.has(state.kind)).length;
  const failed = lines.filter(({ state }) => state.kind === "failed").length;
  return { ended, failed, busy: ended < lines.length };
}
