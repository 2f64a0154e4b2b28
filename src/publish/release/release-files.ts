// The files of a release: the public site made of it, and nothing that is not in it.
// Invariant: of the release and its pictures alone; what builds the site is loaded only then, because most days nobody publishes.
import { canonicalJson } from "../../proof/index.ts";
import type { BuildFiles } from "./make-release.ts";
import type { Release } from "./released.ts";
import type { WrittenFile } from "./search-bytes.ts";
import { joinedBytes } from "./text-bytes.ts";

/** Everything that leaves: what is built, and before it the release itself, from which all of it can be built again. */
export async function* allFiles(release: Release, build: BuildFiles): AsyncGenerator<WrittenFile> {
  yield { path: "release.json", bytes: joinedBytes(canonicalPieces({ ...release })) };
  yield* build(release);
}

/** Canonical JSON of an object, its lists one by one: together what `canonicalJson` gives. */
export function* canonicalPieces(fields: Readonly<Record<string, unknown>>): Generator<string> {
  // By code units, as RFC 8785 asks for.
  const keys = Object.keys(fields).sort();
  for (const [i, key] of keys.entries()) {
    yield `${i === 0 ? "{" : ","}${canonicalJson(key)}:`;
    const value = fields[key];
    if (!Array.isArray(value)) yield canonicalJson(value);
    else {
      yield "[";
      for (const [n, one] of value.entries()) yield `${n === 0 ? "" : ","}${canonicalJson(one)}`;
      yield "]";
    }
  }
  yield keys.length === 0 ? "{}" : "}";
}

/** `pictureOf`: bytes of a released picture by its hash. */
export function releaseFiles(pictureOf: (sha256: string) => Uint8Array | null): BuildFiles {
  return async function* build(release) {
    const { buildSite } = await import("../site/build-site.ts");
    yield* buildSite(release, { picture: (sha256) => Promise.resolve(pictureOf(sha256)) });
  };
}
