// Short news at the foot of the page, with Undo where a step can be taken back.
// Invariant: a toast never disappears while it is pointed at or holds the focus.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { onLocked } from "../api/client.ts";
import { asApiError } from "../api/error.ts";
import { Button } from "./button.tsx";
import { errorText } from "./error-note.tsx";
import { Icon } from "./icon.tsx";

interface ToastInput {
  readonly text: ReactNode;
  readonly tone?: "plain" | "bad";
  /** Takes the step back; the toast says so when it is done. */
  readonly undo?: () => Promise<unknown>;
  /** Another answer than Undo, such as "Stay". */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly key?: string;
}

interface Toast extends ToastInput {
  readonly id: number;
}

const shownMs = 9_000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a toast; one with the same `key` takes the place of the earlier one. */
export function toast(input: ToastInput): void {
  const others =
    input.key === undefined ? toasts : toasts.filter((shown) => shown.key !== input.key);
  set([...others.slice(-2), { ...input, id: nextId++ }]);
}

function clearToasts(): void {
  set([]);
}

onLocked(clearToasts);

export function dismissToast(key: string): void {
  set(toasts.filter((shown) => shown.key !== key));
}

function ToastCard({ item }: { readonly item: Toast }): ReactNode {
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = useCallback(() => set(toasts.filter((shown) => shown.id !== item.id)), [item.id]);
  useEffect(() => {
    if (held || busy) return;
    timer.current = setTimeout(close, shownMs);
    return () => clearTimeout(timer.current);
  }, [held, busy, close]);
  const undo = item.undo;
  const takeBack = async (): Promise<void> => {
    if (undo === undefined) return;
    setBusy(true);
    try {
      await undo();
      close();
      toast({ key: "undone", text: t("parts.undone") });
    } catch (error) {
      close();
      toast({ text: errorText(asApiError(error)), tone: "bad" });
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only holds its own clock
    <li
      className={`toast toast--${item.tone ?? "plain"}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast__text">{item.text}</span>
      {undo === undefined ? null : (
        <Button small isPending={busy} onPress={() => void takeBack()}>
          {t("parts.undo")}
        </Button>
      )}
      {item.action === undefined ? null : (
        <Button
          small
          onPress={() => {
            item.action?.run();
            close();
          }}
        >
          {item.action.label}
        </Button>
      )}
      <Button variant="quiet" small label={t("parts.dismiss")} onPress={close}>
        <Icon name="close" />
      </Button>
    </li>
  );
}

/** The place where toasts appear; it stands once, in the shell. */
export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section aria-label={t("parts.news")} className="toasts">
      <ol aria-live="polite" aria-relevant="additions">
        {shown.map((item) => (
          <ToastCard key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}
