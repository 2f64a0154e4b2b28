// Small text files out of the page and into it. Invariant: nothing leaves the browser but into a file the person saves.
import { useId, useRef } from "react";
import type { ReactNode } from "react";
import { Button } from "../../parts/index.ts";

/** Saves a text as a file of this name. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const limitBytes = 100_000;

/** A button that asks for a file and gives its text; one that is longer than any checkpoint is cut and so refused. */
export function PickText({
  children,
  onText,
}: {
  readonly children: ReactNode;
  readonly onText: (text: string) => void;
}): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void file.slice(0, limitBytes).text().then(onText);
        }}
      />
      <Button onPress={() => input.current?.click()}>{children}</Button>
    </>
  );
}
