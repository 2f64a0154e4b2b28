// The key that does the same, shown beside what it does.
import type { ReactNode } from "react";

/** `keys` as in the keyboard map: `S`, `g p`. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split(" ").map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
