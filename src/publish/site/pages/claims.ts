// How a value is shown: the value, its origins as dots and in words, and who said it where.
// Invariant: a dot never stands without its number in words; every claim leads to its source.
import { termLabel } from "../../../model/index.ts";
import type { ReleasedClaim, ReleasedValue } from "../../release/released.ts";
import { html, type Html, own, type Piece } from "../html.ts";
import { relative, sourcePath } from "../paths.ts";
import type { Site } from "../site.ts";

const MOST_DOTS = 12;

export function dots(origins: number): Html {
  const shown = Math.max(0, Math.min(origins, MOST_DOTS));
  return html`<span class="dots" aria-hidden="true"
    >${"●".repeat(shown)}${origins > MOST_DOTS ? "…" : ""}</span
  >`;
}

export function stateTag({ say }: Site, state: ReleasedValue["state"]): Html {
  return html`<span class="tag tag--${state}">${say(`state.${state}`)}</span>`;
}

export function sourceLink(site: Site, path: string, n: number): Html {
  const words = site.say("claim.source", { n });
  return html`<a href="${relative(path, sourcePath(n))}#s${n}">${words}</a>`;
}

/** Words of somebody, in their own direction and, where it is known, marked with their language. */
export function quoted(words: string, language?: string): Html {
  const lang = language === undefined ? null : html` lang="${language}"`;
  return html`<blockquote dir="auto" ${lang}>${words}</blockquote>`;
}

export const joined = (parts: readonly Piece[], between = " · "): Html =>
  html`${parts
    .filter((part) => part !== null && part !== undefined && part !== false && part !== "")
    .map((part, i) => (i === 0 ? part : html`${between}${part}`))}`;

function claimItem(site: Site, path: string, claim: ReleasedClaim): Html {
  const { say, sources } = site;
  const grade = claim.grade;
  return html`<li>
    ${
      claim.quote === undefined
        ? html`<p>${own(claim.text)}</p>`
        : quoted(claim.quote, sources.get(claim.source)?.language)
    }
    <p class="quiet">
      ${joined([
        own(
          claim.speaker === undefined
            ? say("claim.noSpeaker")
            : say("claim.speaker", { speaker: claim.speaker }),
        ),
        claim.said === undefined ? null : say("claim.said", { day: say.day(claim.said) }),
        claim.knows === undefined
          ? null
          : own(
              termLabel("knows", claim.knows, site.language.tag).toLocaleLowerCase(
                site.language.tag,
              ),
            ),
        grade === undefined
          ? null
          : say("claim.grade", {
              n: grade,
              label: termLabel("content-grade", String(grade), site.language.tag).toLocaleLowerCase(
                site.language.tag,
              ),
            }),
        ...claim.origins.map((n) => say("claim.origin", { n })),
        sourceLink(site, path, claim.source),
      ])}
    </p>
  </li>`;
}

function claimList(site: Site, path: string, claims: readonly ReleasedClaim[]): Html | null {
  if (claims.length === 0) return null;
  return html`<details open>
    <summary>${site.say.count("value.claims", claims.length)}</summary>
    <ul class="claims">
      ${claims.map((claim) => claimItem(site, path, claim))}
    </ul>
  </details>`;
}

function coarser({ say }: Site, what: string | undefined): Html | null {
  if (what === undefined) return null;
  const key = `value.coarser.${what}`;
  return html`<p class="quiet">${say(say.has(key) ? key : "value.coarser")}</p>`;
}

/** A statement by its number: a link where it stands on the same page. */
export function statementLink({ say }: Site, n: number, here: ReadonlySet<number>): Html {
  const words = say("value.statement", { n });
  return here.has(n) ? html`<a href="#st${n}">${words}</a>` : html`${words}`;
}

/** One value with everything behind it. `level` is that of its heading, `statements` are those on the same page. */
export function valueBlock(
  site: Site,
  path: string,
  value: ReleasedValue,
  level: "h3" | "h4",
  statements: ReadonlySet<number> = new Set(),
): Html {
  const { say } = site;
  const label = own(value.label);
  const head = level === "h3" ? html`<h3>${label}</h3>` : html`<h4>${label}</h4>`;
  const denials = value.denials.map((n) => statementLink(site, n, statements));
  const others = value.others.map(
    (other) =>
      html`<li>
        <p class="shown">${own(other.text)}</p>
        ${claimList(site, path, other.claims)}
      </li>`,
  );
  return html`<div class="value">
    ${head}
    <p class="shown">
      ${own(value.text)} ${value.state === "single" ? null : stateTag(site, value.state)}
    </p>
    <p class="quiet">
      ${dots(value.origins)}
      ${say.count("origins", value.origins)}${
        denials.length === 0 ? null : html` · ${say("value.denied")} ${joined(denials, ", ")}`
      }
    </p>
    ${coarser(site, value.coarser)}${claimList(site, path, value.claims)}${
      others.length === 0
        ? null
        : html`<p class="against">${say("value.others")}</p>
            <ul class="others">
              ${others}
            </ul>`
    }
  </div> `;
}
