// Findings: each rule told and untold, over plain values. Everyone here is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateRules } from "./date-rules.ts";
import type { CaseFacts, DateFact, PersonFacts } from "./facts.ts";
import type { FindingCode } from "./finding.ts";
import type { Found } from "./found.ts";
import { caseRules, personRules } from "./state-rules.ts";

const today = "2026-03-01";
let claims = 0;
const date = (edtf: string): DateFact => ({ claim: `clm_${(claims += 1)}`, edtf });
const nobody: PersonFacts = {
  person: "rec_1",
  born: [],
  aliveOn: [],
  child: false,
  episodes: [],
  proceedings: [],
  interventions: [],
  consents: [],
  openCases: [],
};
const episode = (from: string[], to: string[] = [], death = false) => ({
  record: "rec_2",
  death,
  from: from.map(date),
  to: to.map(date),
});
const proceeding = (hearings: string[], outcomes: string[] = [], removals: string[] = []) => ({
  record: "rec_3",
  hearings: hearings.map(date),
  removals: removals.map(date),
  outcomes: outcomes.map((code, i) => ({ claim: `clm_o${i}`, code })),
});
const consent = (giver: string, until?: string, state: "stands" | "ended" = "stands") => ({
  id: `cns_${giver}`,
  giver,
  audiences: ["partners"],
  state,
  ...(until === undefined ? {} : { until }),
});
const all = (person: PersonFacts): Found[] => [...dateRules(person), ...personRules(person, today)];
const codes = (more: Partial<PersonFacts>): FindingCode[] =>
  all({ ...nobody, ...more }).map(({ code }) => code);

describe("dates", () => {
  it.each<[string, Partial<PersonFacts>, FindingCode[]]>([
    ["two years of birth", { born: [date("1968"), date("1969")] }, ["dates-contradict"]],
    ["a year and a day in it", { born: [date("1969"), date("1969-05-02")] }, []],
    ["about a year, and the year after", { born: [date("1968~"), date("1969")] }, []],
    ["about a year, and long after", { born: [date("1958~"), date("1969")] }, ["dates-contradict"]],
    [
      "a death before the birth",
      { born: [date("1990")], episodes: [episode(["1980"], [], true)] },
      ["death-before-birth"],
    ],
    [
      "an arrest before the birth",
      { born: [date("1990")], episodes: [episode(["1980"])] },
      ["event-before-birth"],
    ],
    [
      "a release before the arrest",
      { episodes: [episode(["2018-04"], ["2018-03-10"])] },
      ["ends-before-it-begins"],
    ],
    ["a release in the year of the arrest", { episodes: [episode(["2018"], ["2018-03-10"])] }, []],
    [
      "news from after a death",
      { aliveOn: [date("2022-05")], episodes: [episode(["2021"], [], true)] },
      ["news-after-death"],
    ],
    ["nothing known", { born: [date("XXXX")], episodes: [episode(["../2019"], ["XXXX"])] }, []],
    [
      "what is no date at all",
      { born: [date("the year of the hare"), date("")], episodes: [episode(["1980"])] },
      [],
    ],
  ])("%s", (_, person, expected) => {
    expect(codes(person)).toEqual(expected);
  });

  it("never throw, whatever stands there", () => {
    const words = fc.array(fc.string({ maxLength: 30 }).map(date), { maxLength: 4 });
    const some = fc.record({ from: words, to: words, death: fc.boolean() });
    fc.assert(
      fc.property(words, words, fc.array(some, { maxLength: 3 }), (born, aliveOn, episodes) => {
        const told = episodes.map((one) => ({ record: "rec_2", ...one }));
        expect(Array.isArray(all({ ...nobody, born, aliveOn, episodes: told }))).toBe(true);
      }),
    );
  });
});

describe("what was left open", () => {
  it.each<[string, Partial<PersonFacts>, FindingCode[]]>([
    [
      "a hearing in the past",
      { proceedings: [proceeding(["2026-02-27"])] },
      ["hearing-without-outcome"],
    ],
    ["a hearing today", { proceedings: [proceeding(["2026-03-01"])] }, []],
    ["a hearing this month, the day not known", { proceedings: [proceeding(["2026-03"])] }, []],
    ["a hearing with an outcome", { proceedings: [proceeding(["2026-02-27"], ["refused"])] }, []],
    [
      "a hearing put off to no day",
      { proceedings: [proceeding(["2026-02-27"], ["adjourned"])] },
      ["hearing-without-outcome"],
    ],
    [
      "a hearing put off to a day ahead",
      { proceedings: [proceeding(["2026-02-27", "2026-04-01"], ["adjourned"])] },
      [],
    ],
    [
      "a removal nobody knows the end of",
      { proceedings: [proceeding([], [], ["2026-02-20"])] },
      ["removal-day-passed"],
    ],
    [
      "a consent that ends soon",
      { consents: [consent("self", "2026-03-20")] },
      ["consent-ends-soon"],
    ],
    ["a consent on its last day", { consents: [consent("self", today)] }, ["consent-ends-soon"]],
    [
      "a consent that ended",
      { consents: [consent("self", "2026-02-28", "ended")] },
      ["consent-ended"],
    ],
    [
      "a consent that ended and was given again",
      { consents: [consent("self", "2026-02-28", "ended"), consent("spouse")] },
      [],
    ],
    ["a child", { child: true, consents: [consent("self")] }, ["child-without-guardian"]],
    ["a child whose mother consented", { child: true, consents: [consent("parent")] }, []],
    ["two open cases", { openCases: ["cas_1", "cas_2"] }, ["person-in-two-cases"]],
    [
      "a reply that was due",
      { interventions: [{ record: "rec_4", due: [date("2026-02-01")], replied: false }] },
      ["reply-overdue"],
    ],
    [
      "a reply that came",
      { interventions: [{ record: "rec_4", due: [date("2026-02-01")], replied: true }] },
      [],
    ],
  ])("%s", (_, person, expected) => {
    expect(codes(person)).toEqual(expected);
  });

  it("is listed of a case", () => {
    const bare: CaseFacts = {
      id: "cas_1",
      open: true,
      people: ["rec_1"],
      twins: [],
      deadlines: [],
    };
    const of = (more: Partial<CaseFacts>) =>
      caseRules({ ...bare, ...more }).map(({ code }) => code);
    const late = {
      id: "ddl_1",
      kind: "hearing",
      waits: true,
      overdue: true,
      doubt: null,
      stated: "",
    };
    expect(of({})).toEqual([]);
    expect(of({ people: [] })).toEqual(["case-without-person"]);
    expect(of({ twins: ["cas_2"] })).toEqual(["number-given-twice"]);
    expect(of({ deadlines: [late] })).toEqual(["deadline-overdue"]);
    const answered = { ...late, kind: "reply", reply: ["clm_1", "denied"] as const };
    const asked = caseRules({ ...bare, deadlines: [answered] });
    expect(asked).toMatchObject([{ code: "reply-came", deadline: "ddl_1" }]);
    expect(of({ deadlines: [{ ...answered, overdue: false }] })).toEqual(["reply-came"]);
    expect(of({ deadlines: [{ ...answered, waits: false, overdue: false }] })).toEqual([]);
    expect(of({ deadlines: [late], open: false })).toEqual([]);
    expect(of({ deadlines: [{ ...late, overdue: false, doubt: "twice" }] })).toEqual([
      "hour-in-doubt",
    ]);
  });
});

describe("the print of a finding", () => {
  it("is the same in any order, and another once a fact changes", () => {
    const [a, b] = [date("1968"), date("1969")];
    const print = (born: DateFact[]) => all({ ...nobody, born })[0]?.print;
    expect(print([a, b])).toBe(print([b, a]));
    expect(print([a, b])).not.toBe(print([a, { ...b, edtf: "1970" }]));
    expect(print([a, b])).not.toBe(print([a, b, date("1971")]));
  });
});
