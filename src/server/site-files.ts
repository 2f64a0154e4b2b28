// The files of a public site, made of a release when one is published.
// Invariant: of the release and its pictures alone; what builds the site is loaded only then, because most days nobody publishes.
import type { Release } from "../publish/index.ts";

interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `pictureOf`: bytes of a released picture by its hash. */
export function siteFiles(pictureOf: (sha256: string) => Uint8Array | null) {
  return async function* build(release: Release): AsyncGenerator<SiteFile> {
    for (const { pictures } of release.people)
      for (const { sha256, mime } of pictures) {
        const bytes = pictureOf(sha256);
        const ending = mime === "image/png" ? "png" : "jpg";
        if (bytes !== null) yield { path: `pictures/${sha256}.${ending}`, bytes };
      }
  };
}
