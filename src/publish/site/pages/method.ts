// The rules by which these pages came about, the data, and how to correct them.
// Invariant: the rules are told as the program applies them; the form works on paper.
import { contactLink, html } from "../html.ts";
import type { SiteKey } from "../messages/en.ts";
import { relative } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";

const rules = ["1", "2", "3", "4", "5", "6", "7", "8"] as const;

export function methodPage({ say }: Site): SitePage {
  return {
    path: "method.html",
    title: say("method.title"),
    body: html`<h1>${say("method.title")}</h1>
      ${rules.map(
        (n) =>
          html`<section>
            <h2>${say(`method.${n}.title`)}</h2>
            <p>${say(`method.${n}`)}</p>
          </section> `,
      )}`,
  };
}

/** What a data file holds, by its name; nothing for one this house does not know. */
function contents({ say }: Site, path: string): string {
  const key = `data.of.${path.split("/").at(-1) ?? ""}`;
  return say.has(key) ? say(key) : "";
}

export function dataPage(site: Site): SitePage {
  const { say, folder } = site;
  const path = "data.html";
  const { downloads } = site;
  const size = new Intl.NumberFormat(site.language.tag, {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  });
  const to = (file: string): string => relative(folder + path, file);
  const rows = downloads.map(
    (file) =>
      html`<tr>
        <th scope="row"><a href="${to(file.path)}" download>${file.path.split("/").at(-1)}</a></th>
        <td>${contents(site, file.path)}</td>
        <td class="figure">${size.format(Math.ceil(file.bytes.length / 1000))}</td>
      </tr> `,
  );
  return {
    path,
    title: say("data.title"),
    body: html`<h1>${say("data.title")}</h1>
      <p class="lead">${say("data.lead")}</p>
      ${
        rows.length === 0
          ? html`<p>${say("data.none")}</p>`
          : html`<div class="wide" tabindex="0" role="region" aria-label="${say("data.title")}">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${say("data.file")}</th>
                    <th scope="col">${say("data.holds")}</th>
                    <th scope="col">${say("data.size")}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>
            </div>`
      }
      <ul>
        <li><a href="${to(`${folder}feed.xml`)}">${say("data.feed")}</a></li>
        <li><a href="${to(`${folder}newsletter.txt`)}">${say("data.newsletter")}</a></li>
        <li>
          <a href="${to("SHA256SUMS")}">${say("data.sums")}</a> –
          <span dir="auto">${say("data.sumsText")}</span>
        </li>
      </ul>`,
  };
}

const questions: readonly (readonly [SiteKey, "short" | "long"])[] = [
  ["corrections.formNumber", "short"],
  ["corrections.formWhat", "long"],
  ["corrections.formHow", "long"],
  ["corrections.formWho", "short"],
  ["corrections.formAnswer", "short"],
  ["corrections.formReach", "short"],
];

export function correctionsPage(site: Site): SitePage {
  const { say, release } = site;
  const contact = release.publisher.contact;
  const lines = questions.map(
    ([key, space]) =>
      html`<li>
        <p>${say(key)}</p>
        <div class="blank blank--${space}"></div>
      </li>`,
  );
  return {
    path: "corrections.html",
    title: say("corrections.title"),
    body: html`<h1>${say("corrections.title")}</h1>
      <p class="lead">${say("corrections.lead")}</p>
      <h2>${say("corrections.how")}</h2>
      <p>
        ${contact === undefined || contact === "" ? say("corrections.noContact") : contactLink(contact)}
      </p>
      <p>${say("corrections.safe")}</p>
      <h2>${say("corrections.next")}</h2>
      <p>${say("corrections.nextText")}</p>
      <section class="form">
        <h2>${say("corrections.form")}</h2>
        <ol>
          ${lines}
        </ol>
      </section>`,
  };
}
