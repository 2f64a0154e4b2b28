// What a key press is called in the keyboard map, whatever layout the keyboard has.
// Invariant: with a Kazakh, Uyghur, Russian or Chinese layout the same physical key does the same thing.

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** `s`, `?`, `Escape`, `Control+Alt+l`. A letter no Latin layout has is named after the place of its key. */
export function pressedKeys(event: KeyPress): string {
  const mods = [event.ctrlKey && "Control", event.altKey && "Alt", event.metaKey && "Meta"].filter(
    (mod) => mod !== false,
  );
  return [...mods, name(event)].join("+");
}

function name({ key, code }: KeyPress): string {
  if (key.length > 1) return key;
  if (key >= " " && key <= "~") return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}
