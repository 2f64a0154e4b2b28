// How interviews were held, and the versions of their transcripts and translations, as tables of the ledger.
// Invariant: every version has a row of its own that never changes; beside them stands the latest of each track and language.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

interface TranscriptCells {
  source: string;
  track: string;
  language: string;
  file: string;
  segments: number;
  by: string;
  how: string;
}

declare module "../../store/tables/rows.ts" {
  interface Tables {
    interviews: Placed & { source: string; earlier: string | null; body: string };
    transcripts: Placed & TranscriptCells;
    transcript_versions: Placed & TranscriptCells;
  }
}

const columns = {
  source: "text",
  track: "text",
  language: "text",
  file: "text",
  segments: "int",
  by: "text",
  how: "text",
} as const;

export const interviewTables: Projection = {
  room: "collect",
  tables: [
    {
      name: "interviews",
      columns: { source: "text", earlier: "text", body: "text" },
      key: ["source"],
      indexes: [{ columns: ["earlier"], sparse: true }],
    },
    { name: "transcripts", columns, key: ["source", "track", "language"] },
    { name: "transcript_versions", columns, key: "once", indexes: [{ columns: ["source"] }] },
  ],
  project: {
    "interview.described": (b) => [
      { table: "interviews", cells: [b.source, b.earlier ?? null, canonicalJson(b)] },
    ],
    "transcript.saved": (b) => {
      const cells = [b.source, b.track, b.language, b.file, b.segments, b.by, b.how];
      return ["transcripts", "transcript_versions"].map((table) => ({ table, cells }));
    },
  },
};
