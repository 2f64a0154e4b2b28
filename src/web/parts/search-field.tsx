// The search line above a list. It asks after a short rest in typing; Escape empties it; `/` goes to it.
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { useShortcut } from "../shell/shortcuts.ts";
import { Icon } from "./icon.tsx";

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onSearch: (query: string) => void;
  readonly autoFocus?: boolean;
  /** Called on the down arrow, to step from the search into the list. */
  readonly onDown?: () => void;
}

const restMs = 220;

export function SearchField({
  label,
  placeholder,
  value,
  onSearch,
  autoFocus = false,
  onDown,
}: SearchFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => search.current(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useShortcut("/", t("keys.search"), () => input.current?.focus());
  return (
    <search className="search">
      <Icon name="search" />
      <input
        ref={input}
        className="input search__input"
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && typed !== "") {
            event.stopPropagation();
            setTyped("");
            onSearch("");
          } else if (event.key === "Enter") onSearch(typed);
          else if (event.key === "ArrowDown" && onDown !== undefined) {
            event.preventDefault();
            onDown();
          }
        }}
      />
    </search>
  );
}
