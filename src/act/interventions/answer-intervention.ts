// A reply came to what the group did, or none: written down as the statement of whoever replied, beside what was asked.
// Invariant: a reply is a source, a statement about the people it names, and claims on the intervention that lead to both.
import { type Actor, requireRight } from "../../access/index.ts";
import { clusterOf } from "../../link/index.ts";
import { type RecordId, type Stance, termOf, type Value } from "../../model/index.ts";
import { liveClaims } from "../../store/index.ts";
import { addClaims, addStatement, type NewClaim } from "../../weigh/index.ts";
import { ActError } from "../errors.ts";
import { type FromSource, type InterventionDeps, sourceFor } from "./write-intervention.ts";

export interface AnswerIntervention extends FromSource {
  readonly intervention: RecordId;
  /** A code of `intervention-reply`. */
  readonly reply: string;
  /** Who replied, in words. */
  readonly speaker?: string;
  /** The words to keep, where they are not the whole typed text. */
  readonly words?: string;
  /** EDTF. */
  readonly date?: string;
  readonly stance?: Stance;
}

const stances: Readonly<Record<string, Stance>> = {
  denied: "denies",
  "asked-more": "demands",
  countered: "demands",
  token: "declines",
};

/** `statement` is null for "no reply". Throws AccessError; ActError `act/no-such-code`, `act/nothing-there`, `act/needs-source`. */
export async function answerIntervention(
  deps: InterventionDeps,
  actor: Actor,
  input: AnswerIntervention,
): Promise<{ readonly statement: RecordId | null; readonly source: string }> {
  requireRight(actor, "add");
  const { reply, intervention, text = "" } = input;
  if (termOf("intervention-reply", reply) === undefined)
    throw new ActError("act/no-such-code", "Choose the kind of reply from the list.");
  const own = await deps.db
    .selectFrom("records")
    .select(["source", "schema"])
    .where("id", "=", intervention)
    .executeTakeFirst();
  if (own?.schema !== "Intervention")
    throw new ActError("act/nothing-there", "There is no such intervention in the vault.");
  const code: NewClaim = {
    property: "reply",
    value: { kind: "code", vocabulary: "intervention-reply", code: reply },
  };
  const dated: NewClaim[] =
    input.date === undefined ? [] : [{ property: "replyDate", words: input.date }];
  if (reply === "none") {
    const source = own.source as NonNullable<AnswerIntervention["source"]>;
    await addClaims(deps, actor, { record: intervention, source, claims: [code, ...dated] }, null);
    return { statement: null, source };
  }
  const source = await sourceFor(deps, input, { kind: "letter", title: "Reply" });
  const whole = input.source === undefined ? await deps.textOf(source) : null;
  const words = (input.words ?? text).trim();
  const targets = (await peopleOf(deps, intervention)).map((record) => ({ record }));
  const { id } = await addStatement(deps, actor, {
    source,
    passage: whole === null ? {} : { start: 0, end: whole.length },
    content: words.slice(0, 20_000),
    stance: input.stance ?? stances[reply] ?? "asserts",
    mode: "direct",
    targets,
    ...(input.speaker === undefined ? {} : { speaker: input.speaker }),
    ...(input.date === undefined ? {} : { said: input.date }),
  });
  const through = (claim: NewClaim): NewClaim => ({ ...claim, statement: id });
  const claims = [
    code,
    ...dated,
    { property: "replyStatement", value: { kind: "ref", record: id } },
    ...(words === ""
      ? []
      : [{ property: "replyWords", value: { kind: "text", text: words.slice(0, 20_000) } }]),
  ].map(through);
  await addClaims(deps, actor, { record: intervention, source, claims }, null);
  return { statement: id, source };
}

/** The people an intervention names, under every record judged the same as it. */
async function peopleOf({ db }: InterventionDeps, intervention: RecordId): Promise<RecordId[]> {
  const claims = await liveClaims(db, await clusterOf(db, intervention));
  const people = claims.flatMap(({ property, value }): RecordId[] => {
    const given = JSON.parse(value) as Value;
    return property === "people" && given.kind === "ref" ? [given.record] : [];
  });
  return [...new Set(people)].slice(0, 500);
}
