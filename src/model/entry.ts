// The kinds of ledger entry and what each one holds. This union is the whole of what can ever be written.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import type { z } from "zod";
import { actedBodies } from "./entries/acted.ts";
import { appealBodies } from "./entries/appeals.ts";
import { caseBodies } from "./entries/cases.ts";
import { collectedBodies } from "./entries/collected.ts";
import { countBodies } from "./entries/counts.ts";
import { decisionBodies } from "./entries/decisions.ts";
import { gradingBodies } from "./entries/grading.ts";
import { interviewBodies } from "./entries/interviews.ts";
import { preservedBodies } from "./entries/preserved.ts";
import { releaseBodies } from "./entries/releases.ts";
import { submissionBodies } from "./entries/submissions.ts";
import { vaultBodies } from "./entries/vault.ts";
import { weighedBodies } from "./entries/weighed.ts";
import type { DeviceId, MemberId } from "./ids.ts";

export const bodies = {
  ...vaultBodies,
  ...collectedBodies,
  ...weighedBodies,
  ...actedBodies,
  ...appealBodies,
  ...caseBodies,
  ...preservedBodies,
  ...releaseBodies,
  ...submissionBodies,
  ...gradingBodies,
  ...interviewBodies,
  ...decisionBodies,
  ...countBodies,
} as const;

export type EntryKind = keyof typeof bodies;
export type Body<K extends EntryKind> = z.infer<(typeof bodies)[K]>;
export const entryKinds = Object.keys(bodies) as readonly EntryKind[];

/** What a step hands to the ledger: a kind, the one thing it is mainly about, and its body. */
export type Draft<K extends EntryKind = EntryKind> = {
  [P in K]: { readonly kind: P; readonly subject: string; readonly body: Body<P> };
}[K];

/** A draft that has been written: who, where, when, and its place in the ledger (from 0). */
export type Entry<K extends EntryKind = EntryKind> = Draft<K> & {
  readonly seq: number;
  readonly at: number;
  readonly author: MemberId;
  readonly device: DeviceId;
};

/** Makes a draft whose body the type checker has tied to its kind. */
export function draft<K extends EntryKind>(kind: K, subject: string, body: Body<K>): Draft<K> {
  return { kind, subject, body };
}
