// What was found when output of auto-archiver came in: whether its files have the hashes it lists, and what it says of itself.
// Invariant: its own account of time is kept as its claim; nothing of it becomes a date of ours.
import { z } from "zod";

const text = z.string().max(2_000);
const size = z.int().min(0);

export const AUTO_ARCHIVER_MIME = "application/vnd.guwah.auto-archiver-check+json";

export const autoArchiverCheck = z.strictObject({
  format: z.literal("guwah-auto-archiver-check/1"),
  checkedAt: text,
  files: z.array(
    z.strictObject({
      path: text,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** `listed`: its SHA-256 or SHA3-512 is one the package lists; `not-listed`: it lists hashes, and not this one. */
      state: z.enum(["listed", "not-listed"]),
    }),
  ),
  /** Hashes the package lists, and how many of them no file in it has. */
  listed: size,
  missing: size,
  /** Files that were too many or too large to be hashed. */
  notChecked: size,
  /** RFC 3161 tokens over its list of hashes; nobody here has verified them. */
  stamps: z.strictObject({ count: size, state: z.enum(["none", "not-checked"]) }),
  /** A WACZ inside, held against its own hashes. */
  wacz: z.strictObject({ path: text, right: size, of: size }).nullable(),
  saidByPackage: z.strictObject({
    url: text.nullable(),
    title: text.nullable(),
    status: text.nullable(),
    /** When the page or post was made, and when it was archived, by the package's own account. */
    timestamp: text.nullable(),
    processedAt: text.nullable(),
    software: text.nullable(),
  }),
  /** What its text was read from. */
  dom: z
    .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: size, mime: text })
    .nullable(),
});

export type AutoArchiverCheck = z.infer<typeof autoArchiverCheck>;

/** The check in a few sentences, for people. */
export function autoArchiverNote(check: AutoArchiverCheck): string {
  const { files, listed, missing, notChecked, stamps, wacz, saidByPackage: said } = check;
  const right = files.filter(({ state }) => state === "listed").length;
  const words = [
    `Output of auto-archiver: ${right} of ${files.length} files in it have a hash it lists.`,
    listed === 0 ? "It lists no hashes." : "",
    missing > 0 ? `${missing} of the hashes it lists belong to no file in it.` : "",
    notChecked > 0 ? `${notChecked} files were not checked.` : "",
    wacz === null ? "" : `${wacz.right} of ${wacz.of} hashes its WACZ declares are right.`,
    stamps.count === 0 ? "" : `Its ${stamps.count} time stamps were not verified.`,
  ];
  const times = [
    said.timestamp === null ? "" : `made ${said.timestamp}`,
    said.processedAt === null ? "" : `archived ${said.processedAt}`,
    said.software === null ? "" : `with ${said.software}`,
  ].filter((one) => one !== "");
  const claim =
    times.length === 0
      ? ""
      : `By its own account, which nothing here confirms: ${times.join(", ")}.`;
  return [...words, claim].filter((one) => one !== "").join(" ");
}
