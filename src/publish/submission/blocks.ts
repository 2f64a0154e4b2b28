// What a submission lacks, and what stands in its way: pure rules over fields filled from the whole file and from what may go.
// Invariant: a mandatory field that only the whole file fills is blocked, never silently empty.
import type {
  ConsentBlock,
  ConsentNeed,
  FilledField,
  RouteSpec,
  UnAudience,
} from "../../act/index.ts";
import { gateSource, type HeldReason, type SourceFacts } from "../gate.ts";
import { claimsIn } from "./used.ts";

export interface Missing {
  readonly field: string;
  readonly why: "empty" | "date-too-vague" | "one-of-these";
  /** The group may write it here; else it comes from claims. */
  readonly writable: boolean;
}

export interface Block {
  /** Whose consent, whose review, or a value that cannot go. */
  readonly kind: "person" | "source" | "review" | "held";
  /** A record or a source. */
  readonly id?: string;
  readonly as?: ConsentNeed["as"];
  /** The mandatory field that cannot be filled without it. */
  readonly field?: string;
  readonly reason: ConsentBlock | HeldReason;
}

/** `known`: the fields as the whole file fills them. */
export function missingOf(route: RouteSpec, known: readonly FilledField[]): Missing[] {
  const found = known.flatMap(({ code, mandatory, lacks, written }): Missing[] =>
    mandatory && lacks !== null ? [{ field: code, why: lacks, writable: written !== "no" }] : [],
  );
  const oneOf = route.oneOf ?? [];
  const some = known.some(({ code, words }) => oneOf.includes(code) && words !== null);
  if (oneOf.length === 0 || some) return found;
  return [...found, { field: oneOf[0] as string, why: "one-of-these", writable: true }];
}

export interface BlockFacts {
  readonly route: RouteSpec;
  readonly known: readonly FilledField[];
  /** The same fields, as what may go fills them. */
  readonly fields: readonly FilledField[];
  readonly needs: readonly ConsentNeed[];
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly audience: UnAudience;
}

export function blocksOf({ known, fields, needs, sources, audience }: BlockFacts): Block[] {
  const blocks = new Map<string, Block>();
  const add = (block: Block): void => {
    const key = `${block.kind} ${block.id ?? ""} ${block.kind === "review" || block.kind === "held" ? (block.field ?? "") : ""} ${block.reason}`;
    if (!blocks.has(key)) blocks.set(key, block);
  };
  for (const { who, id, as, blocks: reason } of needs)
    if (reason !== null) add({ kind: who, id, as, reason });
  for (const [i, field] of known.entries()) {
    if (!field.mandatory || field.lacks !== null || fields[i]?.lacks === null) continue;
    const before = blocks.size;
    for (const claim of claimsIn([field])) {
      const source = sources.get(claim.source);
      const gate = source === undefined ? "internal" : gateSource(source, audience);
      const at = { field: field.code };
      if (gate !== "goes")
        add({ kind: "source", id: claim.source, as: "giver", ...at, reason: consentReason(gate) });
      else if (claim.review !== "accepted")
        add({ kind: "review", id: claim.record, ...at, reason: "not-reviewed" });
    }
    if (blocks.size === before && !hasBlockFor(blocks, field.code))
      add({ kind: "held", field: field.code, reason: "internal" });
  }
  return [...blocks.values()];
}

const hasBlockFor = (blocks: ReadonlyMap<string, Block>, _field: string): boolean =>
  [...blocks.values()].some(({ kind }) => kind === "source" || kind === "review");

/** `source-never-asked` is told as the consent it is. */
const consentReason = (reason: HeldReason): Block["reason"] =>
  reason.startsWith("source-") ? (reason.slice("source-".length) as ConsentBlock) : reason;
