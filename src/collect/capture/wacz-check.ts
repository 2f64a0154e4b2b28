// What was found when a WACZ made elsewhere came in: whether its hashes are right, and what it says of itself.
// Invariant: its own account of time and tool is kept as its claim; nothing of it becomes a date of ours.
import { z } from "zod";

const text = z.string().max(2_000);
const part = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  mime: text,
});

export const CHECK_MIME = "application/vnd.guwah.wacz-check+json";

export const waczCheck = z.strictObject({
  format: z.literal("guwah-wacz-check/1"),
  checkedAt: text,
  /** The hash of datapackage.json, as datapackage-digest.json declares it. */
  datapackage: z.enum(["right", "wrong", "not-declared"]),
  resources: z.array(
    z.strictObject({
      path: text,
      state: z.enum(["right", "wrong", "missing", "not-sha256", "not-checked"]),
    }),
  ),
  /** Parts no hash is declared for. */
  undeclared: z.array(text),
  signature: z.enum(["none", "not-checked"]),
  saidByPackage: z.strictObject({
    created: text.nullable(),
    software: text.nullable(),
    title: text.nullable(),
    mainPageUrl: text.nullable(),
    mainPageDate: text.nullable(),
  }),
  dom: part.nullable(),
});

export type WaczCheck = z.infer<typeof waczCheck>;

/** Whether every declared hash is right and everything in the package has one. */
function isWholeWacz({ datapackage, resources, undeclared }: WaczCheck): boolean {
  return (
    datapackage !== "wrong" &&
    undeclared.length === 0 &&
    resources.length > 0 &&
    resources.every(({ state }) => state === "right")
  );
}

/** The check in a sentence or two, for people. */
export function checkNote(check: WaczCheck): string {
  const right = check.resources.filter(({ state }) => state === "right").length;
  const sums = `${right} of ${check.resources.length} declared hashes of this package are right`;
  const rest = isWholeWacz(check) ? "." : "; it is not what it declares to be.";
  const { created, software, mainPageDate } = check.saidByPackage;
  const said = [
    mainPageDate === null ? null : `captured ${mainPageDate}`,
    created === null ? null : `packed ${created}`,
    software === null ? null : `with ${software}`,
  ].filter((one) => one !== null);
  return said.length === 0
    ? `${sums}${rest}`
    : `${sums}${rest} By its own account, which nothing here confirms: ${said.join(", ")}.`;
}
