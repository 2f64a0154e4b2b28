// Consents, their withdrawals, and what went out to whom, as tables of the ledger.
// Invariant: one row a consent, written once; a withdrawal stands beside it and changes nothing in it.
import { type Body, type Entry, termOf } from "../../model/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import type { Projection, Row } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    consents: Placed & {
      id: string;
      about: string;
      body: string;
      until: string | null;
      review: string | null;
    };
    consent_withdrawals: Placed & {
      consent: string;
      about: string;
      /** JSON list of audiences; null: all of them. */
      audiences: string | null;
      reason: string | null;
    };
    went_out: Placed & {
      about: string;
      kind: string;
      /** Null where it was handed to somebody and no audience was named. */
      audience: string | null;
      receiver: string | null;
      at: number;
      author: string;
    };
    /** What became of a copy that is out; `copy` is the entry it left by. */
    copy_answers: Placed & {
      copy: number;
      state: string;
      note: string | null;
      at: number;
      author: string;
    };
  }
}

export const consentTables: Projection = {
  room: "act",
  tables: [
    {
      name: "consents",
      columns: { id: "text", about: "text", body: "text", until: "text", review: "text" },
      key: "once",
      unique: [["id"]],
      indexes: [
        { columns: ["about"] },
        { columns: ["until"], sparse: true },
        { columns: ["review"], sparse: true },
      ],
    },
    {
      name: "consent_withdrawals",
      columns: { consent: "text", about: "text", audiences: "text", reason: "text" },
      key: "once",
      indexes: [{ columns: ["about"] }, { columns: ["consent"] }],
    },
    {
      name: "went_out",
      columns: {
        about: "text",
        kind: "text",
        audience: "text",
        receiver: "text",
        at: "int",
        author: "text",
      },
      key: "once",
      indexes: [{ columns: ["about"] }],
    },
    {
      name: "copy_answers",
      columns: { copy: "int", state: "text", note: "text", at: "int", author: "text" },
      key: ["copy"],
    },
  ],
  project: {
    "consent.given": (b) => [
      {
        table: "consents",
        cells: [b.id, b.about, canonicalJson(b), b.until ?? null, b.review ?? null],
      },
    ],
    "consent.withdrawn": (b) => [
      {
        table: "consent_withdrawals",
        cells: [
          b.id,
          b.about,
          b.audiences === undefined ? null : canonicalJson(b.audiences),
          b.reason ?? null,
        ],
      },
    ],
    "custody.noted": (b, { at, author }) => {
      const about = b.record ?? b.source;
      if (about === undefined || !["exported", "transferred", "copied"].includes(b.action))
        return [];
      const to = b.to ?? null;
      const audience = to !== null && termOf("audience", to) !== undefined ? to : null;
      // Copied out without a word to whom: a member's own look, which the history of the source tells.
      if (audience === null && b.action !== "transferred") return [];
      const kind = b.action === "transferred" ? "handed-over" : "dossier";
      return [wentOut(about, kind, audience, audience === null ? to : null, at, author)];
    },
    "submission.sent": (b, { at, author }) =>
      [...new Set([...b.people, ...(b.rests ?? [])])].map((about) =>
        wentOut(about, "submission", b.audience, b.to ?? b.route, at, author),
      ),
    "release.made": (b, entry) => released("release", b, entry),
    "export.made": (b, entry) => released("export", b, entry),
    "copy.answered": (b, { at, author }) => [
      { table: "copy_answers", cells: [b.copy, b.state, b.note ?? null, at, author] },
    ],
    "outreach.sent": (b, { at, author }) =>
      [...b.people, ...b.sources].map((about) =>
        wentOut(about, b.kind, b.audience, b.to, at, author),
      ),
  },
};

/** A release and an export of one go to the same audiences: by name and without are two. */
function released(
  kind: "release" | "export",
  {
    audience,
    people,
    sources,
    to,
  }: Pick<Body<"export.made">, "audience" | "people" | "sources" | "to">,
  { at, author }: Pick<Entry, "at" | "author">,
): Row[] {
  const flag = (level: string): string => (audience === "public" ? `public-${level}` : audience);
  return [
    ...people.map(({ record, level = "name" }) => [record, flag(level)] as const),
    ...sources.map((source) => [source, flag("name")] as const),
  ].map(([about, code]) => wentOut(about, kind, code, to, at, author));
}

function wentOut(...cells: readonly (string | number | null)[]): Row {
  return { table: "went_out", cells: [...cells] };
}
