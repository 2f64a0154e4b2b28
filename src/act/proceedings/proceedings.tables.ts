// The dates that proceedings name, by day, so that a calendar need not read every claim.
// Invariant: one row a claim, whatever became of it; whether it stands is asked of the store when it is shown.
import { parseDate } from "../../model/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    proceeding_dates: Placed & {
      claim: string;
      record: string;
      property: string;
      /** First and last possible day, as ISO days. */
      first: string;
      last: string;
    };
  }
}

/** The properties of a Proceeding that stand in a calendar. */
const wanted: ReadonlySet<string> = new Set(["hearing", "deadline", "removalDate"]);

export const proceedingTables: Projection = {
  room: "act",
  tables: [
    {
      name: "proceeding_dates",
      columns: { claim: "text", record: "text", property: "text", first: "text", last: "text" },
      key: ["claim"],
      indexes: [{ columns: ["last"] }, { columns: ["record"] }],
    },
  ],
  project: {
    "claim.added": (b) => {
      if (b.schema !== "Proceeding" || !wanted.has(b.property) || b.value.kind !== "date")
        return [];
      // "Before May" or "not known" stands in no calendar.
      const date = parseDate(b.value.edtf);
      if (date === null || date.min === null || date.max === null) return [];
      return [
        {
          table: "proceeding_dates",
          cells: [b.id, b.record, b.property, date.min, date.max],
        },
      ];
    },
  },
};
