// The few elements the form is made of. Invariant: text goes in as text, never as HTML; every field has its label.

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/** An element with attributes (functions listen), and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

let lastId = 0;
const nextId = (): string => `af-${(lastId += 1)}`;

interface FieldOptions {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly max: number;
  /** Name for tests and for putting the focus back. */
  readonly id?: string;
}

function labelled(
  label: string,
  hint: string | undefined,
  id: string,
  control: HTMLElement,
): HTMLElement {
  if (hint !== undefined) control.setAttribute("aria-describedby", `${id}-hint`);
  return el(
    "div",
    { class: "field" },
    el("label", { class: "field__label", for: id }, label),
    hint === undefined ? null : el("span", { class: "field__hint", id: `${id}-hint` }, hint),
    control,
  );
}

/** One line in any script. */
export function textField({
  label,
  hint,
  value,
  onInput,
  max,
  id = nextId(),
}: FieldOptions): HTMLElement {
  const input = el("input", {
    id,
    class: "input",
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: String(max),
    input: () => onInput(input.value),
  });
  input.value = value;
  return labelled(label, hint, id, input);
}

/** Several lines. No `maxlength`: what is pasted must not be cut unseen. */
export function textArea({
  label,
  hint,
  value,
  onInput,
  id = nextId(),
}: FieldOptions): HTMLElement {
  const area = el("textarea", {
    id,
    class: "input input--area",
    dir: "auto",
    rows: "5",
    autocomplete: "off",
    input: () => onInput(area.value),
  });
  area.value = value;
  return labelled(label, hint, id, area);
}

export function choice(options: {
  readonly label: string;
  readonly value: string;
  readonly none: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}): HTMLElement {
  const id = nextId();
  const select = el(
    "select",
    { id, class: "input input--select", change: () => options.onChange(select.value) },
    el("option", { value: "" }, options.none),
    ...options.choices.map(([value, label]) => el("option", { value }, label)),
  );
  select.value = options.value;
  return labelled(options.label, undefined, id, select);
}

export function tick(options: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string;
}): HTMLElement {
  const { id = nextId(), hint } = options;
  const input = el("input", {
    id,
    type: "checkbox",
    change: () => options.onChange(input.checked),
    "aria-describedby": hint === undefined ? undefined : `${id}-hint`,
  });
  input.checked = options.checked;
  return el(
    "div",
    { class: "check" },
    input,
    el("label", { for: id }, options.label),
    hint === undefined ? null : el("span", { class: "field__hint", id: `${id}-hint` }, hint),
  );
}

export function button(
  label: string,
  onPress: () => void,
  look: "" | "primary" | "quiet" | "small" = "",
  more: Attributes = {},
): HTMLButtonElement {
  const kind = look === "" ? "btn" : `btn btn--${look}`;
  return el("button", { type: "button", class: kind, click: onPress, ...more }, label);
}

export const paragraph = (text: string, look = ""): HTMLElement =>
  el("p", look === "" ? {} : { class: look }, text);

/** A size people know: 52428800 as "50 MB". */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
