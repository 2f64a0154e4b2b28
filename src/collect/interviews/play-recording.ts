// The bytes a player asks for, out of a recording that stays encrypted on the disk.
// Invariant: never more of it is in memory than a few pieces; an answer holds exactly the bytes its header says (RFC 9110, §14).
import type { FileHash } from "../../model/index.ts";
import type { CollectDeps } from "../deps.ts";
import { sourceFacts } from "../source-items.ts";
import { InterviewError } from "./errors.ts";
import { recordingOf } from "./show-interview.ts";

export interface Recording {
  readonly hash: FileHash;
  readonly mime: string;
  readonly size: number;
}

/** Throws InterviewError `interview/unknown`, `interview/no-recording`. */
export async function findRecording(
  { ledger }: Pick<CollectDeps, "ledger">,
  { id }: { readonly id: string },
): Promise<Recording> {
  const { db } = ledger.deps.engine;
  const [fact] = await sourceFacts(db, [id]);
  if (fact === undefined) throw new InterviewError("interview/unknown");
  const found = await recordingOf(db, fact.file);
  if (found === null) throw new InterviewError("interview/no-recording");
  return found;
}

export interface Part {
  readonly from: number;
  /** Not with this byte. */
  readonly to: number;
}

/**
 * The part a `Range` header asks for; null where it asks for none that is understood (then all of it goes, as the RFC says),
 * "none" where it lies outside. Several ranges in one header are not served.
 */
export function partOf(header: string | undefined, size: number): Part | null | "none" {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((header ?? "").trim());
  if (asked === null || (asked[1] === "" && asked[2] === "")) return null;
  const [, first = "", last = ""] = asked;
  if (first === "") {
    const length = Math.min(size, Number(last));
    return length === 0 ? "none" : { from: size - length, to: size };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return null;
  if (from >= size) return "none";
  return { from, to: last === "" ? size : Math.min(size, Number(last) + 1) };
}
