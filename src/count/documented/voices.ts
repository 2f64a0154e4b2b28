// Who speaks: so that a table shows whose knowledge it rests on, and a reader sees how the sample leans.
// Invariant: one claim has one voice; a person may be known through several.
import type { ClaimView } from "../../weigh/index.ts";

/** The voices, the most direct first. */
export const voices = [
  ["lived", "Former detainees and eyewitnesses"],
  ["told", "Relatives and others who were told"],
  ["leak", "Leaked documents"],
  ["official", "Officials and courts"],
  ["press", "Press and reports, nobody named behind them"],
  ["list", "Lists"],
  ["other", "Others"],
] as const;
export type Voice = (typeof voices)[number][0];

const firstHand = new Set(["lived-it", "saw-it"]);
const byKind = new Map<string, Voice>([
  ["official-statement", "official"],
  ["court-paper", "official"],
  ["leaked-document", "leak"],
  ["testimony", "told"],
  ["interview", "told"],
  ["appeal", "told"],
  ["letter", "told"],
  ["article", "press"],
  ["report", "press"],
  ["social-post", "press"],
  ["list", "list"],
]);

/** How the speaker knows decides; else what kind of source it is. */
export function voicesOf(
  claims: readonly Pick<ClaimView, "source" | "knows">[],
  kinds: ReadonlyMap<string, string>,
): Voice[] {
  const heard = new Set(
    claims.map(({ source, knows }): Voice => {
      const kind = byKind.get(kinds.get(source) ?? "") ?? "other";
      if (kind === "official" || kind === "leak") return kind;
      if (knows !== undefined && firstHand.has(knows)) return "lived";
      return knows !== undefined && knows !== "unknown" && knows !== "read-it" ? "told" : kind;
    }),
  );
  return voices.flatMap(([voice]) => (heard.has(voice) ? [voice] : []));
}
