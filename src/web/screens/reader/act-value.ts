// An act as a record: what was done, to whom, when, where, by whose word.
// Invariant: without a person in hand nobody is guessed; words that name a group stay words.
import type { Value } from "../../../model/index.ts";
import { termText } from "../../messages/names.ts";
import type { Found } from "../../parts/chooser.tsx";
import type { SourceView } from "../../api/views.ts";
import { placeValue } from "./figure-value.ts";
import type { ActItem, NameItem } from "./items.ts";
import { actTerm } from "./items.ts";
import { passageOf } from "./passage.ts";
import type { Decision, Decisions, Span } from "./spans.ts";
import type { ClaimInput, RecordInput } from "./use-decide.ts";

export interface ActDraft {
  readonly code: string;
  readonly person: Found | null;
  /** The words name no single person: a group, or somebody unknown. */
  readonly nobody: boolean;
  readonly date: string;
  readonly place: string;
  /** The accepted statement that tells it; empty is the source's own voice. */
  readonly statement: string;
}

/** The decision on any of the places that name the same thing. */
export function decisionOnName(
  { ids }: Pick<NameItem, "ids">,
  decisions: Decisions,
): Decision | undefined {
  const all = ids.flatMap((id) => decisions[id] ?? []);
  return all.find(({ state }) => state === "accepted") ?? all[0];
}

/** The one person named in the words for whom an act was done to; null where there is none, or more than one. */
export function nameInSlot(
  text: string,
  { act }: ActItem,
  names: readonly NameItem[],
  mentions: readonly (Span & { readonly id: string })[],
): NameItem | null {
  // Words after a name make it a part of something else: "her brother, Name" is Name, "Name said guards" is not.
  const inside = mentions.filter((m) =>
    act.person.some(
      ({ start, end }) =>
        m.start >= start && m.end <= end && /^(?:\s*$|\s*,)/.test(text.slice(m.end, end)),
    ),
  );
  const named = names.filter(
    ({ first, ids }) => first.type === "person" && inside.some(({ id }) => ids.includes(id)),
  );
  // Two names in one slot are two persons; which of them is meant is for a person to say.
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The person an act was done to: a name inside its words that was accepted, or a record of this source called so. */
export function personOfAct(
  { person }: ActItem,
  name: NameItem | null,
  decisions: Decisions,
  records: SourceView["records"],
): Found | null {
  if (name === null) return null;
  const decision = decisionOnName(name, decisions);
  const record = decision?.record ?? decision?.became;
  if (decision?.state === "accepted" && record !== undefined)
    return { id: record, label: name.who };
  const known = records.filter(
    ({ schema, label }) => schema === "Person" && (label === name.who || label === person),
  );
  return known.length === 1 && known[0] !== undefined
    ? { id: known[0].id, label: known[0].label }
    : null;
}

export function actDraft({ act }: ActItem, person: Found | null, decisions: Decisions): ActDraft {
  const said = act.statement === undefined ? undefined : decisions[act.statement];
  return {
    code: act.act,
    person,
    nobody: false,
    date: "",
    place: "",
    statement: said?.state === "accepted" ? (said.became ?? "") : "",
  };
}

/** The record an act becomes, an Episode where its term is one of a person's story. */
export function actRecord(text: string, item: ActItem, draft: ActDraft): RecordInput {
  const { act, person } = item;
  const { schema, of } = actTerm(draft.code);
  const words = text.slice(act.start, act.end);
  const through = draft.statement === "" ? {} : { statement: draft.statement };
  const claim = (property: string, value: Value, span: Span = act): ClaimInput => ({
    property,
    value,
    passage: passageOf(text, span),
    ...through,
  });
  const done = { kind: "code", vocabulary: of, code: draft.code, words } as const;
  const place = placeValue(draft.place);
  return {
    kind: "record",
    schema,
    label: termText(of, draft.code),
    claims: [
      claim(schema === "Act" ? "type" : "kind", done),
      ...(draft.person === null
        ? []
        : [
            claim(
              "person",
              {
                kind: "ref",
                record: draft.person.id as Extract<Value, { kind: "ref" }>["record"],
                ...(person === "" ? {} : { words: person }),
              },
              act.person[0],
            ),
          ]),
      ...(draft.person === null && person !== ""
        ? [claim("note", { kind: "text", text: person }, act.person[0])]
        : []),
      ...(draft.date === ""
        ? []
        : [claim(schema === "Act" ? "date" : "from", { kind: "date", edtf: draft.date })]),
      ...(place === null ? [] : [claim("place", place)]),
    ],
  };
}
