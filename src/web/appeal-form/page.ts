// The offline page: one HTML file that works from a folder, a stick or a messenger, with no network.
// Invariant: it makes no request (its policy forbids every one), keeps nothing in the browser, and warns before it forgets.
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/controls.css";
import "./form.css";
import "./page.css";
import { choice, el, paragraph } from "./elements.ts";
import { catalogues, guessLanguage, sayIn } from "./messages/index.ts";
import { type MountedForm, mountForm } from "./mount-form.ts";

const metaOf = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

const recipient = metaOf("guwah-recipient");
const group = metaOf("guwah-group");
let language = guessLanguage(navigator.languages);
let mounted: MountedForm | null = null;

const place = el("div");
const head = el("header");
const foot = el("footer", { class: "quiet small" });

function drawFrame(): void {
  const say = sayIn(language);
  document.documentElement.lang = language;
  document.documentElement.dir = /^(?:ug|ar|fa|ur)$/.test(language) ? "rtl" : "ltr";
  document.title = say("title");
  const languages = Object.keys(catalogues);
  const names = languages.map(
    (tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag] as const,
  );
  head.replaceChildren(
    ...[
      group === "" ? null : el("p", { class: "quiet", dir: "auto" }, say("title.group", { group })),
      el("h1", {}, say("title")),
      paragraph(say("lead.1")),
      paragraph(say("lead.2")),
      languages.length < 2
        ? null
        : choice({
            label: say("language"),
            value: language,
            none: "",
            choices: names,
            onChange: (next) => {
              language = next === "" ? language : next;
              drawFrame();
              mounted?.speak(language);
            },
          }),
    ].filter((child) => child !== null),
  );
  foot.textContent =
    recipient === "" ? say("fault.key") : say("key.shown", { end: recipient.slice(-8) });
}

drawFrame();
document.body.append(el("main", { class: "appeal-page" }, head, place, foot));
mounted = mountForm(place, { recipient, language, canKeep: true });
addEventListener("beforeunload", (event) => {
  if (mounted?.isUnsaved() === true) event.preventDefault();
});
