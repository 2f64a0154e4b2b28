// People who were taken, for tests of submissions. All of them are invented.
import type { RecordId, SourceId } from "../../model/index.ts";
import { type NewClaim, recordFile, type RecordFile } from "../../weigh/index.ts";
import { openTestAct, type TestAct } from "../testing.ts";
import type { Facts } from "./facts.ts";
import { submissionTables } from "./submissions.tables.ts";

export const openTestSubmissions = (kind: Parameters<typeof openTestAct>[0]): Promise<TestAct> =>
  openTestAct(kind, [submissionTables]);

export const coded = (property: string, vocabulary: string, code: string): NewClaim => ({
  property,
  value: { kind: "code", vocabulary, code },
});
const kind = (code: string): NewClaim => coded("kind", "episode-kind", code);

/** An episode of this kind; the rest are properties in words. */
export async function episode(
  act: TestAct,
  person: RecordId,
  of: string,
  words: Readonly<Record<string, string>> = {},
  source?: SourceId,
): Promise<RecordId> {
  return act.record("Episode", source ?? (await act.source()), [
    { property: "person", value: { kind: "ref", record: person } },
    kind(of),
    ...Object.entries(words).map(([property, text]) => ({ property, words: text })),
  ]);
}

export async function factsOf(
  act: TestAct,
  person: RecordId,
  more: Partial<Facts> = {},
): Promise<Facts> {
  const file: RecordFile = await recordFile(act.deps, person);
  return {
    file,
    written: new Map(),
    submitter: null,
    consents: [],
    audience: "un-named",
    today: "2026-03-01",
    ...more,
  };
}
