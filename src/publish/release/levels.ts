// How a person may be shown to an audience: the strongest level that the consents asked for allow.
// Invariant: default deny. Levels are flags, not a ladder: a yes to one says nothing about another. A child is never named.
import { type Consented, consented } from "../../act/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import type { ReleaseReason } from "./reasons.ts";
import type { NameLevel } from "./released.ts";

export const releaseAudiences = ["public", "partners"] as const;
export type ReleaseAudience = (typeof releaseAudiences)[number];

/** What each audience may be shown, the strongest first, with the code of `audience` that must be consented to. */
const ladder: Readonly<
  Record<ReleaseAudience, readonly { readonly level: NameLevel; readonly flag: string }[]>
> = {
  public: [
    { level: "name", flag: "public-name" },
    { level: "initials", flag: "public-initials" },
    { level: "no-name", flag: "public-no-name" },
  ],
  partners: [{ level: "name", flag: "partners" }],
};

/** The flag asked for where somebody is shown at this level; undefined where the audience has no such level. */
export const flagFor = (audience: ReleaseAudience, level: NameLevel): string | undefined =>
  ladder[audience].find((one) => one.level === level)?.flag;

/** For each group of records or source, by its first id, what was said to each flag of the audience. */
export async function saidToFlags(
  deps: { readonly db: Db; readonly clock: Clock },
  audience: ReleaseAudience,
  groups: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, Readonly<Record<string, Consented>>>> {
  const said = new Map<string, Record<string, Consented>>(
    groups.map((group) => [group[0] as string, {}]),
  );
  for (const { flag } of ladder[audience]) {
    const answers = await consented(deps, flag, groups);
    for (const [i, group] of groups.entries())
      (said.get(group[0] as string) as Record<string, Consented>)[flag] =
        answers[i] ?? "never-asked";
  }
  return said;
}

/** The levels a person may be shown at, strongest first; a reason where there is none. */
export function allowedLevels(
  audience: ReleaseAudience,
  said: Readonly<Record<string, Consented>>,
  child: boolean,
): { readonly levels: readonly NameLevel[]; readonly reason: ReleaseReason | null } {
  const yes = ladder[audience].filter(({ flag }) => said[flag] === "yes");
  const levels = yes.filter(({ level }) => !(child && level === "name")).map(({ level }) => level);
  if (levels.length > 0) return { levels, reason: null };
  if (yes.length > 0) return { levels, reason: "child" };
  const answers = ladder[audience].map(({ flag }) => said[flag] ?? "never-asked");
  const no = answers.find((one) => one === "withdrawn") ?? answers.find((one) => one === "ended");
  return {
    levels,
    reason: no === "withdrawn" || no === "ended" ? `person-${no}` : "person-never-asked",
  };
}
