// The kinds of change that need two members in this vault, as the ledger says. None at first.
import type { Db } from "../../store/index.ts";
import { type Choice, choices } from "./needs-second.ts";

/** The chosen kinds and the entry that chose them; null: nobody ever did. */
export async function chosenKinds(
  db: Db,
): Promise<{ readonly kinds: readonly Choice[]; readonly seq: number | null }> {
  const row = await db
    .selectFrom("second_person")
    .select(["kinds", "seq"])
    .where("name", "=", "now")
    .executeTakeFirst();
  const kinds = row === undefined ? [] : (JSON.parse(row.kinds) as unknown[]);
  return { kinds: choices.filter((one) => kinds.includes(one)), seq: row?.seq ?? null };
}
