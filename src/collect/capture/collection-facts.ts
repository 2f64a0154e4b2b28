// What is written down about a capture: the fields the Berkeley Protocol (OHCHR, 2022) asks for at collection.
// Invariant: what we saw and did, and what the site says of itself, stand apart; nobody takes its clock for ours.
import { z } from "zod";

const text = z.string().max(20_000);
const size = z.int().min(0);
const part = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: size,
  mime: text,
});

export const collectionFacts = z.strictObject({
  format: z.literal("guwah-capture/1"),
  target: z.strictObject({
    urlEntered: text,
    urlAsked: text,
    finalUrl: text,
    redirects: z.array(z.strictObject({ url: text, status: size })),
    title: text,
    language: text,
    httpStatus: size,
    serverAddress: text.nullable(),
    tls: z
      .strictObject({
        protocol: text.optional(),
        subjectName: text.optional(),
        issuer: text.optional(),
        validFrom: z.number().optional(),
        validTo: z.number().optional(),
      })
      .nullable(),
  }),
  collection: z.strictObject({
    collector: text,
    startedAt: text,
    endedAt: text,
    timezone: text,
    /** No time source outside this machine was asked. */
    clockOffset: z.literal("not known"),
    method: z.literal("by hand, one page"),
    captureMethod: text,
    tool: text,
    browser: text,
    writer: text,
    options: z.array(text),
    userAgent: text,
    egress: z.enum(["direct", "through a proxy of the user's"]),
  }),
  /** Claims of the site; its clock may be wrong or set to mislead. */
  saidByTarget: z.strictObject({ httpDate: text.nullable(), lastModified: text.nullable() }),
  content: z.strictObject({
    exchanges: size,
    withoutAnswer: size,
    withoutBody: size,
    bytesReceived: size,
    /** Hosts the page wanted and was not let to, and why; not in records made before this was written down. */
    refused: z
      .array(
        z.strictObject({
          host: text,
          why: z.enum(["target", "not-asked", "address", "unresolved", "limit"]),
        }),
      )
      .optional(),
    limitsReached: z.array(z.enum(["time", "bytes", "requests"])),
  }),
  files: z.strictObject({ wacz: part, screenshot: part, dom: part }),
});

export type CollectionFacts = z.infer<typeof collectionFacts>;
