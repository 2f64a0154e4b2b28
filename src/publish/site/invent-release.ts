// An invented release for benches and tests: nobody in it lives anywhere but here.
// Invariant: the same size gives the same release; every name is put together from syllables, in four scripts at once.
import type { Searched } from "./search/search-files.ts";
import type { Stance } from "../../model/index.ts";
import type {
  Release,
  ReleasedClaim,
  ReleasedName,
  ReleasedPart,
  ReleasedPerson,
  ReleasedPlace,
  ReleasedSource,
  ReleasedStatement,
  ReleasedValue,
} from "../release/released.ts";

/** Latin, Kazakh Cyrillic, Uyghur, Chinese. */
const syllables = (
  "bar бар بار 巴尔|mir мир مىر 米尔|gul гүл گۈل 古丽|san сан سان 桑|tem тем تېم 铁木|nur нұр نۇر 努尔|" +
  "dil діл دىل 迪力|ay ай ئاي 阿依|qan қан قان 坎|shir шір شىر 西尔|bek бек بېك 别克|zar зар زار 扎尔|" +
  "ra ра را 热|ma ма ما 马|sa са سا 萨|tu ту تۇ 吐|li лі لى 里|do до دو 多|ka ка كا 卡|nu ну نۇ 努|" +
  "yar яр يار 亚尔|jan жан جان 江|kul құл قۇل 库勒|pat пат پات 帕特|rim рім رىم 热木|lat лат لات 拉提"
)
  .split("|")
  .map((one) => one.split(" ") as [string, string, string, string]);

type Scripts = readonly [string, string, string, string];

function wordOf(n: number): Scripts {
  const size = syllables.length;
  const picks = [n % size, Math.floor(n / size) % size, Math.floor(n / size / size) % size];
  const used = n % 5 === 0 ? picks : picks.slice(0, 2);
  const joined = [0, 1, 2, 3].map((script) =>
    used.map((pick) => syllables[pick]?.[script] ?? "").join(""),
  ) as [string, string, string, string];
  const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  // Within an Uyghur word no hamza stands before a vowel that follows a consonant; these names are read, not graded.
  return [upper(joined[0]), upper(joined[1]), joined[2], joined[3]];
}

/** Numbers that look thrown but are not: a multiplicative step (Knuth, TAOCP 2, 3.2.1). */
const thrown = (n: number, of: number): number => (Math.imul(n + 1, 2_654_435_761) >>> 8) % of;

function namesOf(n: number): readonly ReleasedName[] {
  const given = wordOf(thrown(n, 9000));
  const later = wordOf(thrown(n * 7 + 3, 9000));
  const name = (i: 0 | 1 | 2 | 3, between = " "): string => `${given[i]}${between}${later[i]}`;
  const all: readonly ReleasedName[] = [
    { text: name(0), script: "Latn", language: "en" },
    { text: name(1), script: "Cyrl", language: "kk" },
    { text: name(2), script: "Arab", language: "ug" },
    { text: name(3, "·"), script: "Hans", language: "zh" },
  ];
  // Not everybody is known in every script.
  return all.filter((_, i) => i === n % 4 || (n + i) % 3 !== 0);
}

const sourceCount = (people: number): number => Math.max(6, Math.ceil(people / 5));

function claim(n: number, text: string, sources: number, origin: number): ReleasedClaim {
  return {
    text,
    source: thrown(n, sources) + 1,
    speaker:
      ["a brother", "a former neighbour", "an official of the county", "a wife"][n % 4] ?? "",
    said: `20${17 + (n % 6)}-0${1 + (n % 9)}-1${n % 10}`,
    knows: ["told-by-the-person", "saw-it", "document-seen", "phone-or-chat"][n % 4] ?? "unknown",
    grade: 2 + (n % 3),
    quote: `Invented words number ${n}: they said that it was ${text}, and that nobody had been told why.`,
    origins: [origin],
  };
}

function value(
  n: number,
  property: string,
  label: string,
  text: string,
  sources: number,
): ReleasedValue {
  const two = n % 3 === 0;
  const disputed = n % 11 === 0;
  return {
    property,
    label,
    text,
    state: disputed ? "disputed" : two ? "corroborated" : "single",
    origins: two ? 2 : 1,
    claims: [claim(n, text, sources, 1), ...(two ? [claim(n + 1, text, sources, 2)] : [])],
    others: disputed
      ? [
          {
            text: "living normally at home",
            claims: [claim(n + 2, "living normally at home", sources, 3)],
          },
        ]
      : [],
    denials: disputed ? [1] : [],
    ...(n % 4 === 0 ? { coarser: "county" } : {}),
  };
}

function partsOf(n: number, places: number, sources: number): readonly ReleasedPart[] {
  const year = 2016 + (n % 5);
  const part = (i: number, label: string, from: string, to: string | null): ReleasedPart => ({
    schema: "Episode",
    label,
    from: { text: from, min: `${from}-01`, max: `${from}-28` },
    to:
      to === null
        ? { text: "..", min: null, max: null }
        : { text: to, min: `${to}-01`, max: `${to}-28` },
    values: [value(n + i, "legalBasis", "Reason given", "a trip abroad", sources)],
    place: `place-${(thrown(n, places) % places) + 1}`,
  });
  return [
    part(1, "Passport taken", `${year}-02`, `${year}-02`),
    part(2, "Held", `${year}-05`, `${year + 1}-03`),
    part(3, "Not known since", `${year + 1}-03`, null),
  ];
}

function statement(n: number, sources: number): ReleasedStatement {
  return {
    n: 1,
    speaker: "An invented spokesperson",
    words: "The person you ask about lives a normal life.",
    stance: "denies",
    said: "2021-04-09",
    source: thrown(n, sources) + 1,
    answers: [],
    namesThePerson: true,
  };
}

/** What the search knows of an invented person; the number is also what they are made from. */
function inventSearched(n: number): Searched {
  const level = n % 23 === 5 ? "initials" : n % 29 === 7 ? "no-name" : "name";
  const names = namesOf(n);
  const heading =
    level === "name"
      ? (names[0]?.text ?? "")
      : level === "initials"
        ? (names[0]?.text ?? "")
            .split(/[ ·]/)
            .map((word) => `${word.charAt(0)}.`)
            .join(" ")
        : "A man from a county";
  return {
    number: `G-${String(n + 1).padStart(6, "0")}`,
    level,
    heading,
    names: level === "name" ? names : [],
  };
}

/** The names of many, for a search: whole people of that number would not fit into the memory of a small machine. */
export const inventNames = (size: number): readonly Searched[] =>
  Array.from({ length: size }, (_, n) => inventSearched(n));

/** Words that stay, of every kind there is: names in two scripts, sentences, addresses. None is in an invented release. */
export function inventWithheld(size: number): readonly string[] {
  return Array.from({ length: size }, (_, n) => {
    const [latin, , , han] = wordOf(thrown(n, 9000));
    const [later] = wordOf(thrown(n * 5 + 1, 9000));
    const mark = n.toString(36);
    return (
      [
        `${latin}${mark} ${later}`,
        `${han}囗${[...han].toReversed().join("")}`,
        `They said that ${latin} was seen ${mark} times at the gate.`,
        `Invented street ${n}, at the well of ${latin}`,
      ][n % 4] ?? ""
    );
  });
}

function inventPerson(n: number, places: number, sources: number): ReleasedPerson {
  const values = [
    value(n, "whereabouts", "Whereabouts", "a facility in an invented county", sources),
    value(n + 5, "occupation", "Occupation", "teacher", sources),
    value(n + 7, "birth", "Born", `19${50 + (n % 45)}`, sources),
  ];
  const parts = partsOf(n, places, sources);
  const disputed = [...values, ...parts.flatMap((part) => part.values)].some(
    ({ state }) => state === "disputed",
  );
  return {
    ...inventSearched(n),
    formerly: n % 50 === 49 ? [`X-${n}`] : [],
    status: "Held, probably in an invented county, since spring; nothing has been heard since.",
    state: disputed ? "disputed" : n % 3 === 0 ? "corroborated" : "single",
    values,
    parts,
    statements: disputed ? [statement(n, sources)] : [],
    pictures: [],
    origins: n % 3 === 0 ? 2 : 1,
    sources: 4,
    changed: "2026-10-01",
  };
}

function inventPlace(n: number, people: readonly ReleasedPerson[]): ReleasedPlace {
  const key = `place-${n + 1}`;
  const [latin, , uyghur, chinese] = wordOf(n * 37 + 11);
  return {
    key,
    names: [
      { text: `${latin} facility`, script: "Latn", language: "en" },
      { text: uyghur, script: "Arab", language: "ug" },
      { text: chinese, script: "Hans", language: "zh" },
    ],
    kind: "detention-centre",
    latitude: 40 + (n % 60) / 10,
    longitude: 78 + (n % 110) / 10,
    people: people
      .filter((one) => one.parts.some((part) => part.place === key))
      .map((one) => one.number),
    values: [],
  };
}

function said(n: number, sources: number, stance: Stance, words: string): ReleasedStatement {
  return { ...statement(n, sources), n, stance, words, namesThePerson: false };
}

function questions(sources: number): Release["questions"] {
  const say = (n: number, stance: Stance, words: string) => said(n, sources, stance, words);
  return [
    {
      key: "free-will",
      wording: "Did people come to the centres of their own will?",
      sides: [
        {
          side: "asserts",
          origins: 1,
          statements: [
            say(1, "asserts", "Everyone came of their own will, and left when they liked."),
          ],
        },
        {
          side: "denies",
          origins: 2,
          statements: [
            say(2, "denies", "Nobody asked me. They came at night."),
            say(3, "denies", "There was a lock on the outside."),
          ],
        },
        {
          side: "reframes",
          origins: 1,
          statements: [say(4, "reframes", "These are schools with full board.")],
        },
        { side: "estimates", origins: 0, statements: [] },
        { side: "others", origins: 0, statements: [] },
      ],
    },
  ];
}

function estimates(sources: number): Release["estimates"] {
  return [
    {
      quantity: "People held",
      unit: "held at a time",
      words: "at least a hundred thousand in these invented counties",
      low: 100_000,
      high: null,
      hedge: "at least",
      speaker: "An invented panel",
      asOf: { text: "2018-05", min: "2018-05-01", max: "2018-05-31" },
      said: "2018-08-10",
      source: 1,
      method: "extrapolation",
      denials: [said(5, sources, "denies", "This number is made up.")],
    },
    {
      quantity: "People held",
      unit: "held at a time",
      words: "between 40,000 and 70,000",
      low: 40_000,
      high: 70_000,
      hedge: "",
      speaker: "An invented institute",
      asOf: null,
      source: 2,
      denials: [],
    },
  ];
}

const inventSource = (n: number): ReleasedSource => ({
  n,
  kind: n % 3 === 0 ? "testimony" : "article",
  title: `Invented report ${n} on the empty houses`,
  publisher: "The Invented Courier",
  published: `2019-0${1 + (n % 9)}-11`,
  language: "en",
  ...(n % 2 === 0 ? { url: `https://example.org/reports/${n}`, sha256: "0f".repeat(32) } : {}),
});

const changes: Release["changes"] = [
  { kind: "new", number: "G-000001", day: "2026-10-20", what: "a page of its own" },
  {
    kind: "changed",
    number: "G-000002",
    day: "2026-10-22",
    what: "a second origin for the whereabouts",
  },
  { kind: "withdrawn", number: "G-900001", day: "2026-10-25", what: "no longer shown" },
];

const thingChanges: NonNullable<Release["thingChanges"]> = [
  { kind: "changed", about: "place", key: "place-1", label: "Invented place 1", day: "2026-10-28" },
  {
    kind: "new",
    about: "question",
    key: "free-will",
    label: "Did people go by their own will?",
    day: "2026-10-28",
  },
  { kind: "withdrawn", about: "estimate", key: "estimate-0", label: "", day: "2026-10-28" },
];

/** A release of invented people, with places, sources, a question and some estimates. */
export function inventRelease(size: number): Release {
  const sources = sourceCount(size);
  const places = Math.max(3, Math.min(200, Math.ceil(size / 50)));
  const people = Array.from({ length: size }, (_, n) => inventPerson(n, places, sources));
  return {
    number: 7,
    audience: "public",
    asOf: "2026-11-01",
    publisher: {
      name: "An invented group",
      contact: "reply@example.org",
      address: "https://example.org/site/",
    },
    checkpoint: { root: "ab".repeat(32), size: 4242 },
    people,
    places: Array.from({ length: places }, (_, n) => inventPlace(n, people)),
    questions: questions(sources),
    estimates: estimates(sources),
    sources: Array.from({ length: sources }, (_, i) => inventSource(i + 1)),
    changes,
    thingChanges,
  };
}
