// Who may do what in this room and in judging: every step against every role. Everyone in it is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../access/index.ts";
import { judgeRecords } from "../link/index.ts";
import type { ClaimId, RecordId, Role, SourceId } from "../model/index.ts";
import type { StatementSuggestion } from "../read/index.ts";
import { addClaims, addRecord } from "./add-record.ts";
import { acceptStatement, addStatement } from "./add-statement.ts";
import { rejectSuggestion, reopenSuggestion } from "./decide-suggestion.ts";
import { gradeClaim, pinClaim, replaceClaim, reviewClaim, withdraw } from "./review-claim.ts";
import { engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const roles: readonly Role[] = ["documenter", "analyst", "reviewer", "publisher", "keeper"];
const adding: readonly Role[] = ["documenter", "analyst"];
const weighing: readonly Role[] = ["analyst", "reviewer"];

describe.each(engineKinds)("rights on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let person: RecordId;
  let other: RecordId;
  let claim: ClaimId;
  beforeAll(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier", { text: "Invented words." });
    person = await w.person(source, "Yerlan Testuly");
    other = await w.person(source, "Serik Testuly");
    claim = await w.claim(person, source, { property: "occupation", words: "teacher" });
  });
  afterAll(() => w.end());

  const name = { property: "name", value: { kind: "name", text: "Nurlan Testov" } };
  const suggestion = {
    id: "st_1",
    rule: "invented",
    source: [{ start: 0, end: 8 }],
    cue: [],
    content: [{ start: 9, end: 14 }],
    stance: "asserts",
    mode: "paraphrase",
  } as unknown as StatementSuggestion;
  const taking = { subject: "", back: false, reason: "invented" };

  const steps: readonly [string, readonly Role[], (actor: Actor) => Promise<unknown>][] = [
    [
      "opening a record",
      adding,
      (actor) =>
        addRecord(w.deps, actor, { schema: "Person", source, label: "N", claims: [name] }, null),
    ],
    [
      "adding a claim",
      adding,
      (actor) => addClaims(w.deps, actor, { record: person, source, claims: [name] }, null),
    ],
    [
      "recording a statement",
      adding,
      (actor) =>
        addStatement(w.deps, actor, { source, passage: {}, content: "x", stance: "denies" }),
    ],
    [
      "accepting a statement",
      adding,
      (actor) => acceptStatement(w.deps, actor, source, suggestion, {}),
    ],
    [
      "rejecting a suggestion",
      adding,
      (actor) => rejectSuggestion(w.deps, actor, { source, suggestion: "st_2" }),
    ],
    [
      "reopening a suggestion",
      adding,
      (actor) => reopenSuggestion(w.deps, actor, { source, suggestion: "st_2" }),
    ],
    [
      "correcting another's claim",
      ["analyst"],
      (actor) => replaceClaim(w.deps, actor, { claim, words: "baker" }, null),
    ],
    [
      "reviewing a claim",
      weighing,
      (actor) => reviewClaim(w.deps, actor, { claim, state: "accepted" }),
    ],
    [
      "grading a claim",
      weighing,
      (actor) => gradeClaim(w.deps, actor, { claim, grade: 2, reason: "" }),
    ],
    [
      "pinning a claim",
      weighing,
      (actor) =>
        pinClaim(w.deps, actor, { record: person, property: "occupation", claim, reason: "" }),
    ],
    [
      "taking back what another added",
      weighing,
      (actor) => withdraw(w.deps, actor, { ...taking, target: claim }),
    ],
    [
      "judging two records",
      weighing,
      (actor) =>
        judgeRecords(w.deps, actor, {
          left: person,
          right: other,
          verdict: "relative",
          reason: "",
        }),
    ],
  ];

  describe.each(steps)("%s", (_, allowed, step) => {
    it.each(roles)(`is for ${allowed.join(" and ")}: %s`, async (role) => {
      const before = await count();
      const done = step(w.as(role));
      if (allowed.includes(role)) {
        await done;
        expect(await count()).toBeGreaterThan(before);
      } else {
        await expect(done).rejects.toMatchObject({ code: "access/not-allowed", status: 403 });
        expect(await count()).toBe(before);
      }
    });
  });

  describe.each(adding)("what a %s added", (role) => {
    it("is theirs to take back and to bring back, whatever it is", async () => {
      const actor = w.as(role);
      const made = await addRecord(
        w.deps,
        actor,
        { schema: "Person", source, label: "N", claims: [name] },
        null,
      );
      const spoken = await addStatement(w.deps, actor, {
        source,
        passage: {},
        content: "x",
        stance: "asserts",
      });
      for (const target of [made.id, made.claims[0] as ClaimId, spoken.id]) {
        await withdraw(w.deps, actor, { ...taking, target });
        await withdraw(w.deps, actor, { ...taking, target, back: true });
      }
      expect((await w.file(made.id)).names).toMatchObject([{ text: "Nurlan Testov" }]);
    });
  });

  it("what a reviewer took back stays so until one brings it back, not its author", async () => {
    const author = w.as("documenter");
    const [mine] = await addClaims(
      w.deps,
      author,
      { record: person, source, claims: [name] },
      null,
    );
    const target = mine as ClaimId;
    await withdraw(w.deps, w.as("reviewer"), { ...taking, target });
    await expect(withdraw(w.deps, author, { ...taking, target, back: true })).rejects.toMatchObject(
      { code: "access/not-allowed" },
    );
    await withdraw(w.deps, w.as("reviewer"), { ...taking, target, back: true });
  });

  it("nothing can be taken back that is not there", async () => {
    for (const target of [
      "clm_00000000000000000000000ZZZ",
      "rec_00000000000000000000000ZZZ",
      "x",
    ]) {
      const before = await count();
      await expect(withdraw(w.deps, w.everyone, { ...taking, target })).rejects.toMatchObject({
        status: 404,
      });
      expect(await count()).toBe(before);
    }
  });

  const count = async (): Promise<number> =>
    (await w.deps.db.selectFrom("entries").select("seq").execute()).length;
});
