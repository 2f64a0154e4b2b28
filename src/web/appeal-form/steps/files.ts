// Step 4: photos and papers, with their sizes and a way to take each out again.
// Invariant: what goes over a limit is said and left out; nothing is cut.
import { appealLimits as limits } from "../../../model/index.ts";
import type { DraftFile, FormDraft } from "../draft.ts";
import { button, el, paragraph, sizeWords, textField } from "../elements.ts";
import type { Say } from "../messages/index.ts";
import type { Step, StepDeps } from "./step.ts";

/** Pictures every browser of the last years draws; others are shown by name only. */
const drawn = /^image\/(?:jpeg|png|webp|gif)$/;

export const filesStep: Step = (deps) => {
  const { draft, say, again, touched } = deps;
  const told = el("div", { role: "alert" });
  const input = el("input", {
    id: "files-input",
    type: "file",
    multiple: true,
    class: "sr-only",
    tabindex: "-1",
    "aria-label": say("files.add"),
    change: () => {
      const problems = takeFiles(draft, [...(input.files ?? [])], say);
      touched();
      again("files-add");
      const box = document.querySelector("#files-told");
      box?.append(...problems.map((problem) => paragraph(problem, "field__error")));
    },
  });
  told.id = "files-told";
  return [
    paragraph(
      say("files.lead", {
        count: limits.files,
        one: sizeWords(limits.fileBytes),
        all: sizeWords(limits.allBytes),
      }),
    ),
    paragraph(say("files.camera"), "quiet small"),
    el(
      "div",
      {},
      input,
      button(say("files.add"), () => input.click(), "", { id: "files-add" }),
    ),
    told,
    draft.files.length === 0
      ? paragraph(say("files.none"), "quiet")
      : el(
          "ul",
          { class: "appeal-form__files" },
          ...draft.files.map((file, at) => fileLine(deps, file, at)),
        ),
  ];
};

/** Adds what fits; answers what did not, in words. */
function takeFiles(draft: FormDraft, given: readonly File[], say: Say): string[] {
  const problems: string[] = [];
  let sum = draft.files.reduce((all, { blob }) => all + blob.size, 0);
  for (const file of given) {
    const name = file.name;
    if (draft.files.length >= limits.files) {
      problems.push(say("files.tooMany", { count: limits.files }));
      break;
    }
    if (file.size > limits.fileBytes)
      problems.push(say("files.tooLarge", { name, one: sizeWords(limits.fileBytes) }));
    else if (sum + file.size > limits.allBytes)
      problems.push(say("files.tooMuch", { name, all: sizeWords(limits.allBytes) }));
    else {
      sum += file.size;
      draft.files.push({ blob: file, name, about: "" });
    }
  }
  return problems;
}

function fileLine(
  { draft, say, again, touched }: StepDeps,
  file: DraftFile,
  at: number,
): HTMLElement {
  const remove = (): void => {
    draft.files.splice(at, 1);
    touched();
    again("files-add");
  };
  return el(
    "li",
    { class: "appeal-form__file" },
    thumbnail(file),
    el(
      "div",
      { class: "stack" },
      el(
        "div",
        {},
        el("bdi", {}, file.name),
        " ",
        el("small", { class: "quiet" }, sizeWords(file.blob.size)),
      ),
      textField({
        label: say("files.about"),
        value: file.about,
        max: limits.line,
        onInput: (text) => {
          file.about = text;
          touched();
        },
      }),
      el("div", {}, button(say("files.remove", { name: file.name }), remove, "quiet")),
    ),
  );
}

function thumbnail({ blob }: DraftFile): HTMLElement | null {
  if (!drawn.test(blob.type)) return null;
  const url = URL.createObjectURL(blob);
  const release = (): void => URL.revokeObjectURL(url);
  return el("img", {
    class: "appeal-form__thumb",
    src: url,
    alt: "",
    load: release,
    error: release,
  });
}
