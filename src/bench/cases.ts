// `guwah bench cases`: a vault with ten thousand open cases, its home page and board, and one long story. Everyone is invented.
// Invariant: answers are asked for over HTTP, on a socket of this machine; the vault lies in a temporary folder and is removed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGuwah } from "../app.ts";
import {
  type CaseId,
  type ClaimId,
  type DeadlineId,
  type Draft,
  draft,
  type RecordId,
  type SourceId,
  type TaskId,
} from "../model/index.ts";
import type { Progress } from "../runtime/index.ts";
import { listen } from "../server/index.ts";
import type { Bench } from "./bench.ts";
import { benchPort, makeBenchVault, percentile, quietConfig } from "./measure.ts";

const fullSize = 10_000;
const episodes = 500;
const runs = 60;
const together = 250;
const dayMs = 86_400_000;

/** 95th percentile of each answer in milliseconds, `size` open cases (10,000) in the vault. */
export const benchCases: Bench = async ({ size = fullSize, progress }) => {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  let port = benchPort;
  const { app, holding } = await createGuwah({
    config: quietConfig(join(folder, "vault")),
    webFolder: null,
    port: () => port,
  });
  const server = await listen(app, 0);
  try {
    const token = await makeBenchVault(app);
    const story = await fill(await holding.asked(token), holding.deps, size, progress);
    port = server.port;
    const headers = {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "X-Guwah": "1",
    };
    const ask = (path: string, body?: unknown) => async (): Promise<void> => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers,
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
    };
    const month = new Date().toISOString().slice(0, 7);
    return {
      openCases: size,
      board: await timed(ask("/api/cases/board", {})),
      boardUrgent: await timed(ask("/api/cases/board", { priority: "urgent" })),
      home: await timed(ask("/api/home")),
      nearest: await timed(ask("/api/cases/nearest")),
      workload: await timed(ask("/api/cases/workload")),
      calendarMonth: await timed(ask(`/api/cases/calendar?from=${month}-01&to=${month}-28`)),
      oneCase: await timed(ask(`/api/cases/${story.number}`)),
      storyEpisodes: episodes,
      story: await timed(ask(`/api/people/${story.person}/story`)),
    };
  } finally {
    await server.close();
    await holding.lock();
    holding.sessions.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Median and 95th percentile in milliseconds, after a few runs that warm up. */
async function timed(work: () => Promise<void>): Promise<{ medianMs: number; p95Ms: number }> {
  for (let i = 0; i < 5; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return { medianMs: percentile(times, 50), p95Ms: percentile(times, 95) };
}

type Asked = Awaited<ReturnType<Awaited<ReturnType<typeof createGuwah>>["holding"]["asked"]>>;
type Deps = Awaited<ReturnType<typeof createGuwah>>["holding"]["deps"];

/** Writes the cases straight into the ledger, a few hundred at a time; gives the case and person of the long story. */
async function fill(
  { vault, actor }: Asked,
  { ids, clock }: Deps,
  size: number,
  progress: Progress,
): Promise<{ number: string; person: RecordId }> {
  const source = ids.next<SourceId>("src");
  await vault.ledger.append(actor.member, [
    draft("source.added", source, { id: source, kind: "note", title: "Invented list" }),
  ]);
  const year = new Date(clock()).getUTCFullYear();
  const numberOf = (i: number): string => `G-${year}-${String(i + 1).padStart(4, "0")}`;
  let first: RecordId | null = null;
  for (let from = 0; from < size; from += together) {
    progress(from, size, "cases");
    const drafts: Draft[] = [];
    for (let i = from; i < Math.min(from + together, size); i++) {
      const person = ids.next<RecordId>("rec");
      first ??= person;
      const id = ids.next<CaseId>("cas");
      drafts.push(
        draft("record.added", person, {
          id: person,
          schema: "Person",
          source,
          label: `Invented ${i}`,
        }),
        draft("claim.added", person, {
          id: ids.next<ClaimId>("clm"),
          record: person,
          schema: "Person",
          property: "name",
          value: { kind: "name", text: `Invented ${i}` },
          source,
          review: "accepted",
        }),
        draft("case.opened", id, {
          id,
          number: numberOf(i),
          kind: kinds[i % kinds.length] as string,
          people: [person],
          status: ["new", "active", "waiting"][i % 3] as string,
          priority: ["urgent", "high", "normal", "low"][i % 4] as string,
          assignee: i % 2 === 0 ? actor.member : null,
        }),
        draft("task.set", id, {
          id: ids.next<TaskId>("tsk"),
          case: id,
          title: "Call the invented lawyer",
          assignee: actor.member,
          due: isoDay(clock() + ((i % 90) - 10) * dayMs),
          state: "open",
        }),
        draft("deadline.set", id, {
          id: ids.next<DeadlineId>("ddl"),
          case: id,
          kind: "hearing",
          at: {
            day: isoDay(clock() + ((i % 120) - 5) * dayMs),
            time: "09:30",
            zone: zones[i % 3] as string,
          },
          reminders: [1_440],
          state: "open",
        }),
      );
    }
    await vault.ledger.append(actor.member, drafts);
  }
  const person = first ?? ids.next<RecordId>("rec");
  await vault.ledger.append(actor.member, storyOf(person, source, ids));
  return { number: numberOf(0), person };
}

const kinds = ["disappearance", "detention", "deportation", "asylum"];
const zones = ["Asia/Almaty", "Europe/Istanbul", "Europe/Stockholm"];
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** One person's five hundred episodes of invented detention. */
function storyOf(person: RecordId, source: SourceId, ids: Deps["ids"]): Draft[] {
  return Array.from({ length: episodes }, (_, i) => {
    const record = ids.next<RecordId>("rec");
    const said = (property: string, value: Draft<"claim.added">["body"]["value"]): Draft => {
      const id = ids.next<ClaimId>("clm");
      const body = { id, record, schema: "Episode", property, value, source };
      return draft("claim.added", record, { ...body, review: "accepted" });
    };
    const month = `${2000 + Math.floor(i / 24)}-${String(1 + (i % 12)).padStart(2, "0")}`;
    return [
      draft("record.added", record, { id: record, schema: "Episode", source, label: "Held" }),
      said("person", { kind: "ref", record: person }),
      said("kind", { kind: "code", vocabulary: "episode-kind", code: "police-custody" }),
      said("from", { kind: "date", edtf: month }),
      said("place", { kind: "place", text: `Invented town ${i}` }),
    ];
  }).flat();
}
