// The form: six steps, one at a time, then the file. The same in the offline page and in the program.
// Invariant: the draft is in memory only; nothing is sent, stored or asked for from here.
import { type FormDraft, faultsOf, isTouched, newDraft } from "./draft.ts";
import { button, el, paragraph } from "./elements.ts";
import { keepPart } from "./keep.ts";
import { type Say, sayIn } from "./messages/index.ts";
import { readyPage, saveFile } from "./ready.ts";
import { type SealedFile, sealFor } from "./seal.ts";
import { stepList, steps } from "./steps/steps.ts";

interface FormOptions {
  /** The age recipient of the group. */
  readonly recipient: string;
  readonly language: string;
  readonly draft?: FormDraft;
  /** Called with every change, so that a screen may keep the draft while one looks elsewhere. */
  readonly onDraft?: (draft: FormDraft) => void;
  /** Takes the file instead of saving it: inside the program it goes straight in. */
  readonly onSealed?: (file: SealedFile) => Promise<void>;
  /** Text of the last button. */
  readonly makeLabel?: string;
  /** Whether the password file is offered. */
  readonly canKeep?: boolean;
}

export interface MountedForm {
  /** Whether leaving would lose something. */
  readonly isUnsaved: () => boolean;
  readonly speak: (language: string) => void;
  readonly remove: () => void;
}

interface Form {
  readonly options: FormOptions;
  readonly body: HTMLElement;
  draft: FormDraft;
  /** The step shown, from 0. */
  at: number;
  language: string;
  isSaved: boolean;
  /** Faults are shown once the file was asked for. */
  isTried: boolean;
}

/** Draws the form into `root`. */
export function mountForm(root: HTMLElement, options: FormOptions): MountedForm {
  const form: Form = {
    options,
    body: el("div", { class: "appeal-form" }),
    draft: options.draft ?? newDraft(),
    at: 0,
    language: options.language,
    isSaved: true,
    isTried: false,
  };
  root.append(form.body);
  draw(form);
  return {
    isUnsaved: () => !form.isSaved && isTouched(form.draft),
    speak: (language) => {
      form.language = language;
      draw(form);
    },
    remove: () => form.body.remove(),
  };
}

function go(form: Form, step: number): void {
  form.at = step;
  draw(form);
  focusOn(form, "step-title");
}

function focusOn({ body }: Form, id: string): void {
  body.querySelector<HTMLElement>(`#${id}`)?.focus();
}

const sayingOf = ({ language }: Form) => ({
  language,
  wording: sayIn(language)("wording"),
  now: new Date().toISOString(),
});

function draw(form: Form): void {
  const { body, draft, at, options } = form;
  const say = sayIn(form.language);
  const step = steps[at] ?? steps[0];
  const again = (focus?: string): void => {
    draw(form);
    if (focus !== undefined) focusOn(form, focus);
  };
  const touched = (): void => {
    form.isSaved = false;
    options.onDraft?.(draft);
  };
  const isLast = at === steps.length - 1;
  body.replaceChildren(
    stepList(say, at, (to) => go(form, to)),
    el("p", { class: "quiet small" }, say("step.of", { n: at + 1 })),
    el("h2", { tabindex: "-1", id: "step-title" }, say(step.title)),
    ...faultsShown(form, say),
    el(
      "form",
      { class: "stack", autocomplete: "off", submit: (event) => event.preventDefault() },
      ...step.draw({ draft, say, again, touched }),
    ),
    el(
      "div",
      { class: "actions" },
      at === 0 ? null : button(say("back"), () => go(form, at - 1)),
      isLast ? makeButton(form, say) : button(say("next"), () => go(form, at + 1), "primary"),
    ),
    el("p", { role: "status", id: "form-told" }),
    ...(options.canKeep === true ? [keeping(form, say)] : []),
  );
}

function faultsShown({ isTried, draft, at }: Form, say: Say): HTMLElement[] {
  const faults = isTried ? faultsOf(draft).filter(({ step }) => step === at) : [];
  if (faults.length === 0) return [];
  const lines = faults.map(({ key }) => paragraph(say(key), "appeal-form__fault"));
  return [el("div", { role: "alert" }, ...lines)];
}

function makeButton(form: Form, say: Say): HTMLButtonElement {
  const press = button(
    form.options.makeLabel ?? say("make"),
    () => {
      press.disabled = true;
      void make(form, say).finally(() => {
        press.disabled = false;
      });
    },
    "primary",
  );
  return press;
}

async function make(form: Form, say: Say): Promise<void> {
  const { options } = form;
  const tell = (text: string): void => {
    const place = form.body.querySelector("#form-told");
    if (place !== null) place.textContent = text;
  };
  form.isTried = true;
  const [fault] = faultsOf(form.draft);
  if (fault !== undefined) {
    go(form, fault.step);
    return;
  }
  tell(say("making"));
  try {
    const file = await sealFor(options.recipient, form.draft, sayingOf(form));
    if (options.onSealed !== undefined) await options.onSealed(file);
    else {
      saveFile(file.blob, file.name);
      showReady(form, say, file);
    }
    form.isSaved = true;
    tell("");
  } catch {
    tell(say(options.recipient === "" ? "fault.key" : "failed"));
  }
}

function showReady(form: Form, say: Say, file: SealedFile): void {
  const onClear = (): void => {
    begin(form, newDraft());
    form.body.prepend(el("p", { role: "status" }, say("ready.cleared")));
  };
  form.body.replaceChildren(...readyPage(file, { say, onChange: () => go(form, 0), onClear }));
  focusOn(form, "step-title");
}

/** Puts another draft in the place of this one. */
function begin(form: Form, draft: FormDraft): void {
  form.draft = draft;
  form.isSaved = true;
  form.isTried = false;
  form.options.onDraft?.(draft);
  go(form, 0);
}

function keeping(form: Form, say: Say): HTMLElement {
  return keepPart({
    say,
    draft: () => form.draft,
    saying: () => sayingOf(form),
    onSaved: () => {
      form.isSaved = true;
    },
    onOpened: (draft) => {
      begin(form, draft);
      form.body.prepend(el("p", { role: "status" }, say("keep.opened")));
    },
  });
}
