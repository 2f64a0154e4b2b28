// How an interview was held: written down once, corrected by a later word; and whether it is closed.
// Invariant: the testifier's own name goes in sealed or not at all; what is of sexual violence is closed until a person opens it.
import { requireRight, sealValue } from "../../access/index.ts";
import { bodies, draft, type Draft, type SourceId } from "../../model/index.ts";
import type { Expectation } from "../../store/index.ts";
import { StoreError } from "../../store/index.ts";
import type { CollectDeps } from "../deps.ts";
import { merged } from "../describe-source.ts";
import { mayAdd } from "../may-add.ts";
import { sourceFacts } from "../source-items.ts";
import { InterviewError } from "./errors.ts";
import { interviewBody, type InterviewBody, showInterview } from "./show-interview.ts";
import type { InterviewView } from "./views.ts";

/** A field left out stays as it was; an empty one is taken away. */
export interface InterviewInput {
  readonly source: SourceId;
  /** The entry the person saw; null: there was none. */
  readonly expect: number | null;
  readonly testifier?: string;
  /** The name behind the pseudonym and how to reach them; needs the right to open sealed values. */
  readonly identity?: string;
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly language?: string;
  /** EDTF. */
  readonly held?: string;
  readonly place?: string;
  readonly mode?: string;
  readonly form?: string;
  readonly present?: string;
  readonly questions?: string;
  readonly consent?: string;
  readonly consentNote?: string;
  readonly earlier?: string;
  readonly sexualViolence?: boolean;
}

const own = [
  "testifier",
  "place",
  "mode",
  "form",
  "present",
  "questions",
  "consent",
  "consentNote",
  "earlier",
] as const;
const ofSource = ["interviewer", "interpreter"] as const;

/**
 * Throws AccessError `access/not-allowed`, `access/sealed-locked`; InterviewError `interview/unknown`, `interview/invalid`,
 * `interview/itself`, `interview/conflict` (with the standing view).
 */
export async function describeInterview(
  deps: CollectDeps,
  input: InterviewInput,
): Promise<InterviewView> {
  mayAdd(deps.actor);
  const { ledger, actor } = deps;
  const { source } = input;
  const { db } = ledger.deps.engine;
  const [fact] = await sourceFacts(db, [source]);
  if (fact === undefined) throw new InterviewError("interview/unknown");
  const before = await interviewBody(db, source);
  const body = bodies["interview.described"].safeParse(after(deps, before?.body ?? null, input));
  const described = bodies["source.described"].safeParse(
    merged(fact.description, { id: source, expect: null, ...sourceInput(input) }),
  );
  if (!body.success || !described.success) throw new InterviewError("interview/invalid");
  await requireEarlier(deps, source, body.data.earlier);
  const drafts: Draft[] = [draft("interview.described", source, body.data)];
  const expect: Expectation[] = [{ table: "interviews", where: { source }, seq: input.expect }];
  if (JSON.stringify(described.data) !== JSON.stringify(fact.description ?? null)) {
    drafts.push(draft("source.described", source, described.data));
    expect.push({ table: "source_descriptions", where: { id: source }, seq: fact.describedSeq });
  }
  try {
    await ledger.append(actor.member, drafts, expect);
  } catch (cause) {
    if (!(cause instanceof StoreError && cause.code === "conflict")) throw cause;
    const current = await showInterview(deps, { id: source });
    throw new InterviewError("interview/conflict", { cause, current });
  }
  return showInterview(deps, { id: source });
}

/** Closes a source, or opens it again. To open needs the right to open sealed values. Throws AccessError, InterviewError. */
export async function closeSource(
  deps: CollectDeps,
  { source, closed, reason }: { source: SourceId; closed: boolean; reason?: string },
): Promise<void> {
  mayAdd(deps.actor);
  if (!closed) requireRight(deps.actor, "open-sealed");
  const [fact] = await sourceFacts(deps.ledger.deps.engine.db, [source]);
  if (fact === undefined) throw new InterviewError("interview/unknown");
  const because = reason === undefined || reason.trim() === "" ? {} : { reason: reason.trim() };
  await deps.ledger.append(deps.actor.member, [
    draft("source.closed", source, { source, closed, ...because }),
  ]);
}

function after(
  { actor, sealed }: CollectDeps,
  before: InterviewBody | null,
  input: InterviewInput,
): unknown {
  const next: Record<string, unknown> = { ...before, source: input.source };
  for (const name of own) {
    const value = input[name]?.trim();
    if (value === "") delete next[name];
    else if (value !== undefined) next[name] = value;
  }
  if (input.sexualViolence !== undefined) next["sexualViolence"] = input.sexualViolence;
  if (input.identity !== undefined) {
    requireRight(actor, "open-sealed");
    if (input.identity.trim() === "") delete next["identity"];
    else if (sealed === undefined) throw new InterviewError("interview/invalid");
    else next["identity"] = sealValue(input.identity.trim(), sealed);
  }
  return next;
}

function sourceInput({ held, language, ...input }: InterviewInput) {
  const lines = ofSource.flatMap((name) =>
    input[name] === undefined ? [] : [[name, input[name]] as const],
  );
  return {
    ...Object.fromEntries(lines),
    ...(held === undefined ? {} : { published: { value: held.trim() } }),
    ...(language === undefined ? {} : { language: { value: language.trim() } }),
  };
}

/** An interview follows one of this vault, and no ring of them. */
async function requireEarlier(
  { ledger }: CollectDeps,
  source: string,
  earlier: string | undefined,
): Promise<void> {
  const { db } = ledger.deps.engine;
  const seen = new Set<string>([source]);
  for (let at = earlier; at !== undefined; at = (await interviewBody(db, at))?.body.earlier) {
    if (seen.has(at)) throw new InterviewError("interview/itself");
    seen.add(at);
  }
  if (earlier !== undefined && (await sourceFacts(db, [earlier])).length === 0)
    throw new InterviewError("interview/unknown");
}
