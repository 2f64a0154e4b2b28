// Which changes of a file may be told to an audience: each through the same gate as what stands.
// Invariant: a value that no longer stands goes only where it had been accepted and its source may go; members' names and reasons
// stay in the group.
import type { Change } from "../../act/index.ts";
import { propertyOf, type Value, valueText } from "../../model/index.ts";
import type { ClaimView } from "../../weigh/index.ts";
import { type DossierAudience, gateClaim, type SourceFacts } from "../gate.ts";
import type { HeldBack } from "../dossier/held-back.ts";

/** A claim that does not stand any more, as it was. */
export interface FormerClaim {
  readonly id: string;
  readonly record: string;
  readonly schema: string;
  readonly property: string;
  readonly value: string;
  readonly source: string;
  readonly passage: string | null;
  readonly seq: number;
  /** It was accepted at some time. */
  readonly accepted: boolean;
}

export interface ToldChange {
  readonly day: string;
  readonly kind: Change["kind"];
  readonly seq: number;
  /** Of the property it is about, and the value; the value before it where it was corrected. */
  readonly label?: string;
  readonly value?: string;
  readonly before?: string;
  readonly claim?: FootnotedClaim;
  readonly grade?: number;
  /** Inside the group only. */
  readonly by?: string;
  readonly reason?: string;
}

export type FootnotedClaim = Pick<
  ClaimView,
  "id" | "source" | "statement" | "passage" | "knows" | "review" | "seq"
>;

interface Knowing {
  readonly audience: DossierAudience;
  /** What stands and goes, by id. */
  readonly standing: ReadonlyMap<string, ClaimView>;
  /** Ids of everything that stands, whether it goes or not. */
  readonly live: ReadonlySet<string>;
  readonly former: ReadonlyMap<string, FormerClaim>;
  /** Records that go. */
  readonly records: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly sourceOf: (id: string) => SourceFacts | undefined;
  readonly schemaOf: (record: string) => string;
  readonly memberOf: (id: string) => string;
}

/** The changes that go, in their order; what stays is counted, what stands and stays was counted before. */
export function changesThatGo(
  changes: readonly Change[],
  knowing: Knowing,
  held: HeldBack,
): ToldChange[] {
  const gate = (id: string): "goes" | "counted" | "held" => {
    if (knowing.standing.has(id)) return "goes";
    const former = knowing.former.get(id);
    if (former === undefined || knowing.live.has(id)) return "counted";
    const reason = formerGate(former, knowing);
    if (reason !== "goes") held.add("claim", reason);
    return reason === "goes" ? "goes" : "held";
  };
  const gates = new Map<string, "goes" | "counted" | "held">();
  const goes = (id: string): boolean => {
    const known = gates.get(id) ?? gate(id);
    gates.set(id, known);
    return known === "goes";
  };
  return changes.flatMap((change): ToldChange[] => {
    const { claim, replaces, property, records, grade } = change;
    const inside =
      knowing.audience === "inside"
        ? {
            by: knowing.memberOf(change.by),
            ...(change.reason === undefined ? {} : { reason: change.reason }),
          }
        : {};
    const told = { day: change.day, kind: change.kind, seq: change.seq, ...inside };
    if (claim !== undefined) {
      if (!goes(claim)) return [];
      const shown = shownClaim(claim, knowing);
      const before =
        replaces !== undefined && goes(replaces) ? shownClaim(replaces, knowing) : undefined;
      return [
        {
          ...told,
          ...shown,
          ...(before?.value === undefined ? {} : { before: before.value }),
          ...(grade === undefined ? {} : { grade }),
        },
      ];
    }
    if (!records.every((id) => knowing.records.has(id))) return [];
    const label =
      property === undefined
        ? undefined
        : propertyOf(knowing.schemaOf(records[0] ?? ""), property)?.label;
    return [{ ...told, ...(label === undefined ? {} : { label }) }];
  });
}

function formerGate(former: FormerClaim, knowing: Knowing) {
  const value = JSON.parse(former.value) as Value;
  const source = knowing.sourceOf(former.source);
  if (source === undefined) return "internal";
  return gateClaim(
    {
      sealed: value.kind === "sealed",
      accepted: former.accepted,
      anotherPerson:
        value.kind === "ref" && knowing.people.has(value.record) && !knowing.own.has(value.record),
      source,
    },
    knowing.audience,
  );
}

function shownClaim(
  id: string,
  { standing, former }: Knowing,
): Pick<ToldChange, "label" | "value" | "claim"> {
  const now = standing.get(id);
  const was = former.get(id);
  if (was === undefined) return {};
  const value = JSON.parse(was.value) as Value;
  return {
    label: propertyOf(was.schema, was.property)?.label ?? was.property,
    // An id of a record tells a reader nothing.
    ...(value.kind === "ref" ? {} : { value: now?.text ?? valueText(value) }),
    claim: now ?? {
      id,
      source: was.source,
      review: "accepted",
      seq: was.seq,
      ...(was.passage === null
        ? {}
        : { passage: JSON.parse(was.passage) as NonNullable<ClaimView["passage"]> }),
    },
  };
}
