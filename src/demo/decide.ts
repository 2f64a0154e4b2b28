// What people decided across sources: which records are one, which claims stand how.
import { giveConsent, withdrawConsent } from "../act/index.ts";
import { judgeRecords } from "../link/index.ts";
import { addClaims, gradeClaim, pinClaim, reviewClaim, withdraw } from "../weigh/index.ts";
import { questionPeople } from "./cases/questions.ts";
import { findPassage } from "./find-passage.ts";
import { known } from "./key-book.ts";
import type { ConsentPlan, DecisionPlan, JudgementPlan } from "./plan.ts";
import type { Workbench } from "./workbench.ts";

export async function judge(
  bench: Workbench,
  { left, right, verdict, reason, by }: JudgementPlan,
): Promise<void> {
  const { records } = bench.book;
  const pair = { left: known(records, left), right: known(records, right) };
  await judgeRecords(bench.weigh, bench.actor(by), { ...pair, verdict, reason });
}

export async function decide(bench: Workbench, plan: DecisionPlan): Promise<void> {
  const { weigh, book } = bench;
  const actor = bench.actor(plan.by);
  const { reason } = plan;
  switch (plan.kind) {
    case "grade":
      await gradeClaim(weigh, actor, {
        claim: known(book.claims, plan.claim),
        grade: plan.grade,
        reason,
      });
      break;
    case "pin":
      await pinClaim(weigh, actor, {
        record: known(book.records, plan.record),
        property: plan.property,
        claim: known(book.claims, plan.claim),
        reason,
      });
      break;
    case "review":
      await reviewClaim(weigh, actor, {
        claim: known(book.claims, plan.claim),
        state: plan.state,
        reason,
      });
      break;
    case "withdraw": {
      const target = known(book.claims, plan.claim);
      const { record } = await weigh.db
        .selectFrom("claims")
        .select("record")
        .where("id", "=", target)
        .executeTakeFirstOrThrow();
      await withdraw(weigh, actor, { target, subject: record, back: false, reason });
      break;
    }
    case "withdraw-record": {
      const target = known(book.records, plan.record);
      await withdraw(weigh, actor, { target, subject: target, back: false, reason });
      break;
    }
  }
}

/** Writes a consent down, and withdraws it where the plan says so. */
export async function consent(bench: Workbench, plan: ConsentPlan): Promise<void> {
  const { record, source, by, withdrawn, audiences, ...said } = plan;
  const { records, sources } = bench.book;
  const about = record === undefined ? known(sources, source ?? "") : known(records, record);
  const deps = bench.weigh;
  const given = await giveConsent(deps, bench.actor(by), {
    ...said,
    about,
    audiences: [...audiences],
  });
  if (withdrawn !== undefined)
    await withdrawConsent(deps, bench.actor(by), { id: given.id, reason: withdrawn });
}

/** The questions say whom they are about, now that these people are on file. */
export async function nameQuestionPeople(bench: Workbench): Promise<void> {
  const source = known(bench.book.sources, "questions");
  const text = await bench.textOf(source);
  for (const { question, person, quote } of questionPeople) {
    const passage = findPassage(text, { quote }, "questions");
    const value = { kind: "ref" as const, record: known(bench.book.records, person) };
    const claims = [{ property: "people", value, passage }];
    await addClaims(
      bench.weigh,
      bench.actor("user"),
      { record: known(bench.book.records, question), source, claims },
      null,
    );
  }
}
