// Files, sources, table batches, and the decisions taken on suggestions.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../projection.ts";
import { closedTables } from "./closed.ts";

export const sourceTables: Projection = {
  room: "store",
  tables: [
    {
      name: "files",
      columns: { hash: "text", size: "int", mime: "text", name: "text", derived_from: "text" },
      key: ["hash"],
      indexes: [{ columns: ["derived_from"], sparse: true }],
    },
    {
      name: "sources",
      columns: {
        id: "text",
        kind: "text",
        file: "text",
        text: "text",
        title: "text",
        language: "text",
      },
      key: "once",
      unique: [["id"]],
      indexes: [{ columns: ["file"], sparse: true }],
    },
    { name: "source_descriptions", columns: { id: "text", body: "text" }, key: ["id"] },
    {
      name: "suggestion_rejections",
      columns: { source: "text", suggestion: "text" },
      key: ["source", "suggestion"],
    },
    {
      name: "batches",
      columns: { id: "text", source: "text", series: "text", mapping: "text" },
      key: "once",
      unique: [["id"]],
      indexes: [{ columns: ["series"] }, { columns: ["source"] }],
    },
    { name: "batch_ends", columns: { id: "text", counts: "text" }, key: ["id"] },
    { name: "batch_undone", columns: { id: "text", reason: "text" }, key: ["id"] },
    { name: "batch_reviews", columns: { id: "text", state: "text" }, key: ["id"] },
    { name: "mappings", columns: { id: "text", name: "text", mapping: "text" }, key: ["id"] },
    ...closedTables.tables,
  ],
  project: {
    ...closedTables.project,
    "file.kept": (b) => [
      { table: "files", cells: [b.hash, b.size, b.mime, b.name ?? null, b.derivedFrom ?? null] },
    ],
    "source.added": (b) => [
      {
        table: "sources",
        cells: [b.id, b.kind, b.file ?? null, b.text ?? null, b.title ?? null, b.language ?? null],
      },
    ],
    "source.described": (b) => [{ table: "source_descriptions", cells: [b.id, canonicalJson(b)] }],
    "suggestion.rejected": (b) => [
      { table: "suggestion_rejections", cells: [b.source, b.suggestion] },
    ],
    "batch.started": (b) => [
      { table: "batches", cells: [b.id, b.source, b.series, canonicalJson(b.mapping)] },
    ],
    "batch.finished": (b) => [{ table: "batch_ends", cells: [b.id, canonicalJson(b)] }],
    "batch.undone": (b) => [{ table: "batch_undone", cells: [b.id, b.reason] }],
    "batch.reviewed": (b) => [{ table: "batch_reviews", cells: [b.id, b.state] }],
    "mapping.saved": (b) => [
      { table: "mappings", cells: [b.id, b.name, canonicalJson(b.mapping)] },
    ],
  },
};
