// What a person has typed into the episode's form, and what of it is sent.
// Invariant: what is empty is not sent; nothing is sent that the form does not show.
import { post } from "../../api/index.ts";
import { passageOf } from "../../parts/passage-of.ts";
import { understood } from "./date-field.tsx";

export interface ActDraft {
  readonly key: number;
  readonly type: string;
  readonly date: string;
  readonly method: string;
  readonly quote: string;
  readonly perpetrators: readonly PerpetratorDraft[];
}
export interface PerpetratorDraft {
  readonly key: number;
  readonly name: string;
  readonly kind: string;
  readonly degree: string;
}

export interface EpisodeDraft {
  readonly quote: string;
  readonly knows: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** Alternative places: each becomes a claim of its own. */
  readonly places: readonly { readonly facility: string; readonly place: string }[];
  readonly holder: string;
  readonly holderKind: string;
  readonly statedReason: string;
  readonly suspectedReason: string;
  readonly legalBasis: string;
  readonly sentence: string;
  readonly acts: readonly ActDraft[];
}

export const emptyEpisode: EpisodeDraft = {
  quote: "",
  knows: "",
  kind: "",
  from: "",
  to: "",
  places: [{ facility: "", place: "" }],
  holder: "",
  holderKind: "",
  statedReason: "",
  suspectedReason: "",
  legalBasis: "",
  sentence: "",
  acts: [],
};

let last = 0;
export const newPerpetrator = (): PerpetratorDraft => ({
  key: ++last,
  name: "",
  kind: "",
  degree: "",
});
export const newAct = (): ActDraft => ({
  key: ++last,
  type: "",
  date: "",
  method: "",
  quote: "",
  perpetrators: [newPerpetrator()],
});

/** Whether every date reads as one, and everything that must be chosen is. */
export function isComplete({ kind, from, to, acts }: EpisodeDraft): boolean {
  const dates = [from, to, ...acts.map(({ date }) => date)];
  return (
    kind !== "" &&
    acts.every(({ type }) => type !== "") &&
    dates.every((words) => words.trim() === "" || understood(words) !== null)
  );
}

type Sent = { readonly property: string } & (
  | { readonly words: string }
  | { readonly value: unknown }
);
const words = (property: string, text: string): readonly Sent[] =>
  text.trim() === "" ? [] : [{ property, words: text.trim() }];
const code = (property: string, vocabulary: string, term: string): readonly Sent[] =>
  term === "" ? [] : [{ property, value: { kind: "code", vocabulary, code: term } }];

function valuesOf(draft: EpisodeDraft): readonly Sent[] {
  return [
    ...words("from", draft.from),
    ...words("to", draft.to),
    ...draft.places.flatMap(({ facility, place }) => [
      ...words("facility", facility),
      ...words("place", place),
    ]),
    ...words("holder", draft.holder),
    ...code("holderKind", "holder-kind", draft.holderKind),
    ...code("statedReason", "reason", draft.statedReason),
    ...code("suspectedReason", "reason", draft.suspectedReason),
    ...code("legalBasis", "legal-basis", draft.legalBasis),
    ...words("sentence", draft.sentence),
  ];
}

export interface Written {
  readonly episode: string;
  readonly records: readonly string[];
}

/** Writes the episode down. Throws QuoteMissing where words are not in the source, ApiError. */
export async function writeEpisode(
  person: string,
  source: string,
  draft: EpisodeDraft,
): Promise<Written> {
  const passage = await passageOf(source, draft.quote);
  const acts = [];
  for (const act of draft.acts) {
    const own = await passageOf(source, act.quote);
    acts.push({
      type: act.type,
      values: [...words("date", act.date), ...code("method", "method", act.method)],
      perpetrators: act.perpetrators
        .filter(({ name }) => name.trim() !== "")
        .map(({ name, kind, degree }) => ({
          name: name.trim(),
          ...(kind === "" ? {} : { kind }),
          ...(degree === "" ? {} : { degree }),
        })),
      ...(own === undefined ? {} : { passage: own }),
    });
  }
  return post<Written>(`/api/people/${encodeURIComponent(person)}/episodes`, {
    source,
    kind: draft.kind,
    values: valuesOf(draft),
    acts,
    ...(passage === undefined ? {} : { passage }),
    ...(draft.knows === "" ? {} : { knows: draft.knows }),
  });
}
