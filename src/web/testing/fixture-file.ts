// One invented person's file, told so that every case of the screen is there: scripts, origins, retellings,
// a dispute, a denial that names her, one that does not, sealed and proposed values. Everyone in it is invented.
import type { Value } from "../../model/index.ts";
import type {
  ClaimView,
  OriginView,
  PropertyView,
  RecordFile,
  RelatedView,
  StatementView,
} from "../api/views.ts";

export const rec = (n: number): string => `rec_${String(n).padStart(26, "0")}`;
export const src = (n: number): string => `src_${String(n).padStart(26, "0")}`;
export const clm = (n: number): string => `clm_${String(n).padStart(26, "0")}`;
const at = Date.UTC(2026, 9, 20, 9, 30);

export const sources: Record<string, { readonly title: string; readonly published: string }> = {
  [src(1)]: { title: "Testimony of her brother", published: "2019-02-06" },
  [src(2)]: { title: "Families ask consulate for answers", published: "2019-05-11" },
  [src(3)]: { title: "Steppe Courier: a list of 300 names", published: "2019-08" },
  [src(4)]: { title: "Interview with a former detainee", published: "2020-01-15" },
  [src(5)]: { title: "Official: “she lives normally”", published: "2020-04-02" },
};

interface ClaimInput {
  readonly property: string;
  readonly value: Value;
  readonly text: string;
  readonly source: number;
  readonly quote?: string;
  readonly speaker?: string;
  readonly stance?: NonNullable<ClaimView["stance"]>;
  readonly knows?: string;
  readonly said?: string;
  readonly review?: ClaimView["review"];
  readonly record?: number;
}
let nextClaim = 1;
export const passages = new Map<string, { readonly quote: string; readonly source: number }>();

function claim(input: ClaimInput): ClaimView {
  const id = clm(nextClaim++);
  const { source, quote, property, value, text, review = "accepted", record = 1, ...rest } = input;
  passages.set(id, { quote: quote ?? text, source });
  const from = sources[src(source)];
  return {
    id,
    record: rec(record),
    property,
    value,
    text,
    review,
    source: src(source),
    sourceTitle: from?.title ?? "",
    ...(from === undefined ? {} : { published: from.published }),
    ...(quote === undefined ? {} : { passage: { start: 120, end: 120 + quote.length, quote } }),
    ...rest,
    by: "Aizat",
    at,
    seq: nextClaim,
  };
}

const origin = (
  key: string,
  label: string,
  claims: readonly ClaimView[],
  retellings = 0,
): OriginView => ({
  key,
  label,
  kind: "speaker",
  claims: claims.map((c) => c.id),
  retellings,
  chain: claims.slice(0, 1).map((c) => ({ source: c.source, title: c.sourceTitle })),
});

type Headline = PropertyView["headlines"][number];
function property(
  name: string,
  label: string,
  group: string,
  claims: readonly ClaimView[],
  headline: Partial<Headline> = {},
  more: Partial<PropertyView> = {},
): PropertyView {
  const first = claims[0];
  return {
    name,
    label,
    group,
    many: false,
    sealed: false,
    headlines:
      first === undefined
        ? []
        : [
            {
              text: first.text,
              value: first.value,
              state: "single",
              why: "the only value",
              pinned: false,
              claims: [first.id],
              origins: [
                origin(first.speaker ?? first.source, first.speaker ?? first.sourceTitle, [first]),
              ],
              ...headline,
            },
          ],
    others: [],
    denials: [],
    claims,
    ...more,
  };
}

const name = (text: string, script: string, lang: string): Value => ({
  kind: "name",
  text,
  script,
  lang,
});
const date = (edtf: string): Value => ({ kind: "date", edtf });
const said = (text: string): Value => ({ kind: "text", text });

const names = [
  claim({
    property: "name",
    value: name("Gülmira Sadıqqızı", "Latn", "kk"),
    text: "Gülmira Sadıqqızı",
    source: 2,
    quote: "Gülmira Sadıqqızı",
  }),
  claim({
    property: "name",
    value: name("Гүлмира Сәдыққызы", "Cyrl", "kk"),
    text: "Гүлмира Сәдыққызы",
    source: 1,
    quote: "Гүлмира Сәдыққызы",
  }),
  claim({
    property: "name",
    value: name("گۈلمىرا سادىق", "Arab", "ug"),
    text: "گۈلمىرا سادىق",
    source: 4,
    quote: "گۈلمىرا سادىق",
  }),
  claim({
    property: "name",
    value: name("古丽米拉·萨迪克", "Hans", "zh"),
    text: "古丽米拉·萨迪克",
    source: 3,
    record: 2,
    quote: "古丽米拉·萨迪克",
  }),
];
const born = [
  claim({
    property: "birthDate",
    value: date("1979/1980"),
    text: "1979 or 1980",
    source: 1,
    quote: "she was born in 1979, or maybe early 1980",
    speaker: "her brother",
    stance: "asserts",
    knows: "told-by-the-person",
  }),
  claim({
    property: "birthDate",
    value: date("1980"),
    text: "1980",
    source: 3,
    record: 2,
    review: "proposed",
  }),
];
const occupation = [
  claim({
    property: "occupation",
    value: said("teacher of Kazakh"),
    text: "teacher of Kazakh",
    source: 1,
    quote: "she taught Kazakh at the village school",
    speaker: "her brother",
    stance: "asserts",
    knows: "saw-it",
  }),
  claim({
    property: "occupation",
    value: said("teacher of Chinese"),
    text: "teacher of Chinese",
    source: 3,
    record: 2,
  }),
];
const where = [
  claim({
    property: "place",
    value: { kind: "place", text: "Chöchek (Tacheng)" },
    text: "Chöchek (Tacheng), place not named",
    source: 1,
    quote: "They said she is in Chöchek, nobody will say where.",
    speaker: "her brother",
    stance: "asserts",
    knows: "told-by-other",
    record: 11,
  }),
  claim({
    property: "place",
    value: { kind: "place", text: "Chöchek" },
    text: "Chöchek",
    source: 4,
    quote: "There was a Kazakh teacher from Chöchek in our cell.",
    speaker: "a former detainee",
    stance: "asserts",
    knows: "saw-it",
    record: 11,
  }),
  claim({
    property: "place",
    value: { kind: "place", text: "at home" },
    text: "at home",
    source: 5,
    quote: "Gülmira Sadıq lives normally with her family.",
    speaker: "an official of the district",
    stance: "denies",
    said: "2020-04-02",
    record: 11,
  }),
];
const taken = [
  claim({
    property: "from",
    value: date("2018-03~"),
    text: "about March 2018",
    source: 1,
    quote: "They took her in the spring, about March",
    speaker: "her brother",
    stance: "asserts",
    knows: "told-by-family",
    record: 11,
  }),
  claim({
    property: "from",
    value: date("2018-02"),
    text: "February 2018",
    source: 4,
    quote: "she came in after New Year, in February",
    speaker: "a former detainee",
    stance: "asserts",
    knows: "saw-it",
    record: 11,
  }),
];
const reason = [
  claim({
    property: "suspectedReason",
    value: { kind: "code", vocabulary: "reason", code: "travel-abroad", words: "the trip to us" },
    text: "visited a “sensitive country”",
    source: 1,
    quote: "They told her it was because of the trip to us.",
    speaker: "her brother",
    stance: "asserts",
    knows: "told-by-the-person",
    said: "2018-01",
    record: 11,
  }),
];
const passport = [
  claim({
    property: "date",
    value: date("2017-10"),
    text: "October 2017",
    source: 1,
    quote: "in October they collected the passports",
    speaker: "her brother",
    stance: "asserts",
    record: 12,
  }),
];
const idNumber = [
  claim({
    property: "idNumber",
    value: { kind: "sealed", cipher: "", hash: "0".repeat(64) },
    text: "sealed",
    source: 3,
    record: 2,
  }),
];

const o = {
  brother: (c: readonly ClaimView[], n = 0) => origin("brother", "her brother", c, n),
  detainee: (c: readonly ClaimView[]) => origin("detainee", "a former detainee", c),
  official: (c: readonly ClaimView[]) => origin("official", "an official of the district", c),
};
const at0 = <T>(list: readonly T[], i: number): T => list[i] as T;

const episode: RelatedView = {
  id: rec(11),
  schema: "Episode",
  label: "Held in a camp",
  records: [rec(11)],
  from: { edtf: "2018-03~", text: "about March 2018", min: "2018-02-01", max: "2018-04-30" },
  to: { edtf: "2019-06?", text: "mid 2019?", min: "2019-05-01", max: "2019-09-30" },
  properties: [
    property(
      "place",
      "Place",
      "where",
      where,
      {
        state: "disputed",
        why: "2 independent origins against 1 official statement that names her",
        claims: [at0(where, 0).id, at0(where, 1).id],
        origins: [o.brother([at0(where, 0)], 5), o.detainee([at0(where, 1)])],
      },
      {
        others: [
          { text: "at home", claims: [at0(where, 2).id], origins: [o.official([at0(where, 2)])] },
        ],
        denials: [
          {
            statement: rec(31),
            speaker: "an official of the district",
            content: "Gülmira Sadıq lives normally with her family.",
            stance: "denies",
            namesThePerson: true,
          },
        ],
      },
    ),
    property(
      "from",
      "From",
      "when",
      taken,
      {
        state: "corroborated",
        why: "2 independent origins agree within two months; the more direct knowledge stands",
        claims: taken.map((c) => c.id),
        origins: [o.detainee([at0(taken, 1)]), o.brother([at0(taken, 0)])],
      },
      {
        others: [
          {
            text: "February 2018",
            claims: [at0(taken, 1).id],
            origins: [o.detainee([at0(taken, 1)])],
          },
        ],
      },
    ),
    property(
      "suspectedReason",
      "Suspected reason",
      "why",
      reason,
      { why: "accepted; one origin, told by her to her brother" },
      {
        many: true,
        denials: [
          {
            statement: rec(32),
            speaker: "a consul",
            content: "those who study do so of their own will",
            stance: "reframes",
            namesThePerson: false,
          },
        ],
      },
    ),
  ],
};
const act: RelatedView = {
  id: rec(12),
  schema: "Act",
  label: "Passport taken",
  records: [rec(12)],
  from: { edtf: "2017-10", text: "October 2017", min: "2017-10-01", max: "2017-10-31" },
  to: null,
  properties: [property("date", "Date", "when", passport)],
};
const later: RelatedView = {
  id: rec(13),
  schema: "Episode",
  label: "“Lives normally”, says an official",
  records: [rec(13)],
  from: { edtf: "2020-04", text: "April 2020", min: "2020-04-01", max: "2020-04-30" },
  to: null,
  properties: [
    property(
      "kind",
      "What happened",
      "what",
      [
        claim({
          property: "kind",
          value: said("at liberty"),
          text: "at liberty",
          source: 5,
          quote: "lives normally",
          speaker: "an official of the district",
          stance: "denies",
          record: 13,
        }),
      ],
      { state: "disputed", why: "an official's word against two origins" },
    ),
  ],
};

function statement(
  n: number,
  source: number,
  speaker: string,
  content: string,
  stance: StatementView["stance"],
  extra: Partial<StatementView> = {},
): StatementView {
  return {
    id: rec(n),
    source: src(source),
    sourceTitle: sources[src(source)]?.title ?? "",
    published: sources[src(source)]?.published ?? "2019",
    speaker,
    content,
    mode: "direct",
    stance,
    passage: { start: 200, end: 200 + content.length, quote: content },
    targets: [{ record: rec(1), label: "Gülmira Sadıqqızı" }],
    answers: [],
    answeredBy: [],
    withdrawn: false,
    by: "Aizat",
    at,
    seq: 40,
    ...extra,
  };
}

export const personFile: RecordFile = {
  id: rec(1),
  number: "P-7K3F9Q",
  schema: "Person",
  label: "Gülmira Sadıqqızı",
  names: [
    { text: "Gülmira Sadıqqızı", script: "Latn", lang: "kk", claims: 3 },
    { text: "Гүлмира Сәдыққызы", script: "Cyrl", lang: "kk", claims: 2 },
    { text: "گۈلمىرا سادىق", script: "Arab", lang: "ug", claims: 1 },
    { text: "古丽米拉·萨迪克", script: "Hans", lang: "zh", role: "official", claims: 1 },
  ],
  status: {
    state: "disputed",
    text: "Held, probably in Chöchek (Tacheng), since about March 2018. Her brother and a former detainee say so; an official says she “lives normally”.",
    noNewsDays: 412,
  },
  properties: [
    property(
      "name",
      "Name",
      "identity",
      names,
      {},
      {
        many: true,
        headlines: names.map((c) => ({
          text: c.text,
          value: c.value,
          state: "single" as const,
          why: "as written in the source",
          pinned: false,
          claims: [c.id],
          origins: [origin(c.source, c.sourceTitle, [c])],
        })),
      },
    ),
    property(
      "birthDate",
      "Birth date",
      "identity",
      born,
      { why: "accepted before proposed; told by the person" },
      {
        others: [
          {
            text: "1980",
            claims: [at0(born, 1).id],
            origins: [origin("list", "Steppe Courier: a list of 300 names", [at0(born, 1)])],
          },
        ],
      },
    ),
    property("idNumber", "ID number", "identity", idNumber, {}, { sealed: true, many: true }),
    property(
      "occupation",
      "Occupation",
      "life",
      occupation,
      {
        pinned: true,
        why: "pinned by Aizat: two colleagues confirmed it by phone",
        state: "disputed",
      },
      {
        others: [
          {
            text: "teacher of Chinese",
            claims: [at0(occupation, 1).id],
            origins: [origin("list", "Steppe Courier: a list of 300 names", [at0(occupation, 1)])],
          },
        ],
      },
    ),
  ],
  related: [act, episode, later],
  statements: [
    statement(30, 1, "her brother", "They told her it was because of the trip to us.", "asserts", {
      answeredBy: [
        {
          id: rec(32),
          stance: "reframes",
          speaker: "a consul",
          content: "those who study do so of their own will",
        },
      ],
    }),
    statement(
      31,
      5,
      "an official of the district",
      "Gülmira Sadıq lives normally with her family.",
      "denies",
      {
        answers: [
          { id: rec(30), label: "her brother: They told her it was because of the trip to us." },
        ],
      },
    ),
    statement(32, 2, "a consul, Mr. Hao", "those who study do so of their own will", "reframes", {
      mode: "mixed",
      targets: [],
    }),
  ],
  spoke: [],
  records: [
    {
      id: rec(1),
      label: "Gülmira Sadıqqızı",
      source: src(1),
      sourceTitle: "Testimony of her brother",
      claims: 9,
    },
    {
      id: rec(2),
      label: "古丽米拉·萨迪克",
      source: src(3),
      sourceTitle: "Steppe Courier: a list of 300 names",
      claims: 4,
    },
  ],
  judgements: [
    {
      left: rec(1),
      leftLabel: "Gülmira Sadıqqızı",
      right: rec(2),
      rightLabel: "古丽米拉·萨迪克",
      verdict: "same",
      reason: "same birth year, same town, name reads the same",
      by: "Aizat",
      at,
      seq: 51,
    },
  ],
  counts: { claims: 15, sources: 5, origins: 3, contradictions: 3 },
  seq: 77,
};
