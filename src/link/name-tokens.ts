// The words of every name, folded, so that a search in any script finds a person by a whole word or its beginning.
import { nameTokens } from "../names/index.ts";
import type { Projection } from "../store/index.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    name_tokens: { seq: number; n: number; token: string; record: string };
  }
}

const longest = 60;

export const nameTokenTable: Projection = {
  room: "link",
  tables: [
    {
      name: "name_tokens",
      columns: { token: "text", record: "text" },
      key: "once",
      indexes: [{ columns: ["token", "record"] }],
    },
  ],
  project: {
    "claim.added": (body) =>
      body.value.kind === "name"
        ? tokensOf(body.value.text).map((token) => ({
            table: "name_tokens",
            cells: [token, body.record],
          }))
        : [],
  },
};

/** Folded tokens of a name or a query, each once, none longer than an index should hold. */
export function tokensOf(text: string): string[] {
  return [...new Set(nameTokens(text.slice(0, 500)).map((token) => token.slice(0, longest)))].slice(
    0,
    12,
  );
}
