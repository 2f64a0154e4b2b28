// One of a list. The browser's own select: it works on every phone and with every screen reader.
import type { ReactNode } from "react";
import { Field } from "./field.tsx";
import type { FieldFrameProps } from "./field.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Options with the same group stand together under that heading. */
  readonly group?: string;
}

interface SelectProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  /** Text of the empty choice; without it the list has none. */
  readonly empty?: string;
  readonly disabled?: boolean;
}

export function Select({
  value,
  onChange,
  options,
  empty,
  disabled = false,
  ...frame
}: SelectProps): ReactNode {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field {...frame}>
      {(ids) => (
        <select
          {...ids}
          className="input input--select"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {groups.map((group) => {
            const inside = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ));
            return group === undefined ? (
              inside
            ) : (
              <optgroup key={group} label={group}>
                {inside}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}
