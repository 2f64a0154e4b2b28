// Who stands how to whom, and who may have been where: with sources, in bounds, never as facts. Everyone is invented.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RecordId, spanOf, type SourceId } from "../../model/index.ts";
import { addRecord } from "../add-record.ts";
import { camp, coded, engineKinds, openTestWeigh, type TestWeigh } from "../testing.ts";
import { withdraw } from "../review-claim.ts";
import { meetingsOf, type Stay } from "./leads.ts";
import { personLeads } from "./person-leads.ts";
import { personNetwork } from "./person-network.ts";
import { familiesOf, tieKind } from "./ties.ts";

describe.each(engineKinds)("the network on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let yerlan: RecordId;
  beforeEach(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier");
    yerlan = await w.person(source, "Yerlan Testuly");
  });
  afterEach(() => w.end());

  const tie = async (from: RecordId, code: string, to: RecordId, by = source) =>
    (
      await addRecord(
        w.deps,
        w.everyone,
        {
          schema: "Relationship",
          source: by,
          label: code,
          claims: [
            { property: "from", value: { kind: "ref", record: from } },
            coded("kind", "relationship-kind", code),
            { property: "to", value: { kind: "ref", record: to } },
          ],
        },
        null,
      )
    ).id;
  const network = (more: { depth?: number; limit?: number } = {}) =>
    personNetwork(w.deps, { id: yerlan, ...more });
  const labels = async (more: { depth?: number; limit?: number } = {}) =>
    (await network(more)).nodes.map(({ label, distance }) => [label, distance]);

  it("has kin, witnesses and co-detainees, each tie once with all its sources", async () => {
    const other = await w.source("Invented Gazette");
    const wife = await w.person(source, "Saule Inventova");
    const friend = await w.person(source, "Nurlan Bayan");
    await tie(wife, "wife", yerlan);
    await tie(wife, "wife", yerlan, other);
    await tie(friend, "co-detainee", yerlan);
    await tie(wife, "no-relation", friend);
    const { nodes, edges, middle, left } = await network();
    expect(middle).toBe(yerlan);
    expect(left).toBe(0);
    expect(
      edges.map((e) => [e.from, e.kind, e.label, e.to, e.sources.map(({ title }) => title)]),
    ).toEqual(
      expect.arrayContaining([
        [wife, "kin", "Wife", yerlan, ["Invented Courier", "Invented Gazette"]],
        [friend, "held", expect.any(String), yerlan, ["Invented Courier"]],
      ]),
    );
    expect(edges).toHaveLength(2);
    const family = (id: string) => nodes.find((node) => node.id === id)?.family;
    expect(family(wife)).toBe(family(yerlan));
    expect(family(friend)).toBe(friend);
  });

  it("goes as far and takes as many as asked, and says how many it leaves out", async () => {
    const chain = [yerlan];
    for (const name of ["Alpha One", "Beta Two", "Gamma Three", "Delta Four"]) {
      const next = await w.person(source, name);
      await tie(next, "sibling", chain.at(-1) as RecordId);
      chain.push(next);
    }
    expect(await labels({ depth: 1 })).toEqual([
      ["Yerlan Testuly", 0],
      ["Alpha One", 1],
    ]);
    expect(await labels({ depth: 3 })).toHaveLength(4);
    expect(await network({ depth: 3 })).toMatchObject({ left: 1 });
    expect(await labels({ depth: 3, limit: 2 })).toHaveLength(2);
    expect(await network({ depth: 3, limit: 2 })).toMatchObject({ left: 1 });
  });

  it("shows two records judged the same as one person, and forgets a tie taken back", async () => {
    const one = await w.person(source, "Saule Inventova");
    const two = await w.person(source, "Сауле Придуманная");
    await tie(one, "wife", yerlan);
    const again = await tie(yerlan, "husband", two);
    await w.judge(one, two, "same");
    expect((await network()).nodes).toHaveLength(2);
    expect((await network()).edges).toHaveLength(2);
    await withdraw(w.deps, w.everyone, {
      target: again,
      subject: again,
      back: false,
      reason: "a slip",
    });
    expect((await network()).edges).toHaveLength(1);
  });

  it("ties people whose episodes were judged one", async () => {
    const friend = await w.person(source, "Nurlan Bayan");
    const mine = await w.episode(source, yerlan, camp);
    const theirs = await w.episode(source, friend, camp);
    expect((await network()).edges).toEqual([]);
    await w.judge(mine.id, theirs.id, "same");
    expect((await network()).edges).toMatchObject([{ kind: "held", label: "Re-education camp" }]);
  });

  it("is not there for a record nobody opened", async () => {
    const nobody = "rec_00000000000000000000000ZZZ";
    await expect(personNetwork(w.deps, { id: nobody })).rejects.toMatchObject({
      code: "weigh/no-such-record",
    });
  });

  describe("leads", () => {
    const stay = async (who: RecordId, facility: string, from: string, to: string) =>
      w.episode(
        source,
        who,
        camp,
        { property: "facility", words: facility },
        { property: "from", words: from },
        { property: "to", words: to },
      );
    const leads = async () =>
      (await personLeads(w.deps, yerlan)).leads.map((l) => [l.label, l.reason, l.overlap]);

    it("are people in one facility whose times may meet, the sure ones first", async () => {
      const [a, b, c, d] = [
        await w.person(source, "Alpha One"),
        await w.person(source, "Beta Two"),
        await w.person(source, "Gamma Three"),
        await w.person(source, "Delta Four"),
      ];
      await stay(yerlan, "North Camp", "2018-03", "2019-05");
      await stay(a, "NORTH camp", "2019-05", "2019-09");
      await stay(b, "North Camp", "2018-06", "2018-12");
      await stay(c, "North Camp", "2019-06", "2019-09");
      await stay(d, "South Camp", "2018-06", "2018-12");
      expect(await leads()).toEqual([
        ["Beta Two", "facility", "surely"],
        ["Alpha One", "facility", "possibly"],
      ]);
      expect((await personLeads(w.deps, yerlan)).leads[0]).toMatchObject({
        tied: false,
        where: "North Camp",
        theirs: { sourceTitle: "Invented Courier", from: "June 2018" },
      });
      await tie(b, "co-detainee", yerlan);
      expect((await personLeads(w.deps, yerlan)).leads[0]).toMatchObject({ tied: true });
    });

    it("go when the claim they rest on is taken back", async () => {
      const a = await w.person(source, "Alpha One");
      await stay(yerlan, "North Camp", "2018-03", "2019-05");
      const theirs = await stay(a, "North Camp", "2018-06", "2018-12");
      expect(await leads()).toHaveLength(1);
      const facility = theirs.claims[2] as string;
      await withdraw(w.deps, w.everyone, {
        target: facility,
        subject: theirs.id,
        back: false,
        reason: "a slip",
      });
      expect(await leads()).toEqual([]);
    });
  });
});

describe("the rules", () => {
  it("tell kin from witnesses and from what is no tie", () => {
    expect(
      ["wife", "brother", "cousin", "co-detainee", "testifies-for", "neighbour", null].map((c) =>
        tieKind(c),
      ),
    ).toEqual(["kin", "kin", "kin", "held", "speaks", "other", "other"]);
    expect(tieKind("no-relation")).toBeNull();
  });

  it("make the same families whatever the order", () => {
    const people = ["a", "b", "c", "d", "e", "f"];
    const edge = fc.record({
      from: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      kind: fc.constantFrom("kin" as const, "held" as const),
    });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 8 }), (edges) => {
        const families = familiesOf(people, edges);
        expect(familiesOf(people.toReversed(), edges.toReversed())).toEqual(families);
        for (const { from, to, kind } of edges)
          if (kind === "kin") expect(families.get(from)).toBe(families.get(to));
        for (const [id, family] of families) expect(family <= id).toBe(true);
      }),
    );
  });

  it("give one lead a person at most, the same whatever the order, and none of the person", () => {
    const month = fc.integer({ min: 1, max: 9 }).map((m) => `2018-0${m}`);
    const stays = fc.array(
      fc.record({
        person: fc.constantFrom("p", "q", "r"),
        key: fc.constantFrom("facility|n", "code|65"),
        from: month,
        kind: fc.constantFrom("camp", "released"),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(stays, (all) => {
        const made = all.map(({ person, key, from, kind }, i): Stay => {
          const bounds = { min: `${from}-01`, max: `${from}-28` };
          return {
            record: `e${i}`,
            person,
            kind,
            keys: new Set([key]),
            span: spanOf(bounds, bounds, false),
          };
        });
        const own = made.filter(({ person }) => person === "p");
        const found = meetingsOf(own, made);
        expect(meetingsOf(own.toReversed(), made.toReversed())).toEqual(found);
        const who = found.map(({ theirs }) => theirs.person);
        expect(new Set(who).size).toBe(who.length);
        expect(who).not.toContain("p");
        for (const { own: mine, theirs } of found)
          expect([mine.kind, theirs.kind]).toEqual(["camp", "camp"]);
      }),
    );
  });
});
