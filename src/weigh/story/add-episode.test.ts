// A stretch of a story is written down whole or not at all, and every value of it leads to its source. Everyone is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RecordId, SourceId } from "../../model/index.ts";
import { checkLedger } from "../../store/index.ts";
import { engineKinds, openTestWeigh, propertyIn, type TestWeigh } from "../testing.ts";
import { type AddEpisode, addEpisode, takeBackEpisode } from "./add-episode.ts";
import { personStory } from "./read-story.ts";

const text = "Yerlan was held in North Camp from March 2018. Officer Invented beat him there.";

describe.each(engineKinds)("an episode written down on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let person: RecordId;
  beforeEach(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier", { text, published: "2019-03-12" });
    person = await w.person(source, "Yerlan Testuly");
  });
  afterEach(async () => {
    expect(await checkLedger(w.vault.ledger.deps)).toMatchObject({ clean: true, problems: [] });
    await w.end();
  });

  const entries = async () =>
    (await w.deps.db.selectFrom("entries").select("seq").execute()).length;
  const story = () => personStory(w.deps, person);
  const passage = (quote: string) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    quote,
  });
  const input = (more: Partial<AddEpisode> = {}): AddEpisode => ({
    person,
    source,
    kind: "camp",
    passage: passage("held in North Camp from March 2018"),
    values: [
      { property: "from", words: "about March 2018" },
      { property: "facility", words: "North Camp" },
      { property: "facility", words: "North Farm" },
    ],
    acts: [
      {
        type: "beating",
        values: [
          {
            property: "method",
            value: { kind: "code", vocabulary: "method", code: "other", words: "stick" },
          },
        ],
        perpetrators: [
          { name: "Officer Invented", kind: "police", degree: "carried-out" },
          { name: "the head of the station", degree: "ordered" },
          { name: "a guard" },
        ],
        passage: passage("Officer Invented beat him there"),
      },
    ],
    ...more,
  });

  it("shows at once, each value a claim of its source with its words", async () => {
    const { episode } = await addEpisode(w.deps, w.everyone, input());
    const told = await story();
    const [camp, beating] = told.events;
    expect(camp).toMatchObject({
      id: episode,
      schema: "Episode",
      span: { earliest: expect.any(String) },
    });
    expect(propertyIn(camp, "from").headlines[0]?.value).toMatchObject({ edtf: "2018-03~" });
    expect(
      propertyIn(camp, "facility")
        .claims.map((c) => c.text)
        .toSorted(),
    ).toEqual(["North Camp", "North Farm"]);
    expect(beating).toMatchObject({ schema: "Act", during: episode });
    expect(propertyIn(beating, "perpetrator").headlines).toHaveLength(3);
    expect(
      told.involvements.map((one) => [
        one.records.length,
        propertyIn(one, "perpetrator").headlines[0]?.text,
        propertyIn(one, "degree").headlines[0]?.text,
      ]),
    ).toEqual([
      [1, "Officer Invented", "Did it"],
      [1, "the head of the station", "Gave the order"],
    ]);
    for (const one of told.events)
      for (const { claims } of one.properties)
        for (const claim of claims)
          expect(claim).toMatchObject({ source, passage: { quote: expect.any(String) } });
    expect(told.news).toMatchObject({ kind: "spoke", day: "2019-03-12", source });
  });

  it("is not written at all where one value is none, or the words are not there", async () => {
    const before = await entries();
    const bad = [{ property: "from", words: "one fine day" }];
    await expect(addEpisode(w.deps, w.everyone, input({ values: bad }))).rejects.toMatchObject({
      code: "weigh/not-this-type",
    });
    await expect(addEpisode(w.deps, w.everyone, input({ kind: "picnic" }))).rejects.toMatchObject({
      code: "weigh/not-this-type",
    });
    const moved = { start: 0, end: 5, quote: "Nobody" };
    await expect(addEpisode(w.deps, w.everyone, input({ passage: moved }))).rejects.toMatchObject({
      code: "weigh/passage-differs",
    });
    await expect(
      addEpisode(w.deps, w.everyone, input({ person: source as never })),
    ).rejects.toMatchObject({ code: "weigh/no-such-record" });
    expect(await entries()).toEqual(before);
  });

  it("is taken back whole, by its author or a reviewer", async () => {
    const { records } = await addEpisode(w.deps, w.everyone, input());
    expect(records).toHaveLength(4);
    const taking = { records, reason: "a slip" };
    await expect(takeBackEpisode(w.deps, w.as("documenter"), taking)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    await takeBackEpisode(w.deps, w.everyone, taking);
    expect(await story()).toMatchObject({ events: [], involvements: [] });
  });

  it("needs the right to add", async () => {
    await expect(addEpisode(w.deps, w.as("publisher"), input())).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });
});
