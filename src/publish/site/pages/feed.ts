// The changes of a release as an Atom feed (RFC 4287) and as a text for a newsletter.
// Invariant: both are functions of the release; their times are its day, never the day they were made.
import { createHash } from "node:crypto";
import { fileOf } from "../frame.ts";
import { html } from "../html.ts";
import type { Site, SiteFile } from "../site.ts";
import { changesOf } from "./changes.ts";

/** RFC 4287 wants a time; days are told as their first moment. */
const moment = (day: string): string => `${day}T00:00:00Z`;

/** An id that stays the same wherever the site is put. */
function idOf(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export function feed(site: Site): SiteFile {
  const { say, release, address, folder, language } = site;
  const url = (path: string): string =>
    address === undefined ? path : new URL(folder + path, address).href;
  const group = release.publisher.name ?? "";
  const entries = changesOf(site).map(
    ({ kind, key, day, heading, what, to }) =>
      html`<entry
        ><id>${idOf(group, "change", String(release.number), key)}</id
        ><title>${say(`changes.${kind}`)}: ${heading}</title><updated>${moment(day)}</updated
        ><link href="${url(to ?? "changes.html")}" />
        <summary>${what}</summary></entry
      > `,
  );
  const text = html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.tag}">
      <id>${idOf(group, "feed", release.audience, language.tag)}</id>
      <title>${site.title}</title>
      <updated>${moment(release.asOf)}</updated>
      <author><name>${group === "" ? site.title : group}</name></author>
      ${address === undefined ? null : html`<link rel="self" href="${url("feed.xml")}" />`}<link
        href="${url("index.html")}"
      />
      ${entries}</feed
    > `;
  return fileOf(`${folder}feed.xml`, text.toString());
}

/** One line, without what could start another. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export function newsletter(site: Site): SiteFile {
  const { say, release, address, folder } = site;
  const lines = changesOf(site).flatMap(({ kind, heading, what, to }) => {
    const about = what === heading ? "" : ` – ${oneLine(what)}`;
    const line = `* ${say(`changes.${kind}`)}: ${oneLine(heading)}${about}`;
    return to === undefined || address === undefined
      ? [line]
      : [line, `  ${new URL(folder + to, address).href}`];
  });
  const text = [
    say("news.title", { title: site.title, n: release.number, day: say.day(release.asOf) }),
    "",
    `${say.number(release.people.length)} ${say.count("home.count", release.people.length)}.`,
    say("home.notTotal"),
    "",
    say("changes.title"),
    ...(lines.length === 0 ? [say("changes.none")] : lines),
    "",
    ...(address === undefined
      ? []
      : [say("news.more", { address: new URL(`${folder}changes.html`, address).href })]),
    ...(release.publisher.contact === undefined ? [] : [oneLine(release.publisher.contact)]),
    "",
  ].join("\n");
  return fileOf(`${folder}newsletter.txt`, text);
}
