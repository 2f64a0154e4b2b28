// Counts somebody kept, so that a figure that was told can be looked up, explained and made again.
// Invariant: a body holds the question, the place in the ledger it was asked at and the answer; the true numbers behind a figure for
// the public (`basis`) stay in the ledger and are in no answer of the program.
import { z } from "zod";
import { code, countId, day, fileHash, line } from "./parts.ts";

const people = z.int().min(0).max(100_000_000);
const told = people.nullable();
const days = z.int().min(0).nullable();

const table = z.strictObject({
  by: code,
  title: line,
  rule: line,
  several: z.boolean(),
  people: told,
  rows: z.array(z.strictObject({ row: code, label: line, people: told })).max(2_000),
  notKnown: told,
  shareNotKnown: z.number().min(0).max(1).nullable(),
});
const delay = z.strictObject({
  people,
  notKnown: told,
  median: days,
  quarter: days,
  threeQuarters: days,
});

export const countBodies = {
  "count.saved": z.strictObject({
    id: countId,
    audience: z.enum(["inside", "public"]),
    by: z.array(code).max(20),
    reviewed: z.boolean(),
    asOf: day,
    /** Entries of the ledger it was made of: those before this one. */
    entries: z.int().min(0),
    /** SHA-256 of everybody's facts, and of what is told below. */
    facts: fileHash,
    shown: fileHash,
    rule: line,
    caveat: line,
    documented: told,
    tables: z.array(table).max(20),
    whoSpeaks: table,
    delay: delay.nullable(),
    basis: z
      .strictObject({
        people,
        tables: z
          .array(
            z.strictObject({
              by: code,
              rows: z.array(z.tuple([code, people])).max(2_000),
              notKnown: people,
            }),
          )
          .max(20),
        delay: delay.nullable(),
      })
      .optional(),
  }),
} as const;
