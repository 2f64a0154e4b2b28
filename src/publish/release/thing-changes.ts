// Which places, questions and figures differ from the release before.
// Invariant: by digests alone; of what is no longer shown only its key remains.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../proof/index.ts";
import type { Made } from "./past-releases.ts";
import type { Release, ReleasedThingChange } from "./released.ts";

export type Things = Pick<Release, "places" | "questions" | "estimates">;
type ThingChange = ReleasedThingChange;

export interface ThingChanges {
  readonly thingChanges: readonly ThingChange[];
  /** For the entry of the release. */
  readonly things: NonNullable<Made["things"]>;
}

/** An entry made before things were noted says nothing of them: then nothing is told to have changed. `day`: ISO. */
export function thingsSince(
  last: Made | null,
  { places, questions, estimates }: Things,
  day: string,
): ThingChanges {
  const all = [
    ...places.map((one) => known("place", one.key, one.names[0]?.text ?? "", one)),
    ...questions.map((one) => known("question", one.key, one.wording, one)),
    // A figure is what was said: another number is another figure.
    ...estimates.map((one) => known("estimate", `estimate-${digestOf(one)}`, one.quantity, one)),
  ];
  const things = all.map(({ about, key, digest }) => ({ about, key, digest }));
  if (last?.things === undefined) return { thingChanges: [], things };
  const before = new Map(last.things.map((one) => [one.key, one.digest]));
  const now = new Set(all.map(({ key }) => key));
  const changed = all.flatMap(({ about, key, label, digest }): ThingChange[] => {
    const old = before.get(key);
    if (old === digest) return [];
    return [{ kind: old === undefined ? "new" : "changed", about, key, label, day }];
  });
  const gone = last.things.flatMap(({ about, key }): ThingChange[] => {
    if (now.has(key)) return [];
    return [{ kind: "withdrawn", about: about as ThingChange["about"], key, label: "", day }];
  });
  return { thingChanges: [...changed, ...gone], things };
}

const known = (about: ThingChange["about"], key: string, label: string, told: object) => ({
  about,
  key,
  label,
  digest: digestOf(told),
});

/** Numbers of sources shift when others come and go, which is no change of the page. */
export function digestOf(told: unknown, digits = 16): string {
  const still = JSON.parse(
    JSON.stringify(told, (key, value: unknown) => (key === "source" ? 0 : value)),
  ) as unknown;
  return createHash("sha256").update(canonicalJson(still)).digest("hex").slice(0, digits);
}
