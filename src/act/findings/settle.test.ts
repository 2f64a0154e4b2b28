// Findings in a vault, and proceedings as sources tell of them, on both engines. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightsOfAll } from "../../access/index.ts";
import { type ClaimId, draft, type RecordId, type Value } from "../../model/index.ts";
import { aClaim, engineKinds, id, newSource, aSource } from "../../store/testing.ts";
import { nearestDays } from "../cases/calendar.ts";
import { openCase } from "../cases/open-case.ts";
import { setDeadline } from "../cases/set-deadline.ts";
import { showCase } from "../cases/show-whole-case.ts";
import { type CaseVault, openCaseVault } from "../cases/testing.ts";
import { findingsOfPerson } from "./list-findings.ts";
import { settleFinding } from "./settle-finding.ts";

describe.each(engineKinds)("findings on %s", (kind) => {
  let at: CaseVault;
  const source = newSource();
  beforeAll(async () => {
    at = await openCaseVault(kind);
    await at.vault.ledger.append(at.vault.author, [aSource(source, "Invented court paper")]);
  });
  afterAll(() => at.vault.end());

  const say = async (
    record: RecordId,
    schema: string,
    property: string,
    value: Value,
  ): Promise<ClaimId> => {
    const claim = aClaim(record, source, property, value, { schema });
    await at.vault.ledger.append(at.vault.author, [claim]);
    return claim.body.id;
  };
  const date = (edtf: string): Value => ({ kind: "date", edtf });

  const aProceeding = async (person: RecordId): Promise<RecordId> => {
    const record = id("rec") as RecordId;
    await at.vault.ledger.append(at.vault.author, [
      draft("record.added", record, { id: record, schema: "Proceeding", source, label: "Case" }),
    ]);
    await say(record, "Proceeding", "person", { kind: "ref", record: person });
    const code: Value = { kind: "code", vocabulary: "proceeding-kind", code: "deportation" };
    await say(record, "Proceeding", "kind", code);
    await say(record, "Proceeding", "country", { kind: "place", text: "Türkiye", code: "TR" });
    return record;
  };

  it("are settled with a reason, return when the facts change, and can be opened again", async () => {
    const person = await at.person();
    await say(person, "Person", "birthDate", date("1968"));
    await say(person, "Person", "birthDate", date("1969"));
    const [finding] = await findingsOfPerson(at.deps, person);
    expect(finding).toMatchObject({ code: "dates-contradict", settled: null });
    const { print } = finding as { print: string };
    const settle = { about: person, print, settled: true, reason: "her passport says 1969" };
    await settleFinding(at.deps, at.actor, settle);
    expect(await findingsOfPerson(at.deps, person)).toMatchObject([
      { print, settled: { reason: "her passport says 1969" } },
    ]);
    await settleFinding(at.deps, at.actor, { ...settle, settled: false, reason: "too early" });
    expect(await findingsOfPerson(at.deps, person)).toMatchObject([{ print, settled: null }]);
    await settleFinding(at.deps, at.actor, settle);
    await say(person, "Person", "birthDate", date("1971"));
    const [returned] = await findingsOfPerson(at.deps, person);
    expect(returned).toMatchObject({ code: "dates-contradict", settled: null });
    expect(returned?.print).not.toBe(print);
    await expect(settleFinding(at.deps, at.actor, settle)).rejects.toMatchObject({
      code: "act/no-such-finding",
    });
    const documenter = { ...at.actor, rights: rightsOfAll(["documenter"]) };
    await expect(settleFinding(at.deps, documenter, settle)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });

  it("tell of a person in two open cases, in both of them", async () => {
    const person = await at.person();
    const first = await openCase(at.deps, at.actor, { kind: "detention", people: [person] });
    const second = await openCase(at.deps, at.actor, { kind: "asylum", people: [person] });
    for (const { id: one } of [first, second])
      expect((await showCase(at.deps, one)).findings.map(({ code }) => code)).toEqual([
        "person-in-two-cases",
      ]);
  });

  it("and proceedings stand in the case with whose word each date is, and who could be asked to stop a removal", async () => {
    const person = await at.person();
    const { id: of } = await openCase(at.deps, at.actor, { kind: "deportation", people: [person] });
    const record = await aProceeding(person);
    const hearing = await say(record, "Proceeding", "hearing", date("2026-03-12"));
    await say(record, "Proceeding", "hearing", date("2026-03-14"));
    await say(record, "Proceeding", "removalDate", date("2026-02"));
    const shown = await showCase(at.deps, of);
    expect(shown.proceedings).toHaveLength(1);
    expect(
      shown.proceedings[0]?.dates.map(({ property, edtf, said }) => [
        property,
        edtf,
        said[0]?.sourceTitle,
      ]),
    ).toEqual([
      ["removalDate", "2026-02", "Invented court paper"],
      ["hearing", "2026-03-12", "Invented court paper"],
      ["hearing", "2026-03-14", "Invented court paper"],
    ]);
    expect(shown.proceedings[0]?.zones).toEqual(["Europe/Istanbul"]);
    expect(shown.interim.map(({ body, open }) => [body, open])).toEqual([
      ["ecthr-39", "yes"],
      ["cat-22", "unknown"],
      ["hrc-op1", "unknown"],
    ]);
    expect(shown.findings.map(({ code }) => code)).toEqual(["removal-day-passed"]);

    const near = (await nearestDays(at.deps, { limit: 40 })).filter((one) => one.case?.id === of);
    expect(near.map(({ what, kind: of_, day }) => [what, of_, day])).toEqual([
      ["claim", "hearing", "2026-03-12"],
      ["claim", "hearing", "2026-03-14"],
    ]);
    // Once somebody made a deadline of it, the hour counts, and it stands there once.
    await setDeadline(at.deps, at.actor, {
      case: of,
      kind: "hearing",
      at: { day: "2026-03-12", time: "10:00", zone: "Europe/Istanbul" },
      claim: hearing,
      proceeding: record,
    });
    const again = (await nearestDays(at.deps, { limit: 40 })).filter((one) => one.case?.id === of);
    expect(again.map(({ what, day }) => [what, day])).toEqual([
      ["deadline", "2026-03-12"],
      ["claim", "2026-03-14"],
    ]);
  });

  it("and a hearing of somebody no case is open for is among the nearest days too", async () => {
    const person = await at.person();
    const record = await aProceeding(person);
    const claim = await say(record, "Proceeding", "hearing", date("2026-03-02"));
    const found = (await nearestDays(at.deps, { limit: 40 })).find((one) => one.id === claim);
    expect(found).toMatchObject({ case: null, people: [{ id: person }], remind: true });
    await at.vault.ledger.append(at.vault.author, [
      draft("withdrawn", record, {
        target: claim,
        subject: record,
        back: false,
        reason: "misread",
      }),
    ]);
    const after = (await nearestDays(at.deps, { limit: 40 })).map((one) => one.id);
    expect(after).not.toContain(claim);
  });
});
