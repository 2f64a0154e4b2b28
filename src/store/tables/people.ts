// Judgements between records, the members of the vault, and what two members decide together.
import type { Projection } from "../projection.ts";
import { decisionTables } from "./decisions.ts";

export const peopleTables: Projection = {
  room: "store",
  tables: [
    {
      name: "judgements",
      columns: {
        left: "text",
        right: "text",
        verdict: "text",
        reason: "text",
        score: "real",
        undone: "int",
      },
      key: ["left", "right"],
      indexes: [{ columns: ["right"] }],
    },
    {
      name: "members",
      columns: { id: "text", name: "text", roles: "text", active: "int" },
      key: ["id"],
    },
    ...decisionTables.tables,
  ],
  project: {
    ...decisionTables.project,
    "judgement.made": (b) => {
      // One row a pair, whichever way round it was asked.
      const [left, right] = b.left < b.right ? [b.left, b.right] : [b.right, b.left];
      const undone = b.undone === true ? 1 : 0;
      return [
        {
          table: "judgements",
          cells: [left, right, b.verdict, b.reason, b.score ?? null, undone],
        },
      ];
    },
    "member.added": (b) => [
      { table: "members", cells: [b.id, b.name, JSON.stringify(b.roles), 1] },
    ],
    "member.changed": (b) => [
      { table: "members", cells: [b.id, b.name, JSON.stringify(b.roles), b.active ? 1 : 0] },
    ],
  },
};
