// Figures, questions and places of a release: what is told, in whose words, and what stays. Everyone in it is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { draft, type RecordId, type SourceId, type Stance, type Value } from "../../model/index.ts";
import { engineKinds, newRecord } from "../../store/testing.ts";
import { setHold } from "./decide-release.ts";
import { planRelease } from "./plan-release.ts";
import { pointOf } from "./point.ts";
import { anEpisode, openTestRelease, type TestRelease } from "./testing.ts";

const ask = { audience: "public" } as const;

describe.each(engineKinds)("figures, questions and places on %s", (kind) => {
  let vault: TestRelease;
  let source: SourceId;
  let shown: RecordId;
  let hidden: RecordId;
  beforeEach(async () => {
    vault = await openTestRelease(kind);
    source = await vault.source();
    shown = await vault.person("Turymtai Oytur", source);
    hidden = await vault.person("Qyrghiek Oytur", source);
    await vault.consent(shown, "public-name");
  });
  afterEach(() => vault.end());

  const release = async () => (await planRelease(vault.decide, ask)).release;
  const add = async (
    schema: string,
    from: SourceId,
    values: readonly (readonly [string, Value, object?])[],
  ): Promise<RecordId> => {
    const record = newRecord();
    await vault.append(
      draft("record.added", record, { id: record, schema, source: from, label: "invented" }),
    );
    for (const [property, value, more] of values)
      await vault.claim(record, from, property, value, { schema, ...more });
    return record;
  };
  const text = (words: string): Value => ({ kind: "text", text: words });
  const say = async (
    stance: Stance,
    content: string,
    more: { from?: SourceId; target?: RecordId; answers?: RecordId },
  ): Promise<void> => {
    const id = newRecord();
    await vault.append(
      draft("statement.added", id, {
        id,
        source: more.from ?? source,
        passage: {},
        speaker: { words: "an invented office" },
        content,
        mode: "direct",
        stance,
        targets: more.target === undefined ? [] : [{ record: more.target }],
        answers: more.answers === undefined ? [] : [more.answers],
      }),
    );
  };

  it("tell a number as it was said, with its denial, and never one nobody looked at", async () => {
    const quantity: Value = { kind: "number", low: 800, hedge: "at least" };
    const figure = await add("Figure", source, [
      ["unit", { kind: "code", vocabulary: "figure-unit", code: "persons-held" }],
      ["population", text("people of an invented valley")],
      ["asOf", { kind: "date", edtf: "2018-05" }],
      ["body", text("An invented panel")],
      ["quantity", quantity, { passage: { quote: "no fewer than eight hundred" } }],
      ["quantity", { kind: "number", low: 5_000 }, { review: "proposed" }],
    ]);
    await say("denies", "This number is made up.", { target: figure });
    await add("Figure", await vault.source("testimony"), [
      ["quantity", { kind: "number", low: 77 }],
    ]);
    const { estimates } = await release();
    expect(estimates).toMatchObject([
      {
        quantity: "people of an invented valley",
        words: "no fewer than eight hundred",
        low: 800,
        high: null,
        hedge: "at least",
        speaker: "An invented panel",
        asOf: { min: "2018-05-01", max: "2018-05-31" },
        denials: [{ words: "This number is made up.", speaker: "an invented office" }],
      },
    ]);
    await setHold(vault.decide, vault.actor, { about: figure, reason: "x", stands: true });
    expect((await release()).estimates).toEqual([]);
  });

  it("tell both sides of a question, and nothing that names somebody who is not named", async () => {
    const question = await add("Question", source, [["wording", text("Was the gate open?")]]);
    const answers = question;
    const told = await vault.source("testimony");
    await say("asserts", "It was shut at night.", { answers });
    await say("asserts", "It was shut, I heard it.", { answers, from: told });
    await say("denies", "Turymtai came and went.", { answers, target: shown });
    await say("denies", "Ask the other one.", { answers, target: hidden });
    await say("denies", "Qyrghiek came and went.", { answers });
    const about = await add("Question", source, [
      ["wording", text("Where is the other one?")],
      ["people", { kind: "ref", record: hidden }, { review: "proposed" }],
    ]);
    await say("denies", "Nobody knows.", { answers: about });
    const sides = (await release()).questions.map(({ wording, sides: all }) => [
      wording,
      all.map((one) => [one.side, one.origins, one.statements.map(({ words }) => words)]),
    ]);
    const none = (side: string) => [side, 0, []];
    expect(sides).toEqual([
      [
        "Was the gate open?",
        [
          ["asserts", 1, ["It was shut at night."]],
          none("estimates"),
          ["denies", 1, ["Turymtai came and went."]],
          none("reframes"),
          none("others"),
        ],
      ],
    ]);
  });

  it("tell a place of somebody shown by name, no closer than the town, and no home", async () => {
    const place = (code: string) =>
      add("Place", source, [
        ["name", { kind: "name", text: `Invented ${code} by the river` }],
        ["kind", { kind: "code", vocabulary: "place-kind", code }],
        ["coordinates", text("43.123456, 81.654321")],
        ["address", text("the third door on the left")],
      ]);
    const stay = (person: RecordId, at: RecordId) =>
      anEpisode(person, source, "Episode", [
        ["kind", { kind: "code", vocabulary: "episode-kind", code: "camp" }],
        ["facilityRecord", { kind: "ref", record: at }],
      ]).drafts;
    const [camp, home, prison] = [await place("camp"), await place("home"), await place("prison")];
    await vault.append(...stay(shown, camp), ...stay(shown, home), ...stay(hidden, camp));
    await vault.append(...stay(hidden, prison));
    const { places, people } = await release();
    expect(places).toMatchObject([
      {
        names: [{ text: "Invented camp by the river" }],
        kind: "camp",
        latitude: 43.12,
        longitude: 81.65,
        people: [people[0]?.number],
        values: [],
      },
    ]);
    expect(people[0]?.parts.flatMap((part) => part.place ?? [])).toEqual([places[0]?.key]);
    expect(JSON.stringify(places)).not.toMatch(/rec_|clm_|src_|third door|prison/);
  });

  it("let the publisher's own name count for the approval", async () => {
    const bare = await planRelease(vault.decide, ask);
    await vault.append(draft("publisher.set", "publisher", { name: "A group" }));
    const named = await planRelease(vault.decide, ask);
    expect(named.release.publisher).toEqual({ name: "A group" });
    expect(named.contents).not.toBe(bare.contents);
  });
});

describe("a point", () => {
  it.each([
    ["43.987654, 81.123456", { latitude: 43.99, longitude: 81.12 }],
    ["-1.5;-2.25", { latitude: -1.5, longitude: -2.25 }],
    ["95, 10", {}],
    ["at the bridge", {}],
    ["", {}],
  ])("of %j is no closer than two decimals", (words, point) => {
    expect(pointOf(words)).toEqual(point);
  });
});
