// Finds one thing by typing: a person, a record, a source. What is chosen stays visible, with a way to change it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { t } from "../messages/index.ts";
import { Bidi } from "./bidi.tsx";
import { Button } from "./button.tsx";

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
  const found = useQuery({
    queryKey: ["find", kind, typed.trim()],
    queryFn: async ({ signal }) => find(typed.trim(), signal),
    placeholderData: (before) => before,
    staleTime: 10_000,
  });
  const items = found.data ?? [];
  return (
    <ComboBox
      className="field"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen !== undefined) onChange(chosen);
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={error !== undefined}
    >
      <Label className="field__label">{label}</Label>
      <Text slot="description" className="field__hint">
        {hint ?? t("parts.chooserHint")}
      </Text>
      <Input
        className="input"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
      />
      {error === undefined ? null : (
        <Text slot="errorMessage" className="field__error">
          {error}
        </Text>
      )}
      <Popover className="popover">
        <ListBox<Found>
          className="listbox"
          renderEmptyState={() => (
            <p className="listbox__empty quiet">
              {found.isFetching ? t("parts.loading") : t("parts.nothingFound")}
            </p>
          )}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="listbox__item">
              <Bidi>{item.label}</Bidi>
              {item.detail === undefined ? null : <small>{item.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
