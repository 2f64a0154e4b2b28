// The keyboard map: what each key does on the screen that is shown. `?` lists exactly what is registered here.
// Invariant: single keys never fire while somebody types, while a dialog is open, or when they are switched off.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { pressedKeys } from "./pressed-keys.ts";

export interface Shortcut {
  /** One key as the keyboard names it (`s`, `?`, `Escape`), a sequence (`g p`), or `Control+Alt+l`. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Works everywhere, not only on this screen. */
  readonly everywhere: boolean;
  /** Also while a dialog is open. */
  readonly inDialogs: boolean;
}

const registered = new Map<number, Shortcut>();
let nextId = 1;
let listed: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
let prefix = "";
let prefixTimer: ReturnType<typeof setTimeout> | undefined;
const sequenceMs = 1_200;
const switchKey = "guwah.single-keys";

function changed(): void {
  listed = [...registered.values()];
  for (const listener of listeners) listener();
}

/** Whether single-letter keys are on; a person who dictates or trembles switches them off in Settings. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(switchKey) !== "off";
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(switchKey, on ? "on" : "off");
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])"))
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = pressedKeys(event);
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  if (!modified && (typing(event.target) || !singleKeysOn())) return;
  const dialogOpen = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  const wanted = prefix === "" ? pressed : `${prefix} ${pressed}`;
  // The latest registered wins: a screen may give a key its own meaning.
  const all = [...registered.values()]
    .reverse()
    .filter((shortcut) => shortcut.inDialogs || !dialogOpen);
  const found =
    all.find((shortcut) => shortcut.keys === wanted) ??
    all.find((shortcut) => shortcut.keys === pressed);
  clearTimeout(prefixTimer);
  prefix = "";
  if (found !== undefined) {
    event.preventDefault();
    found.run();
  } else if (!modified && all.some((shortcut) => shortcut.keys.startsWith(`${pressed} `))) {
    prefix = pressed;
    prefixTimer = setTimeout(() => {
      prefix = "";
    }, sequenceMs);
  }
}

/** Starts listening; called once by the app. */
export function listenForShortcuts(): () => void {
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}

interface ShortcutOptions {
  readonly everywhere?: boolean;
  readonly inDialogs?: boolean;
  readonly enabled?: boolean;
}

/** Gives `keys` a meaning while the calling part is on the page. */
export function useShortcut(
  keys: string,
  label: string,
  run: () => void,
  options: ShortcutOptions = {},
): void {
  const { everywhere = false, inDialogs = false, enabled = true } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const id = nextId++;
    registered.set(id, { keys, label, run: () => latest.current(), everywhere, inDialogs });
    changed();
    return () => {
      registered.delete(id);
      changed();
    };
  }, [keys, label, everywhere, inDialogs, enabled]);
}

/** Everything that is registered now, for the list that `?` shows. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => listed,
  );
}
