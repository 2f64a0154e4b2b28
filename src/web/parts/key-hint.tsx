// The key that does the same, shown beside what it does.
import type { ReactNode } from "react";

/** `keys` as in the keyboard map: `S`, `g p`. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split(" ").map((key) => (
        // As it is printed on the key, where a letter is pressed without Shift all the same.
        <kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</kbd>
      ))}
    </span>
  );
}
