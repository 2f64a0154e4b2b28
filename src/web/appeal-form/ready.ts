// What is shown when the file is made: where it went, how to send it, what to read out over the phone.
import { button, el, paragraph } from "./elements.ts";
import type { Say } from "./messages/index.ts";
import type { SealedFile } from "./seal.ts";

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function readyPage(
  file: SealedFile,
  {
    say,
    onChange,
    onClear,
  }: { readonly say: Say; readonly onChange: () => void; readonly onClear: () => void },
): HTMLElement[] {
  return [
    el("h2", { tabindex: "-1", id: "step-title" }, say("ready.title")),
    paragraph(say("ready.saved", { name: file.name })),
    el(
      "ol",
      { class: "appeal-form__todo stack" },
      el("li", {}, say("ready.send")),
      el(
        "li",
        {},
        say("ready.call"),
        el("p", { class: "appeal-form__code", "aria-label": say("ready.code") }, file.code),
      ),
      el("li", {}, say("ready.shared")),
    ),
    el(
      "div",
      { class: "actions" },
      button(say("ready.again"), () => saveFile(file.blob, file.name), "primary"),
      button(say("ready.change"), onChange),
      button(say("ready.clear"), onClear, "quiet"),
    ),
  ];
}
