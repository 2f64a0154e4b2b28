// The form: six steps, one at a time, then the file. The same in the offline page and in the program.
// Invariant: the draft is in memory only; nothing is sent, stored or asked for from here.
import { type FormDraft, faultsOf, isTouched, newDraft } from "./draft.ts";
import { button, el, paragraph } from "./elements.ts";
import { keepPart } from "./keep.ts";
import { catalogues, type FormKey, sayIn } from "./messages/index.ts";
import { readyPage, saveFile } from "./ready.ts";
import { type SealedFile, sealFor } from "./seal.ts";
import { consentStep } from "./steps/consent.ts";
import { doneStep } from "./steps/done.ts";
import { filesStep } from "./steps/files.ts";
import { knownStep } from "./steps/known.ts";
import { peopleStep } from "./steps/people.ts";
import { senderStep } from "./steps/sender.ts";
import type { Step } from "./steps/step.ts";

const steps: readonly (readonly [FormKey, Step])[] = [
  ["step.people", peopleStep],
  ["step.known", knownStep],
  ["step.done", doneStep],
  ["step.files", filesStep],
  ["step.sender", senderStep],
  ["step.consent", consentStep],
];

export interface FormOptions {
  /** The age recipient of the group. */
  readonly recipient: string;
  readonly language: string;
  readonly draft?: FormDraft;
  /** Called with every change; so that a screen may keep the draft while one looks elsewhere. */
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

/** Draws the form into `root`. */
export function mountForm(root: HTMLElement, options: FormOptions): MountedForm {
  let draft = options.draft ?? newDraft();
  let at = 0;
  let language = options.language;
  let saved = true;
  let tried = false;
  const body = el("div", { class: "appeal-form" });
  root.append(body);

  const touched = (): void => {
    saved = false;
    options.onDraft?.(draft);
  };
  const go = (step: number): void => {
    at = step;
    draw();
    focusOn("step-title");
  };
  const focusOn = (id: string): void => body.querySelector<HTMLElement>(`#${id}`)?.focus();
  const saying = () => ({
    language,
    wording: sayIn(language)("wording"),
    now: new Date().toISOString(),
  });

  const make = async (told: HTMLElement, press: HTMLButtonElement): Promise<void> => {
    const say = sayIn(language);
    tried = true;
    const [fault] = faultsOf(draft);
    if (fault !== undefined) {
      go(fault.step);
      return;
    }
    press.disabled = true;
    told.textContent = say("making");
    try {
      const file = await sealFor(options.recipient, draft, saying());
      if (options.onSealed !== undefined) await options.onSealed(file);
      else {
        saveFile(file.blob, file.name);
        showReady(file);
      }
      saved = true;
    } catch {
      told.textContent = say(options.recipient === "" ? "fault.key" : "failed");
    } finally {
      press.disabled = false;
    }
  };

  const clear = (): void => {
    draft = newDraft();
    at = 0;
    tried = false;
    saved = true;
    options.onDraft?.(draft);
    draw();
  };
  const showReady = (file: SealedFile): void => {
    const say = sayIn(language);
    const onClear = (): void => {
      clear();
      body.prepend(el("p", { role: "status" }, say("ready.cleared")));
    };
    body.replaceChildren(...readyPage(file, { say, onChange: () => go(0), onClear }));
    focusOn("step-title");
  };

  const draw = (): void => {
    const say = sayIn(language);
    const [title, step] = steps[at] ?? (steps[0] as (typeof steps)[number]);
    const again = (focus?: string): void => {
      draw();
      if (focus !== undefined) focusOn(focus);
    };
    const faults = tried ? faultsOf(draft).filter((fault) => fault.step === at) : [];
    const told = el("p", { role: "status" });
    const press = button(options.makeLabel ?? say("make"), () => void make(told, press), "primary");
    body.replaceChildren(
      stepList(say, at, go),
      el("p", { class: "quiet small" }, say("step.of", { n: at + 1 })),
      el("h2", { tabindex: "-1", id: "step-title" }, say(title)),
      el(
        "div",
        { role: "alert" },
        ...faults.map(({ key }) => paragraph(say(key), "appeal-form__fault")),
      ),
      el(
        "form",
        { class: "stack", autocomplete: "off", submit: stop },
        ...step({ draft, say, again, touched }),
      ),
      el(
        "div",
        { class: "actions" },
        at === 0 ? null : button(say("back"), () => go(at - 1)),
        at === steps.length - 1 ? press : button(say("next"), () => go(at + 1), "primary"),
      ),
      told,
    );
    if (options.canKeep === true)
      body.append(
        keepPart({
          say,
          draft: () => draft,
          saying,
          onSaved: () => (saved = true),
          onOpened: (opened) => {
            draft = opened;
            saved = true;
            options.onDraft?.(draft);
            go(0);
            body.prepend(el("p", { role: "status" }, say("keep.opened")));
          },
        }),
      );
  };
  draw();
  return {
    isUnsaved: () => !saved && isTouched(draft),
    speak: (next) => {
      language = next;
      draw();
    },
    remove: () => body.remove(),
  };
}

const stop = (event: Event): void => event.preventDefault();

function stepList(
  say: ReturnType<typeof sayIn>,
  at: number,
  go: (step: number) => void,
): HTMLElement {
  const items = steps.map(([title], i) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: i === at ? "appeal-form__step appeal-form__step--on" : "appeal-form__step",
          "aria-current": i === at ? "step" : undefined,
          click: () => go(i),
        },
        el("span", { "aria-hidden": "true", class: "appeal-form__number" }, String(i + 1)),
        el("span", { class: "appeal-form__called" }, say(title)),
      ),
    ),
  );
  return el(
    "nav",
    { "aria-label": say("steps") },
    el("ol", { class: "appeal-form__steps" }, ...items),
  );
}

export const languagesOf = (): readonly string[] => Object.keys(catalogues);
