// Where each page lies, and how one leads to another.
// Invariant: a path holds only letters, digits, dots, dashes and slashes, never steps upward, and two things never share one.
import { createHash } from "node:crypto";

const PLAIN = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** A key as a file name: as it is where that is safe, else with its hash, so that two keys never meet (nor differ by case only). */
export function fileName(key: string): string {
  if (PLAIN.test(key) && !/^(?:con|prn|aux|nul|com\d|lpt\d|index|page-\d+)$/.test(key)) return key;
  const readable = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 10);
  return readable === "" ? `x-${hash}` : `${readable}--${hash}`;
}

/** A person's number as a file name: public numbers are in capitals, files in small letters. */
export const personFile = (number: string): string =>
  /[a-z]/.test(number) ? fileName(`${number}/`) : fileName(number.toLowerCase());
export const personPath = (number: string): string => `people/${personFile(number)}.html`;
export const placePath = (key: string): string => `places/${fileName(key)}.html`;
export const questionPath = (key: string): string => `questions/${fileName(key)}.html`;
/** Sources lie a hundred to a page. */
const SOURCES_PER_PAGE = 100;
export const sourcePath = (n: number): string => {
  const page = Math.ceil(n / SOURCES_PER_PAGE);
  return page <= 1 ? "sources/index.html" : `sources/page-${page}.html`;
};
const extensions = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" } as const;
export const picturePath = (picture: {
  readonly sha256: string;
  readonly mime: keyof typeof extensions;
}): string => `pictures/${fileName(picture.sha256)}.${extensions[picture.mime]}`;

/** The address of `to` as it is written on the page at `from`. */
export function relative(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return "../".repeat(here.length - same) + there.slice(same).join("/");
}
