// Makes the demonstration vault the way people would: every source taken in, read, written down and judged by the ordinary steps.
// Invariant: everyone in it is invented, and each of its texts says so; every accepted value leads to a passage that carries it.
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import {
  actorOf,
  addMember,
  type CreatedVault,
  createVault,
  type CreateVaultDeps,
  type NewVault,
} from "../access/index.ts";
import { createReader } from "../collect/index.ts";
import type { MemberId } from "../model/index.ts";
import { noProgress, type Progress, seededIds, stopIfAborted } from "../runtime/index.ts";
import { consents } from "./cases/consents.ts";
import { copies } from "./cases/copies.ts";
import { border } from "./cases/border.ts";
import { darkhanAnswers } from "./cases/darkhan-answers.ts";
import { darkhan } from "./cases/darkhan.ts";
import { decisions } from "./cases/decisions.ts";
import { estimates } from "./cases/estimates.ts";
import { figures } from "./cases/figures.ts";
import { householdJudgements, households } from "./cases/household.ts";
import { imam } from "./cases/imam.ts";
import { judgements, listJudgements } from "./cases/judgements.ts";
import { kokbulak } from "./cases/kokbulak.ts";
import { open } from "./cases/open.ts";
import { petitions } from "./cases/petition.ts";
import { questions } from "./cases/questions.ts";
import { raushan } from "./cases/raushan.ts";
import { reports } from "./cases/report.ts";
import { uyghur } from "./cases/uyghur.ts";
import { casework } from "./cases/work.ts";
import { zhanat } from "./cases/zhanat.ts";
import { consent, decide, judge, nameQuestionPeople } from "./decide.ts";
import { doCasework } from "./do-casework.ts";
import { createDemoClock } from "./demo-clock.ts";
import { importList } from "./import-list.ts";
import type { SourcePlan } from "./plan.ts";
import { takeInSource } from "./take-in-source.ts";
import { createWorkbench, type Workbench } from "./workbench.ts";
import { writeDown } from "./write-down.ts";
import { rejectSuggestions } from "./write-statement.ts";

/** Opens the demonstration vault. It is no secret: nobody in there is real. */
export const demoPassphrase = "demonstration vault, nobody here is real";
/** The invented colleague's, for whoever wants to see what needs two members. */
export const demoColleaguePassphrase = "a second pair of eyes in the same valley";

export interface BuildDemoDeps extends CreateVaultDeps {
  readonly signal?: AbortSignal;
}

/** In the order in which they came in; a plan points only to what came before. */
export const demoSources: readonly SourcePlan[] = [
  ...questions,
  ...darkhan,
  ...darkhanAnswers,
  ...kokbulak,
  ...raushan,
  ...imam,
  ...uyghur,
  ...border,
  ...petitions,
  ...figures,
  ...estimates,
  ...reports,
  ...zhanat,
  ...open,
  ...copies,
  ...households,
];

const judged = [...judgements, ...householdJudgements, ...listJudgements];
const total =
  demoSources.length + 1 + judged.length + decisions.length + consents.length + casework.length;

/**
 * Makes the vault in an empty folder and gives it open, with its first member.
 * Throws what `createVault` throws; DemoError where a plan does not fit its text; RuntimeError `cancelled`.
 */
export async function buildDemo(
  deps: BuildDemoDeps,
  progress: Progress = noProgress,
): Promise<CreatedVault> {
  const time = createDemoClock();
  const ids = seededIds("guwah demonstration", time.peek);
  const { signal, ...vaultDeps } = deps;
  progress(0, total, "vault");
  const made = await createVault(
    // Never in a team's database.
    { ...vaultDeps, databaseUrl: null, clock: time.clock, ids },
    {
      name: "Demonstration (everyone invented)",
      member: "Ainur Bekova",
      passphrase: demoPassphrase,
      kdf: quickKdf(),
    },
  );
  const reader = createReader();
  try {
    const colleague = await addColleague(made, () => ids.next<MemberId>("mem"));
    const bench = createWorkbench(made, colleague, { ids, time, reader });
    await fill(bench, progress, signal, deps.clock());
    time.follow(deps.clock);
    return made;
  } catch (cause) {
    await made.vault.close();
    // Half a demonstration is of no use to anyone, and the folder was empty before.
    await rm(deps.home, { recursive: true, force: true });
    throw cause;
  } finally {
    await reader.close();
  }
}

/** The least a vault allows: the passphrase is printed in the guide, and slowness would protect nothing. */
function quickKdf(): NonNullable<NewVault["kdf"]> {
  const salt = randomBytes(16).toString("base64url");
  return { name: "argon2id", memoryKiB: 65_536, passes: 2, lanes: 4, salt };
}

async function addColleague({ vault, actor, sealed }: CreatedVault, newId: () => MemberId) {
  const { member } = await addMember(
    { vault, actor, sealed, newId },
    {
      name: "Timur Osmanov",
      roles: ["documenter", "analyst", "reviewer"],
      passphrase: demoColleaguePassphrase,
    },
  );
  return actorOf(vault, member);
}

async function fill(
  bench: Workbench,
  progress: Progress,
  signal: AbortSignal | undefined,
  today: number,
): Promise<void> {
  let done = 0;
  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    stopIfAborted(signal);
    await work();
    progress(++done, total, name);
  };
  for (const plan of demoSources) {
    bench.time.nextSitting();
    await step("sources", async () => {
      const source = await takeInSource(bench, plan);
      await writeDown(bench, plan, source);
      await rejectSuggestions(bench, plan, source);
    });
  }
  await nameQuestionPeople(bench);
  bench.time.nextSitting();
  await step("list", () => importList(bench));
  bench.time.nextSitting();
  for (const plan of judged) await step("judgements", () => judge(bench, plan));
  for (const plan of decisions) await step("decisions", () => decide(bench, plan));
  for (const plan of consents) await step("decisions", () => consent(bench, plan));
  for (const plan of casework) await step("cases", () => doCasework(bench, plan, today));
}
