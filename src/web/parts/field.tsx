// Labelled inputs. The label is always visible, the hint stands under it, an error says what to do and is tied to the input.
import { useId } from "react";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { cx } from "./class-names.ts";

export interface FieldFrameProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly className?: string;
}

interface FrameIds {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

/** The frame every input stands in; `children` gets the ids that tie label, hint and error to it. */
export function Field({
  label,
  hint,
  error,
  className,
  children,
}: FieldFrameProps & { readonly children: (ids: FrameIds) => ReactNode }): ReactNode {
  const id = useId();
  const described = [
    hint === undefined ? "" : `${id}-hint`,
    error === undefined ? "" : `${id}-error`,
  ]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <div className={cx("field", className)}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(error === undefined ? {} : { "aria-invalid": true as const }),
      })}
      {error === undefined ? null : (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: "text" | "numeric" | "url";
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** `auto` lets the first strong letter decide, which is right for names and free text. */
  readonly dir?: "auto" | "ltr";
  readonly spellCheck?: boolean;
  readonly maxLength?: number;
  readonly name?: string;
}

export function TextField(props: TextFieldProps): ReactNode {
  const {
    label,
    hint,
    error,
    className,
    value,
    onChange,
    autoFocus = false,
    dir = "auto",
    type = "text",
    autoComplete = "off",
    ...rest
  } = props;
  return (
    <Field label={label} {...frame(hint, error, className)}>
      {(ids) => (
        <input
          {...ids}
          {...rest}
          className="input"
          type={type}
          dir={dir}
          value={value}
          autoComplete={autoComplete}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
}

export function TextArea(props: TextAreaProps): ReactNode {
  const {
    label,
    hint,
    error,
    className,
    value,
    onChange,
    autoFocus = false,
    rows = 4,
    ...rest
  } = props;
  return (
    <Field label={label} {...frame(hint, error, className)}>
      {(ids) => (
        <textarea
          {...ids}
          {...rest}
          className="input input--area"
          dir="auto"
          rows={rows}
          value={value}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function frame(
  hint: ReactNode,
  error: ReactNode,
  className: string | undefined,
): Omit<FieldFrameProps, "label"> {
  return {
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    ...(className === undefined ? {} : { className }),
  };
}

interface CheckboxProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function Checkbox({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
}: CheckboxProps): ReactNode {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
      />
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface RadiosProps<V extends string> {
  readonly label: ReactNode;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly choices: readonly Choice<V>[];
}

/** A few choices, all visible at once. */
export function Radios<V extends string>({
  label,
  value,
  onChange,
  choices,
}: RadiosProps<V>): ReactNode {
  const name = useId();
  return (
    <fieldset className="radios">
      <legend className="field__label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="radios__choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint === undefined ? null : <small className="quiet"> {choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
