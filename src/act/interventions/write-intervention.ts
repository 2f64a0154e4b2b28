// The group writes down what it did for people: a letter, a petition, a rally, a press conference.
// Invariant: it enters as a source and a record of that source, by the steps everything takes; where an audience is named, what
// went out is in the ledger too, whether or not consent covered it: what happened is never left out.
import { type Actor, requireRight } from "../../access/index.ts";
import type { IntakeItem, TextInput } from "../../collect/index.ts";
import {
  draft,
  type RecordId,
  type SourceId,
  sourceId,
  termLabel,
  termOf,
  caseId,
  type ClaimId,
} from "../../model/index.ts";
import { personIds } from "../../link/index.ts";
import { addRecord, type NewClaim } from "../../weigh/index.ts";
import { openCasesOf } from "../cases/list-cases.ts";
import { setDeadline } from "../cases/set-deadline.ts";
import { whoMustConsent } from "../consents/who-must-consent.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";
import type { WrittenIntervention } from "./views.ts";

export interface InterventionDeps extends ActDeps {
  /** Takes a typed text in as a source. */
  readonly takeIn: (input: TextInput) => Promise<IntakeItem>;
  readonly textOf: (source: string) => Promise<string | null>;
}

/** A source on file, or words typed now. */
export interface FromSource {
  readonly source?: SourceId;
  readonly text?: string;
  readonly language?: string;
}

export interface WriteIntervention extends FromSource {
  /** A code of `intervention-kind`. */
  readonly kind: string;
  readonly addressees: readonly string[];
  readonly people: readonly RecordId[];
  readonly by?: readonly string[];
  readonly attended?: readonly string[];
  readonly asked?: readonly string[];
  readonly reference?: string;
  /** EDTF. */
  readonly date?: string;
  /** EDTF: when a reply is due, and the group looks again. */
  readonly due?: string;
  readonly note?: string;
  /** An IANA time zone: of the place in which a reply is due on that day. Without it, UTC. */
  readonly zone?: string;
  /** To whom it went, where the group tells it: a code of `audience`. */
  readonly audience?: string;
}

/** Throws AccessError; ActError `act/no-such-code`, `act/needs-source`, `act/nothing-there`; what weigh's steps throw. */
export async function writeIntervention(
  deps: InterventionDeps,
  actor: Actor,
  input: WriteIntervention,
): Promise<WrittenIntervention> {
  requireRight(actor, "add");
  const { kind, audience, people } = input;
  const known = termOf("intervention-kind", kind) !== undefined;
  if (!known || (audience !== undefined && termOf("audience", audience) === undefined))
    throw new ActError("act/no-such-code", "Choose kind and audience from the lists.");
  await requirePeople(deps, people);
  const to = input.addressees.map((one) => one.trim()).filter((one) => one !== "");
  const label = [termLabel("intervention-kind", kind), ...to.slice(0, 1)]
    .join(": ")
    .slice(0, 1_000);
  const source = await sourceFor(deps, input, { kind: sourceKindOf(kind), title: label });
  const claims = claimsOf(input, to);
  const made = await addRecord(
    deps,
    actor,
    { schema: "Intervention", source, label, claims },
    null,
  );
  const uncovered =
    audience === undefined
      ? []
      : (await whoMustConsent(deps, audience, { subjects: people, claims: [] })).filter(
          ({ blocks }) => blocks !== null,
        );
  if (audience !== undefined)
    await deps.ledger.append(actor.member, [
      draft("outreach.sent", made.id, {
        kind,
        audience,
        to: to.join("; ").slice(0, 2_000),
        people: [...people],
        sources: [],
        intervention: made.id,
      }),
    ]);
  const due = made.claims[claims.findIndex(({ property }) => property === "due")];
  const deadlines = await setFollowUp(deps, actor, { ...input, title: label, claim: due });
  return { id: made.id, source, uncovered, deadlines };
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** A reply that is due on a day becomes a deadline of every open case of the people it is for. */
async function setFollowUp(
  deps: ActDeps,
  actor: Actor,
  {
    due,
    zone = "UTC",
    people,
    title,
    claim,
  }: WriteIntervention & { readonly title: string; readonly claim: ClaimId | undefined },
): Promise<number> {
  if (due === undefined || !wholeDay.test(due) || claim === undefined) return 0;
  const heads = [...new Set((await personIds(deps.db, people)).values())];
  const open = await openCasesOf(deps.db, heads);
  const cases = [...new Set([...open.values()].flat())];
  for (const id of cases)
    await setDeadline(deps, actor, {
      case: caseId.parse(id),
      kind: "reply",
      title,
      at: { day: due, zone },
      claim,
    });
  return cases.length;
}

/** The source named, or one made of the typed words. Throws ActError `act/needs-source`. */
export async function sourceFor(
  { takeIn }: Pick<InterventionDeps, "takeIn">,
  { source, text = "", language }: FromSource,
  { kind, title }: { readonly kind: string; readonly title: string },
): Promise<SourceId> {
  if (source !== undefined) return source;
  if (text.trim() === "")
    throw new ActError(
      "act/needs-source",
      "Name the letter or file it stands in, or type what it said.",
    );
  const item = await takeIn({
    kind,
    title: title.slice(0, 200),
    text,
    ...(language === undefined ? {} : { language }),
  });
  const id = item.source ?? item.duplicateOf;
  if (id === undefined)
    throw new ActError("act/needs-source", "The text could not be taken in. Shorten it.");
  return sourceId.parse(id);
}

const sourceKinds: Readonly<Record<string, string>> = {
  "appeal-letter": "appeal",
  petition: "appeal",
  "video-appeal": "appeal",
  "official-request": "letter",
  "diplomatic-note": "letter",
};
const sourceKindOf = (kind: string): string => sourceKinds[kind] ?? "note";

async function requirePeople({ db }: ActDeps, people: readonly string[]): Promise<void> {
  const unique = [...new Set(people)];
  let found = 0;
  for (let i = 0; i < unique.length; i += 400)
    found += (
      await db
        .selectFrom("records")
        .select("id")
        .where("id", "in", unique.slice(i, i + 400))
        .where("schema", "=", "Person")
        .execute()
    ).length;
  if (found !== unique.length)
    throw new ActError("act/nothing-there", "One of these people is not in the vault.");
}

function claimsOf(input: WriteIntervention, to: readonly string[]): NewClaim[] {
  const texts = (property: string, list: readonly string[] = []): NewClaim[] =>
    list
      .filter((text) => text.trim() !== "")
      .map((text) => ({ property, value: { kind: "text", text: text.trim() } }));
  const dated = (property: string, words: string | undefined): NewClaim[] =>
    words === undefined || words.trim() === "" ? [] : [{ property, words }];
  return [
    {
      property: "kind",
      value: { kind: "code", vocabulary: "intervention-kind", code: input.kind },
    },
    ...texts("addressee", to),
    ...texts("by", input.by),
    ...texts("attended", input.attended),
    ...input.people.map((record): NewClaim => ({
      property: "people",
      value: { kind: "ref", record },
    })),
    ...texts("asked", input.asked),
    ...texts("reference", input.reference === undefined ? [] : [input.reference]),
    ...dated("date", input.date),
    ...dated("due", input.due),
    ...texts("note", input.note === undefined ? [] : [input.note]),
  ];
}
