// Finds one thing by typing: a person, a record, a source. What is chosen stays visible, with a way to change it.
// The list follows the ARIA combobox pattern by hand: React Aria's own hides the rest of the page from screen readers
// while focus can still reach it.
import { useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { t } from "../messages/index.ts";
import { Bidi } from "./bidi.tsx";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { Field } from "./field.tsx";

export interface Found {
  readonly id: string;
  readonly label: string;
  /** A second line that tells namesakes apart. */
  readonly detail?: string;
}

interface ChooserProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: Found | null;
  readonly onChange: (value: Found | null) => void;
  /** First part of the cache key, one for each kind of thing. */
  readonly kind: string;
  /** What was typed in, at most a dozen of what fits out. */
  readonly find: (query: string, signal: AbortSignal) => Promise<readonly Found[]>;
  readonly autoFocus?: boolean;
}

export function Chooser(props: ChooserProps): ReactNode {
  const { label, value, onChange } = props;
  if (value !== null) {
    return (
      <fieldset className="field fieldset" aria-label={label}>
        <span className="field__label">{label}</span>
        <div className="chooser__chosen">
          <span>
            <Bidi>{value.label}</Bidi>
            {value.detail === undefined ? null : <small className="quiet"> {value.detail}</small>}
          </span>
          <Button small onPress={() => onChange(null)}>
            {t("parts.changeChoice")}
          </Button>
        </div>
      </fieldset>
    );
  }
  return <Finder {...props} />;
}

function Finder({
  label,
  hint,
  error,
  onChange,
  kind,
  find,
  autoFocus = false,
}: ChooserProps): ReactNode {
  const [typed, setTyped] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = useQuery({
    queryKey: ["find", kind, typed.trim()],
    queryFn: async ({ signal }) => find(typed.trim(), signal),
    placeholderData: (before) => before,
    staleTime: 10_000,
  });
  const items = found.data ?? [];
  const at = Math.min(active, items.length - 1);
  const optionId = (index: number): string => `${listId}-${index}`;
  const choose = (item: Found | undefined): void => {
    if (item !== undefined) onChange(item);
  };
  const move = (to: number): void => {
    const next = (to + items.length) % Math.max(1, items.length);
    setIsOpen(true);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") move(isOpen ? at + 1 : at);
    else if (event.key === "ArrowUp") move(isOpen ? at - 1 : at);
    else if (event.key === "Enter" && isOpen) choose(items[at]);
    else if (event.key === "Escape" && isOpen) {
      // The first Escape closes the list, the next one the dialog around it.
      event.stopPropagation();
      setIsOpen(false);
      return;
    } else return;
    event.preventDefault();
  };
  return (
    <Field
      label={label}
      hint={hint ?? t("parts.chooserHint")}
      {...(error === undefined ? {} : { error })}
      className="chooser"
    >
      {(ids) => (
        <div className="chooser__box">
          <input
            {...ids}
            className="input"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            {...(isOpen && items.length > 0 ? { "aria-activedescendant": optionId(at) } : {})}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
              setIsOpen(true);
            }}
            onClick={() => setIsOpen(true)}
            onFocus={() => setIsOpen(true)}
            onBlur={() => setIsOpen(false)}
            onKeyDown={onKeyDown}
          />
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label={label}
            className="popover chooser__list"
            hidden={!isOpen || items.length === 0}
          >
            {items.map((item, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the input's
              <div
                key={item.id}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={cx("listbox__item", index === at && "listbox__item--on")}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(item)}
              >
                <Bidi>{item.label}</Bidi>
                {item.detail === undefined ? null : <small>{item.detail}</small>}
              </div>
            ))}
          </div>
          {isOpen && items.length === 0 ? (
            <p className="popover chooser__list listbox__empty quiet">
              {found.isFetching ? t("parts.loading") : t("parts.nothingFound")}
            </p>
          ) : null}
          <span className="sr-only" aria-live="polite">
            {isOpen && found.data !== undefined ? t("parts.found", { count: items.length }) : ""}
          </span>
        </div>
      )}
    </Field>
  );
}
