// The button that hands a page on: through the reader's own device where it can share, else the address goes to the clipboard.
// Invariant: nothing is sent anywhere by us; a folder on the reader's own disk is never handed on as an address; without a script
// there is no button.
import { fileOf } from "../frame.ts";
import { html, type Html } from "../html.ts";
import type { Site, SiteFile } from "../site.ts";

/** `path`: of the page within its language's folder. */
export function shareButton({ say, address, folder }: Site, path: string): Html {
  const known = address === undefined ? "" : new URL(folder + path, address).href;
  return html`<p class="share">
    <button type="button" id="share" hidden data-address="${known}">${say("share.button")}</button>
    <span
      id="shared"
      class="quiet"
      role="status"
      data-copied="${say("share.copied")}"
      data-failed="${say("share.failed")}"
    ></span>
  </p>`;
}

// What somebody who reads from a stick can hand on is the title, which holds name and number.
const script = `"use strict";
(() => {
  const button = document.getElementById("share");
  const said = document.getElementById("shared");
  if (button === null || said === null) return;
  const here = /^https?:$/.test(location.protocol) ? location.href : "";
  const url = button.dataset.address || here;
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      button.focus();
      return done;
    }
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    const title = document.title;
    if (typeof navigator.share === "function") {
      try {
        await navigator.share(url === "" ? { title, text: title } : { title, url });
        return;
      } catch (fault) {
        if (fault instanceof DOMException && fault.name === "AbortError") return;
      }
    }
    const done = await copied(url === "" ? title : url);
    said.textContent = (done ? said.dataset.copied : said.dataset.failed) ?? "";
  });
})();
`;

export const shareFile = (): SiteFile => fileOf("share.js", script);
