// Stopping and going on later, by a file with a password of the person's own. Nothing is kept in the browser.
import type { FormDraft } from "./draft.ts";
import { button, el, paragraph } from "./elements.ts";
import type { Say } from "./messages/index.ts";
import { saveFile } from "./ready.ts";
import { openDraft, sealDraft } from "./seal.ts";

const least = 8;

interface KeepDeps {
  readonly say: Say;
  readonly draft: () => FormDraft;
  readonly saying: () => {
    readonly language: string;
    readonly wording: string;
    readonly now: string;
  };
  readonly onOpened: (draft: FormDraft) => void;
  readonly onSaved: () => void;
}

export function keepPart({ say, draft, saying, onOpened, onSaved }: KeepDeps): HTMLElement {
  const told = el("p", { role: "status" });
  const password = el("input", {
    id: "keep-password",
    class: "input",
    type: "password",
    autocomplete: "new-password",
  });
  const file = el("input", {
    type: "file",
    accept: ".age",
    class: "sr-only",
    tabindex: "-1",
    "aria-label": say("keep.open"),
  });
  const withPassword = async (
    work: (given: string) => Promise<void>,
    failed: string,
  ): Promise<void> => {
    if (password.value.length < least) {
      told.textContent = say("keep.weak");
      password.focus();
      return;
    }
    told.textContent = say("keep.busy");
    // Let the browser show the words before the key is worked out.
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      await work(password.value);
    } catch {
      told.textContent = failed;
    }
  };
  const save = async (given: string): Promise<void> => {
    const saved = saying();
    saveFile(await sealDraft(given, draft(), saved), `not-sent-yet-${saved.now.slice(0, 10)}.age`);
    told.textContent = "";
    onSaved();
  };
  file.addEventListener("change", () => {
    const [given] = file.files ?? [];
    if (given === undefined) return;
    void withPassword(async (words) => onOpened(await openDraft(words, given)), say("keep.wrong"));
    file.value = "";
  });
  return el(
    "details",
    { class: "appeal-form__keep" },
    el("summary", {}, say("keep.title")),
    el(
      "div",
      { class: "stack" },
      paragraph(say("keep.text")),
      el(
        "div",
        { class: "field" },
        el("label", { class: "field__label", for: "keep-password" }, say("keep.password")),
        password,
      ),
      el(
        "div",
        { class: "row" },
        button(say("keep.save"), () => void withPassword(save, say("failed"))),
        button(say("keep.open"), () => file.click()),
        file,
      ),
      told,
    ),
  );
}
