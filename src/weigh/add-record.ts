// A person opens a record and says the first things about it; or adds a claim to one that is there.
import { type Actor, chosenKinds, requireRight, tellsDeath } from "../access/index.ts";
import {
  type BatchId,
  type ClaimId,
  draft,
  type Draft,
  type Passage,
  type RecordId,
  schemaOf,
  type SourceId,
} from "../model/index.ts";
import { checkedPassage } from "./check-passage.ts";
import { knownProperty, type Seal, type ValueInput, valueFor } from "./claim-values.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";

export interface NewClaim extends ValueInput {
  readonly property: string;
  readonly passage?: Passage | undefined;
  readonly statement?: RecordId | undefined;
  readonly knows?: string | undefined;
  readonly said?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly replaces?: ClaimId | undefined;
}

export interface AddRecord {
  readonly schema: string;
  readonly source: SourceId;
  readonly label: string;
  readonly claims: readonly NewClaim[];
}

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/** Opens a record with its first claims, all accepted: a person made them. Gives the record's id. */
export async function addRecord(
  deps: Deps,
  actor: Actor,
  input: AddRecord,
  seal: Seal | null,
): Promise<{ id: RecordId; claims: ClaimId[]; seq: number }> {
  requireRight(actor, "add");
  const { id, record, claims } = await recordDrafts(deps, input, seal);
  const entries = await deps.ledger.append(actor.member, [record, ...claims]);
  return { id, claims: claims.map((c) => c.body.id), seq: entries[0]?.seq ?? -1 };
}

/** What opens a record, not yet written: for steps that open several in one transaction. `id`: one given out before. */
export async function recordDrafts(
  deps: Deps,
  input: AddRecord & { readonly id?: RecordId },
  seal: Seal | null,
): Promise<{ id: RecordId; record: Draft<"record.added">; claims: Draft<"claim.added">[] }> {
  if (schemaOf(input.schema) === undefined)
    throw new WeighError(
      "weigh/no-such-property",
      "There is no such kind of record. Pick one from the list.",
    );
  await requireSource(deps, input.source);
  const id = input.id ?? deps.ids.next<RecordId>("rec");
  const claims = await claimDrafts(
    deps,
    { record: id, schema: input.schema, source: input.source, claims: input.claims },
    seal,
  );
  const { schema, source } = input;
  const record = draft("record.added", id, { id, schema, source, label: input.label.trim() });
  return { id, record, claims };
}

/** Adds claims to a record. Throws WeighError `weigh/no-such-record`. */
export async function addClaims(
  deps: Deps,
  actor: Actor,
  input: { record: RecordId; source: SourceId; claims: readonly NewClaim[] },
  seal: Seal | null,
): Promise<ClaimId[]> {
  requireRight(actor, "add");
  await requireSource(deps, input.source);
  const row = await deps.db
    .selectFrom("records")
    .select("schema")
    .where("id", "=", input.record)
    .executeTakeFirst();
  if (row === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "There is no record with this id in the vault. Search for it by name.",
    );
  const drafts = await claimDrafts(deps, { ...input, schema: row.schema }, seal);
  await deps.ledger.append(actor.member, drafts);
  return drafts.map((d) => d.body.id);
}

async function claimDrafts(
  deps: Deps,
  input: { record: RecordId; schema: string; source: SourceId; claims: readonly NewClaim[] },
  seal: Seal | null,
): Promise<Draft<"claim.added">[]> {
  const text = input.claims.some((c) => c.passage?.start !== undefined)
    ? await deps.textOf(input.source)
    : null;
  const { kinds } = await chosenKinds(deps.db);
  return input.claims.map((claim) => {
    const property = knownProperty(input.schema, claim.property);
    const value = valueFor(property, claim, seal);
    // Where a death needs two, writing it down does not accept it.
    const isWaiting = kinds.includes("death") && tellsDeath(input.schema, value);
    return draft("claim.added", input.record, {
      id: deps.ids.next<ClaimId>("clm"),
      record: input.record,
      schema: input.schema,
      property: claim.property,
      value,
      source: input.source,
      review: isWaiting ? "proposed" : "accepted",
      ...optional(claim, text, property.sealed === true),
    });
  });
}

function optional(
  claim: NewClaim,
  text: string | null,
  sealed: boolean,
): Partial<Draft<"claim.added">["body"]> & { batch?: BatchId } {
  return {
    ...(claim.passage === undefined ? {} : { passage: passageOf(claim.passage, text, sealed) }),
    ...(claim.statement === undefined ? {} : { statement: claim.statement }),
    ...(claim.knows === undefined ? {} : { knows: claim.knows }),
    ...(claim.said === undefined ? {} : { said: claim.said }),
    ...(claim.suggestion === undefined ? {} : { suggestion: claim.suggestion }),
    ...(claim.replaces === undefined ? {} : { replaces: claim.replaces }),
  };
}

/** The words of a sealed value must not stand in the ledger beside it; the place where they stand leads to them. */
function passageOf(given: Passage, text: string | null, sealed: boolean): Passage {
  const { quote, ...place } = checkedPassage(given, text);
  return sealed || quote === undefined ? place : { ...place, quote };
}

async function requireSource(deps: Deps, source: SourceId): Promise<void> {
  const row = await deps.db
    .selectFrom("sources")
    .select("id")
    .where("id", "=", source)
    .executeTakeFirst();
  if (row === undefined)
    throw new WeighError(
      "weigh/no-such-source",
      "Every claim needs a source that is in the vault. Add the source first.",
    );
}
