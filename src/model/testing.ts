// Factories for tests: claims and values that read as sentences. Everyone in them is invented.
import { expect } from "vitest";
import type { Denial, WeighedClaim } from "./headline.ts";
import type { ClaimId, RecordId } from "./ids.ts";
import type { Value } from "./value.ts";

const digits = (n: number): string => String(n).padStart(26, "0");
export const recordNo = (n: number): RecordId => `rec_${digits(n)}` as RecordId;
export const claimNo = (n: number): ClaimId => `clm_${digits(n)}` as ClaimId;

/** A claim that a date of birth (or whatever `edtf` is) was given, accepted, from one origin. */
export function claimOf(
  n: number,
  edtf: string,
  changes: Partial<WeighedClaim> = {},
): WeighedClaim {
  return {
    id: claimNo(n),
    value: dateOf(edtf),
    review: "accepted",
    origins: [`origin-${n}`],
    seq: n,
    ...changes,
  };
}

export const dateOf = (edtf: string): Value => ({ kind: "date", edtf });
export const namedDenial = (n: number): Denial => ({
  statement: recordNo(n),
  namesThePerson: true,
});
export const generalDenial = (n: number): Denial => ({
  statement: recordNo(n),
  namesThePerson: false,
});

/** Fails unless the value is there, and hands it on for the rest of the test. */
export function present<T>(value: T | null | undefined): T {
  expect(value).not.toBeNull();
  expect(value).toBeDefined();
  return value as T;
}
