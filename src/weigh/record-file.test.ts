// A file says what its claims say, who disputes it and how many knew. People, outlets and events are invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ClaimId, draft, type RecordId, type SourceId } from "../model/index.ts";
import { checkLedger } from "../store/index.ts";
import { camp, coded, engineKinds, openTestWeigh, propertyIn, type TestWeigh } from "./testing.ts";
import { pinClaim, replaceClaim, reviewClaim, withdraw } from "./review-claim.ts";

describe.each(engineKinds)("a file on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let person: RecordId;
  beforeEach(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier", { published: "2019-03-12" });
    person = await w.person(source, "Yerlan Testuly");
  });
  afterEach(async () => {
    expect(await checkLedger(w.vault.ledger.deps)).toMatchObject({ clean: true, problems: [] });
    await w.end();
  });

  const born = async (name = "birthDate") => propertyIn(await w.file(person), name);
  const kindOf = async (record = person) =>
    propertyIn(
      (await w.file(record)).related.find((r) => r.schema === "Episode"),
      "kind",
    );

  it("is not there for a record nobody opened", async () => {
    const nobody = "rec_00000000000000000000000ZZZ" as RecordId;
    await expect(w.file(nobody)).rejects.toMatchObject({ code: "weigh/no-such-record" });
  });

  describe("its headline", () => {
    it("is the value of more independent origins, with the other beside it and why", async () => {
      const other = await w.source("Invented Gazette");
      const third = await w.source("Invented Lantern");
      await w.claim(person, source, { property: "birthDate", words: "1980" });
      await w.claim(person, other, { property: "birthDate", words: "1981" });
      await w.claim(person, third, { property: "birthDate", words: "1981" });
      const file = await w.file(person);
      const view = propertyIn(file, "birthDate");
      expect(view.headlines).toHaveLength(1);
      expect(view.headlines[0]).toMatchObject({ text: "1981", state: "corroborated" });
      expect(view.headlines[0]?.origins).toHaveLength(2);
      expect(view.headlines[0]?.why).toContain("2");
      expect(view.others).toMatchObject([{ text: "1980", origins: [{ retellings: 0 }] }]);
      expect(view.claims).toHaveLength(3);
      expect(file.counts).toMatchObject({ contradictions: 1, origins: 3, sources: 3, claims: 4 });
    });

    it("is not swayed by outlets that repeat one source", async () => {
      await w.claim(person, source, { property: "birthDate", words: "1980" });
      for (let i = 0; i < 4; i++) {
        const outlet = await w.source(`Invented outlet ${i}`, { relays: [source] });
        await w.claim(person, outlet, { property: "birthDate", words: "1980" });
      }
      const one = (await born()).headlines[0];
      expect(one).toMatchObject({ state: "single", origins: [{ retellings: 4 }] });
      const other = await w.source("Invented Gazette");
      await w.claim(person, other, { property: "birthDate", words: "1980" });
      expect((await born()).headlines[0]).toMatchObject({ state: "corroborated" });
    });

    it("credits nobody with a value they did not give", async () => {
      const said = await w.statement(source, "asserts", { speaker: "a neighbour" });
      await w.claim(person, source, { property: "birthDate", words: "1981", statement: said });
      await w.claim(person, source, { property: "birthDate", words: "1980" });
      const view = await born();
      const sides = [...view.headlines, ...view.others];
      const labels = (text: string) =>
        sides.find((side) => side.text === text)?.origins.map((origin) => origin.label);
      expect(labels("1980")).toEqual(["Invented Courier"]);
      expect(labels("1981")).toEqual(["a neighbour"]);
    });

    it("is the pinned one, with the reason, until the pin is taken away", async () => {
      const first = await w.claim(person, source, { property: "birthDate", words: "1980" });
      const other = await w.source("Invented Gazette");
      for (const outlet of [other, await w.source("Invented Lantern")])
        await w.claim(person, outlet, { property: "birthDate", words: "1981" });
      const pin = { record: person, property: "birthDate", reason: "as in the passport" };
      await pinClaim(w.deps, w.everyone, { ...pin, claim: first });
      expect((await born()).headlines[0]).toMatchObject({ text: "1980", pinned: true });
      expect((await born()).headlines[0]?.why).toContain("as in the passport");
      await pinClaim(w.deps, w.everyone, { ...pin, claim: null });
      expect((await born()).headlines[0]).toMatchObject({ text: "1981", pinned: false });
    });

    it("forgets what was rejected, replaced or taken back, and has it again when that is undone", async () => {
      const wrong = await w.claim(person, source, { property: "birthDate", words: "1880" });
      const right = await replaceClaim(w.deps, w.everyone, { claim: wrong, words: "1980" }, null);
      const texts = async () => (await born()).claims.map((claim) => claim.text);
      expect(await texts()).toEqual(["1980"]);
      const back = { target: right, subject: person, reason: "invented" };
      await withdraw(w.deps, w.everyone, { ...back, back: false });
      expect(await texts()).toEqual(["1880"]);
      await withdraw(w.deps, w.everyone, { ...back, back: true });
      expect(await texts()).toEqual(["1980"]);
      await reviewClaim(w.deps, w.everyone, { claim: right, state: "rejected" });
      expect(await texts()).toEqual(["1880"]);
    });

    it("names what a reference points to, on either side", async () => {
      const { id } = await w.episode(source, person, camp);
      const [one, two] = [
        await w.person(source, "North Yard"),
        await w.person(source, "South Yard"),
      ];
      for (const record of [one, two])
        await w.claim(id, source, { property: "facilityRecord", value: { kind: "ref", record } });
      const view = propertyIn((await w.file(person)).related[0], "facilityRecord");
      const texts = [...view.headlines, ...view.others].map((side) => side.text);
      expect(texts.sort()).toEqual(["North Yard", "South Yard"]);
    });
  });

  describe("the people who speak", () => {
    it("are one origin once they are judged to be one", async () => {
      const other = await w.source("Invented Gazette");
      const sister = await w.person(source, "Gulnar Testkyzy");
      const again = await w.person(other, "Гүлнар Тестқызы");
      const says = async (at: SourceId, speakerRecord: RecordId) => {
        const statement = await w.statement(at, "asserts", {
          speaker: "his sister",
          speakerRecord,
        });
        await w.claim(person, at, { property: "birthDate", words: "1980", statement });
      };
      await says(source, sister);
      await says(other, again);
      expect((await born()).headlines[0]?.state).toBe("corroborated");
      await w.judge(sister, again, "same");
      expect((await born()).headlines[0]).toMatchObject({
        state: "single",
        origins: [{ kind: "speaker", label: "his sister", retellings: 1 }],
      });
      expect((await w.file(again)).spoke).toHaveLength(2);
    });
  });

  describe("a denial", () => {
    let said: RecordId;
    let episode: RecordId;
    beforeEach(async () => {
      said = await w.statement(source, "asserts", { speaker: "his sister" });
      const made = await w.episode(source, person, { ...camp, statement: said });
      episode = made.id;
      expect((await kindOf()).headlines[0]?.state).toBe("single");
    });

    it("that names the case disputes it, and both sides are shown", async () => {
      await w.statement(source, "denies", { speaker: "an office", targets: [{ record: episode }] });
      const view = await kindOf();
      expect(view.headlines[0]).toMatchObject({ state: "disputed" });
      expect(view.denials).toMatchObject([{ speaker: "an office", namesThePerson: true }]);
      const file = await w.file(person);
      expect(file.status?.state).toBe("disputed");
      expect(file.counts.contradictions).toBe(1);
    });

    it("that names the person and answers who said it disputes the case", async () => {
      const answer = { targets: [{ record: person }], answers: [said] };
      await w.statement(source, "denies", answer);
      expect((await kindOf()).headlines[0]).toMatchObject({ state: "disputed" });
      expect((await kindOf()).denials).toMatchObject([{ namesThePerson: true }]);
    });

    it("that names one property leaves the others alone", async () => {
      await w.claim(episode, source, { property: "from", words: "2018" });
      const targets = [{ record: episode, property: "from" }];
      await w.statement(source, "denies", { targets });
      const related = (await w.file(person)).related[0];
      expect(propertyIn(related, "from").headlines[0]?.state).toBe("disputed");
      expect(propertyIn(related, "kind").headlines[0]?.state).toBe("single");
      expect((await w.file(person)).status?.state).toBe("single");
    });

    it("of an occupation does not make what happened disputed", async () => {
      await w.claim(person, source, { property: "occupation", words: "teacher" });
      await w.statement(source, "denies", {
        targets: [{ record: person, property: "occupation" }],
      });
      expect(propertyIn(await w.file(person), "occupation").headlines[0]?.state).toBe("disputed");
      expect((await w.file(person)).status?.state).toBe("single");
    });

    it("in general, answering what was said, is shown and disputes nothing", async () => {
      const question = await w.person(source, "An invented question");
      for (const targets of [[], [{ record: question }]])
        await w.statement(source, "denies", { speaker: "a ministry", targets, answers: [said] });
      const view = await kindOf();
      expect(view.headlines[0]).toMatchObject({ state: "single" });
      expect(view.denials.map((d) => d.namesThePerson)).toEqual([false, false]);
      expect((await w.file(person)).status?.state).toBe("single");
      expect((await w.file(person)).counts.contradictions).toBe(0);
    });

    it("speaks against the claims of the statement it answers, and no others", async () => {
      const prison = coded("kind", "episode-kind", "prison");
      const other = await w.claim(episode, source, prison);
      await w.statement(source, "denies", { targets: [{ record: person }], answers: [said] });
      const pin = { record: episode, property: "kind", reason: "invented" };
      await pinClaim(w.deps, w.everyone, { ...pin, claim: other });
      const view = await kindOf();
      expect(view).toMatchObject({ headlines: [{ text: "In prison", state: "single" }] });
      const first = view.claims.find((claim) => claim.statement === said);
      await pinClaim(w.deps, w.everyone, { ...pin, claim: first?.id as ClaimId });
      expect((await kindOf()).headlines[0]?.state).toBe("disputed");
    });

    it.each(["reframes", "declines"] as const)(
      "that only %s is shown and disputes nothing, even where it names the case",
      async (stance) => {
        await w.statement(source, stance, { targets: [{ record: episode }], answers: [said] });
        const view = await kindOf();
        expect(view.denials).toMatchObject([{ stance, namesThePerson: false }]);
        expect(view.headlines[0]?.state).toBe("single");
      },
    );

    it("that was taken back disputes nothing any more", async () => {
      const denial = await w.statement(source, "denies", { targets: [{ record: episode }] });
      const back = { target: denial, subject: denial, back: false, reason: "invented" };
      await withdraw(w.deps, w.everyone, back);
      expect(await kindOf()).toMatchObject({ denials: [], headlines: [{ state: "single" }] });
      await withdraw(w.deps, w.everyone, { ...back, back: true });
      expect((await kindOf()).headlines[0]?.state).toBe("disputed");
    });
  });

  describe("records judged the same", () => {
    it("make one file with the claims of both, and two again without a trace", async () => {
      const other = await w.source("Invented Gazette");
      const twin = await w.person(other, "Ерлан Тестұлы", { property: "birthDate", words: "1980" });
      await w.claim(person, source, { property: "birthDate", words: "1980" });
      await w.episode(other, twin, camp);
      const apart = { first: await w.file(person), second: await w.file(twin) };
      await w.judge(person, twin, "same");
      const merged = await w.file(twin);
      expect(merged).toMatchObject({ id: person, number: apart.first.number });
      expect(merged.names.map((n) => n.text).sort()).toEqual(["Yerlan Testuly", "Ерлан Тестұлы"]);
      expect(propertyIn(merged, "birthDate").headlines[0]?.state).toBe("corroborated");
      expect(merged.related).toHaveLength(1);
      expect(merged.records.map((r) => r.id)).toEqual([person, twin]);
      expect(await w.file(person)).toEqual(merged);
      await w.judge(person, twin, "different");
      const without = (f: Awaited<ReturnType<TestWeigh["file"]>>) => ({ ...f, judgements: [] });
      expect(without(await w.file(person))).toEqual(without(apart.first));
      expect(without(await w.file(twin))).toEqual(without(apart.second));
      expect((await w.file(twin)).judgements).toMatchObject([{ verdict: "different" }]);
    });

    it("show two accounts of one episode as one, once they are judged the same", async () => {
      const other = await w.source("Invented Gazette");
      const one = await w.episode(source, person, camp);
      const two = await w.episode(other, person, camp);
      expect((await w.file(person)).related).toHaveLength(2);
      await w.judge(one.id, two.id, "same");
      const file = await w.file(person);
      expect(file.related).toMatchObject([{ id: one.id, records: [one.id, two.id] }]);
      expect(propertyIn(file.related[0], "kind").headlines[0]?.state).toBe("corroborated");
    });

    it("have the later of their pins", async () => {
      const other = await w.source("Invented Gazette");
      const twin = await w.person(other, "Ерлан Тестұлы");
      const mine = await w.claim(person, source, { property: "birthDate", words: "1980" });
      const theirs = await w.claim(twin, other, { property: "birthDate", words: "1981" });
      const pin = { property: "birthDate", reason: "invented" };
      await pinClaim(w.deps, w.everyone, { ...pin, record: twin, claim: theirs });
      await pinClaim(w.deps, w.everyone, { ...pin, record: person, claim: mine });
      await w.judge(person, twin, "same");
      expect((await born()).headlines[0]).toMatchObject({ text: "1980", pinned: true });
    });
  });

  it("loses an episode that was moved to another person, and all its claims with it", async () => {
    const before = await w.file(person);
    const other = await w.person(source, "Serik Testuly");
    const { id, claims } = await w.episode(source, person, camp);
    await w.statement(source, "denies", { targets: [{ record: id }] });
    expect((await w.file(person)).related.map((r) => r.id)).toEqual([id]);
    const moved = { claim: claims[0] as ClaimId, value: { kind: "ref", record: other } };
    const pointer = await replaceClaim(w.deps, w.everyone, moved, null);
    const after = await w.file(person);
    expect({ ...after, seq: 0 }).toEqual({ ...before, seq: 0 });
    expect((await w.file(other)).related.map((r) => r.id)).toEqual([id]);
    expect((await w.file(other)).status?.state).toBe("disputed");
    const back = { target: pointer, subject: id, back: false, reason: "invented" };
    await withdraw(w.deps, w.everyone, back);
    expect((await w.file(person)).related.map((r) => r.id)).toEqual([id]);
    expect((await w.file(other)).related).toEqual([]);
  });

  it("never shows a sealed value, nor its cipher", async () => {
    const number = "650000 1980 0101 0000";
    const text = `His number was ${number}, an invented one.`;
    const paper = await w.source("Invented paper", { text });
    const start = text.indexOf(number);
    const passage = { start, end: start + number.length };
    await w.claim(person, paper, { property: "idNumber", words: number, passage });
    const file = await w.file(person);
    const view = propertyIn(file, "idNumber");
    expect(view).toMatchObject({ sealed: true, headlines: [{ text: "sealed" }] });
    expect(view.claims[0]).toMatchObject({ text: "sealed", passage });
    const told = JSON.stringify(file);
    expect(told).not.toContain(number);
    const entries = await w.deps.db.selectFrom("entries").select("body").execute();
    expect(entries.map((e) => e.body).join("\n")).not.toContain(number);
    const { value } = await w.deps.db
      .selectFrom("claims")
      .select("value")
      .where("property", "=", "idNumber")
      .executeTakeFirstOrThrow();
    expect(told).not.toContain((JSON.parse(value) as { cipher: string }).cipher);
  });

  describe("its first sentence", () => {
    const status = async () => (await w.file(person)).status;

    it("is not there while nothing is known", async () => {
      expect(await status()).toBeNull();
    });

    it("says what happened last, where and since when", async () => {
      await w.episode(
        source,
        person,
        coded("kind", "episode-kind", "camp"),
        { property: "from", words: "2017-05" },
        { property: "to", words: "2018-01" },
      );
      await w.episode(
        source,
        person,
        coded("kind", "episode-kind", "prison"),
        { property: "from", words: "2018-02" },
        { property: "facility", words: "Invented North Prison" },
      );
      expect(await status()).toEqual({
        state: "single",
        text: "In prison, Invented North Prison, since February 2018.",
        noNewsDays: Math.floor((Date.UTC(2021, 5, 1) - Date.UTC(2019, 2, 12)) / 86_400_000),
        news: { day: "2019-03-12", kind: "spoke", source, sourceTitle: expect.any(String) },
        origins: 1,
        sources: 1,
      });
    });

    it("says the end where there is one, and that the time is not known where it is not", async () => {
      const { id } = await w.episode(source, person, camp);
      expect((await status())?.text).toBe("Re-education camp; when is not known.");
      await w.claim(id, source, { property: "to", words: "2018" });
      expect((await status())?.text).toBe("Re-education camp, until 2018.");
      await w.claim(id, source, { property: "from", words: "2017" });
      expect((await status())?.text).toBe("Re-education camp, 2017 – 2018.");
    });

    it("says when someone last knew the person alive, where there is nothing else", async () => {
      await w.claim(person, source, { property: "lastConfirmedAlive", words: "2020-05-01" });
      expect(await status()).toMatchObject({
        text: "Last confirmed alive 1 May 2020.",
        noNewsDays: 396,
      });
    });

    it("does not take the end of a sentence that lies ahead for news", async () => {
      await w.episode(
        source,
        person,
        coded("kind", "episode-kind", "prison"),
        { property: "from", words: "2018-02" },
        { property: "to", words: "2033-02" },
      );
      expect((await status())?.noNewsDays).toBe(812);
    });
  });

  it("has nothing of an import that was undone", async () => {
    const batch = w.deps.ids.next<never>("bat");
    const before = await w.file(person);
    await w.append(
      draft("claim.added", person, {
        id: w.deps.ids.next<never>("clm"),
        record: person,
        schema: "Person",
        property: "occupation",
        value: { kind: "text", text: "teacher" },
        source,
        review: "proposed",
        batch,
      }),
    );
    expect(propertyIn(await w.file(person), "occupation").claims).toMatchObject([
      { review: "proposed", batch },
    ]);
    await w.append(draft("batch.undone", batch, { id: batch, reason: "invented" }));
    expect(await w.file(person)).toEqual(before);
  });
});
