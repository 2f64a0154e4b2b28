// The files of a release: the public site made of it, and nothing that is not in it.
// Invariant: of the release and its pictures alone; what builds the site is loaded only then, because most days nobody publishes.
import type { BuildFiles } from "./make-release.ts";

/** `pictureOf`: bytes of a released picture by its hash. */
export function releaseFiles(pictureOf: (sha256: string) => Uint8Array | null): BuildFiles {
  return async function* build(release) {
    const { buildSite } = await import("../site/build-site.ts");
    yield* buildSite(release, { picture: (sha256) => Promise.resolve(pictureOf(sha256)) });
  };
}
