// A person's story: a small drawing of its stretches, and the same as a list with everything behind it.
// Invariant: the drawing tells nothing the list does not; an end nobody knows is drawn faint, never guessed.
import type { ReleasedDate, ReleasedPart } from "../../release/released.ts";
import { html, type Html, nothing, own } from "../html.ts";
import type { SiteKey } from "../messages/en.ts";
import { placePath } from "../paths.ts";
import { link } from "../frame.ts";
import type { Site } from "../site.ts";
import { joined, valueBlock } from "./claims.ts";

const WIDTH = 720;
const LEFT = 26;
const ROW = 22;
const MOST_ROWS = 40;
const DAY_MS = 86_400_000;

interface Stretch {
  readonly n: number;
  /** Surely within. */
  readonly from: number;
  readonly to: number;
  /** Perhaps within. */
  readonly earliest: number;
  readonly latest: number;
  readonly open: boolean;
}

const dayOf = (iso: string | null | undefined): number | null => {
  if (iso === null || iso === undefined) return null;
  const at = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : at / DAY_MS;
};

function stretchOf(part: ReleasedPart, n: number): Stretch | null {
  const { from, to } = part;
  const first = dayOf(from?.min) ?? dayOf(from?.max) ?? dayOf(to?.min) ?? dayOf(to?.max);
  if (first === null) return null;
  const start = dayOf(from?.max) ?? first;
  const end = dayOf(to?.min) ?? dayOf(to?.max) ?? start;
  const last = dayOf(to?.max) ?? Math.max(end, start);
  return {
    n,
    from: Math.min(start, end),
    to: Math.max(start, end),
    earliest: Math.min(first, start, end),
    latest: Math.max(last, end, start),
    open: to !== null && dayOf(to.max) === null,
  };
}

const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
const newYear = (year: number): number => Date.UTC(year, 0, 1) / DAY_MS;

function drawing(site: Site, parts: readonly ReleasedPart[]): Html {
  const rows = parts.flatMap((part, i) => stretchOf(part, i + 1) ?? []).slice(0, MOST_ROWS);
  if (rows.length < 2) return nothing;
  const firstYear = yearOf(Math.min(...rows.map((row) => row.earliest)));
  const lastYear = yearOf(Math.max(...rows.map((row) => row.latest))) + 1;
  const edge = newYear(lastYear);
  const start = newYear(firstYear);
  const span = edge - start;
  const x = (day: number): number =>
    Math.round((LEFT + ((day - start) / span) * (WIDTH - LEFT - 6)) * 10) / 10;
  const wide = (from: number, to: number): number =>
    Math.max(4, Math.round((x(to) - x(from)) * 10) / 10);
  const step = Math.max(1, Math.ceil((lastYear - firstYear) / 9));
  const height = rows.length * ROW + 24;
  const years: Html[] = [];
  for (let year = firstYear; year <= lastYear; year += step) {
    const at = x(newYear(year));
    years.push(
      html`<line x1="${at}" x2="${at}" y1="0" y2="${height - 20}" /><text
          x="${Math.min(at, WIDTH - 30)}"
          y="${height - 5}"
          >${year}</text
        >`,
    );
  }
  const bars = rows.map((row, i) => {
    const y = i * ROW + 4;
    return html`<text class="n" x="${LEFT - 6}" y="${y + 11}">${row.n}</text
      ><rect
        class="maybe"
        x="${x(row.earliest)}"
        y="${y}"
        width="${wide(row.earliest, row.open ? edge : row.latest)}"
        height="14"
        rx="4"
      /><rect
        class="sure"
        x="${x(row.from)}"
        y="${y}"
        width="${wide(row.from, row.to)}"
        height="14"
        rx="4"
      />`;
  });
  return html`<figure class="story">
    <svg
      viewBox="0 0 ${WIDTH} ${height}"
      role="img"
      aria-label="${site.say("person.storyNote")}"
      direction="ltr"
    >
      <g class="years">${years}</g>
      ${bars}
    </svg>
    <figcaption class="quiet">${site.say("person.storyNote")}</figcaption>
  </figure>`;
}

function dateText({ say }: Site, date: ReleasedDate): string {
  return say.day(date.text);
}

function when(site: Site, part: ReleasedPart): Html {
  const { say } = site;
  const { from, to } = part;
  if (from === null && to === null) return html`${say("date.unknown")}`;
  if (from !== null && to !== null && from.text === to.text) return own(dateText(site, from));
  return html`${from === null ? null : own(say("date.from", { day: dateText(site, from) }))}
  ${to === null ? null : to.max === null && /^(?:\.\.)?$/.test(to.text) ? html`– ${say("date.open")}` : own(say("date.until", { day: dateText(site, to) }))}`;
}

/** What the parts of a file are, in the order in which somebody asks: what happened, who is around, what was done about it. */
const groups: readonly (readonly [SiteKey, ReadonlySet<string>])[] = [
  ["person.around", new Set(["Relationship"])],
  ["person.answers", new Set(["Intervention", "Proceeding"])],
  ["person.questions", new Set(["Question"])],
];
const apart = new Set(groups.flatMap(([, schemas]) => [...schemas]));

/** The stretches of a story in their order with their drawing, then whatever else belongs to the person, kind by kind. */
export function story(
  site: Site,
  path: string,
  parts: readonly ReleasedPart[],
  statements: ReadonlySet<number>,
): Html {
  const own = parts.filter(({ schema }) => !apart.has(schema));
  const others = groups.map(([title, schemas]) =>
    section(site, site.say(title), null, {
      path,
      parts: parts.filter(({ schema }) => schemas.has(schema)),
      statements,
    }),
  );
  const happened = section(site, site.say("person.story"), drawing(site, own), {
    path,
    parts: own,
    statements,
  });
  return html`${happened}${others}`;
}

interface Shown {
  readonly path: string;
  readonly parts: readonly ReleasedPart[];
  readonly statements: ReadonlySet<number>;
}

function section(
  site: Site,
  title: string,
  figure: Html | null,
  { path, parts, statements }: Shown,
): Html {
  if (parts.length === 0) return nothing;
  const items = parts.map((part) => partItem(site, path, part, statements));
  return html`<section>
    <h2>${title}</h2>
    ${figure}
    <ol class="parts">
      ${items}
    </ol>
  </section> `;
}

/** Whose time is known only in part still say so; whoever has none at all is silent where no time is to be expected. */
const timeless = new Set(["Relationship", "Question"]);

function partItem(
  site: Site,
  path: string,
  part: ReleasedPart,
  statements: ReadonlySet<number>,
): Html {
  const place = part.place === undefined ? undefined : site.places.get(part.place);
  const name = place?.names[0]?.text;
  const isDated = part.from !== null || part.to !== null;
  const pieces = [
    isDated || !timeless.has(part.schema) ? when(site, part) : null,
    place === undefined || name === undefined ? null : link(path, placePath(place.key), own(name)),
  ];
  return html`<li>
    <h3>${own(part.label)}</h3>
    ${pieces.every((piece) => piece === null) ? null : html`<p class="shown">${joined(pieces)}</p>`}
    ${part.values.map((value) => valueBlock(site, path, value, "h4", statements))}
  </li> `;
}
