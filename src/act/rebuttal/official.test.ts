// What officials answer and leave: a function of sets, in which a denial of the policy answers nothing. Everything here is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatementView } from "../../weigh/index.ts";
import type { FileItem } from "./items.ts";
import { officialAnswers } from "./official.ts";

const item = (record: string, property: string): FileItem => ({
  key: `${record} ${property}`,
  records: [record],
  property,
  label: property,
  values: ["invented"],
  claims: [`clm_${record}${property}`],
  statements: new Set([`rec_said_${record}`]),
  sources: new Set(["src_article"]),
});
const items = ["rec_1", "rec_2"].flatMap((record) =>
  ["kind", "from", "place"].map((property) => item(record, property)),
);

const said = (id: string, more: Partial<StatementView>): StatementView => ({
  id,
  source: "src_embassy",
  sourceTitle: "",
  speaker: "Invented embassy",
  content: "invented",
  mode: "direct",
  stance: "denies",
  passage: {},
  targets: [],
  answers: [],
  answeredBy: [],
  withdrawn: false,
  by: "",
  at: 0,
  seq: 0,
  ...more,
});

const targets = fc.array(
  fc.record(
    {
      record: fc.constantFrom("rec_1", "rec_2", "rec_person", "rec_other"),
      label: fc.constant(""),
      property: fc.constantFrom("kind", "from", "place"),
    },
    { requiredKeys: ["record", "label"] },
  ),
  { maxLength: 3 },
);
const statements = fc
  .array(targets, { maxLength: 5 })
  .map((some) => some.map((to, i) => said(`rec_s${i}`, { targets: to })));

const answersOf = (about: readonly StatementView[], policy: readonly StatementView[] = []) =>
  officialAnswers(items, {
    about,
    policy: policy.map((one) => ({ said: one, question: "An invented question?" })),
    own: new Set(["rec_person"]),
    kindOf: (id) => (id === "src_embassy" ? "official-statement" : "article"),
  });

describe("what officials answer", () => {
  it("is not changed by a statement on the policy, however many there are", () => {
    fc.assert(
      fc.property(statements, fc.integer({ min: 1, max: 4 }), (about, times) => {
        const policy = Array.from({ length: times }, (_, i) => said(`rec_policy${i}`, {}));
        const with_ = answersOf(about, policy);
        expect(with_.unanswered).toEqual(answersOf(about).unanswered);
        expect(with_.aboutThePolicy.length).toBeGreaterThanOrEqual(times);
        for (const { answers } of with_.aboutThePolicy) expect(answers).toEqual([]);
      }),
    );
  });

  it("never depends on the order of the statements, and each item is answered or left", () => {
    fc.assert(
      fc.property(statements, (about) => {
        const found = answersOf(about);
        expect(answersOf(about.toReversed())).toEqual(found);
        for (const { answers, leaves } of found.aboutThePerson)
          expect(answers.length + leaves.length).toBe(items.length);
      }),
    );
  });

  it("is whether it happened where a whole episode is denied, and not when or where", () => {
    const whole = said("rec_whole", { targets: [{ record: "rec_1", label: "" }] });
    expect(answersOf([whole]).unanswered.map(({ key }) => key)).not.toContain("rec_1 kind");
    expect(answersOf([whole]).unanswered.map(({ key }) => key)).toContain("rec_1 from");
  });

  it("is all that a statement said which it answers by name", () => {
    const reply = said("rec_reply", { answers: [{ id: "rec_said_rec_2", label: "" }] });
    const left = answersOf([reply]).unanswered.map(({ key }) => key);
    expect(left).toEqual(["rec_1 kind", "rec_1 from", "rec_1 place"]);
  });

  it("is nothing that was taken back", () => {
    const gone = said("rec_gone", { targets: [{ record: "rec_1", label: "" }], withdrawn: true });
    expect(answersOf([gone])).toMatchObject({ aboutThePerson: [], unanswered: items });
  });
});
