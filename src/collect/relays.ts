// Who repeats whom. Ten outlets citing one relative are one origin, and this is how that shows.
import type { Db } from "../store/index.ts";
import { type Description, sourceFacts, titleOf } from "./source-items.ts";
import type { Relay, SourceView } from "./views.ts";

/** The sources this one repeats, with their titles where they are in the vault. */
export async function shownRelays(db: Db, relays: Description["relays"]): Promise<Relay[]> {
  const ids = relays.flatMap((r) => (r.source === undefined ? [] : [r.source]));
  const titles = new Map((await sourceFacts(db, ids)).map((fact) => [fact.id, titleOf(fact)]));
  return relays.map(({ source, words, passage }) => {
    const title = source === undefined ? undefined : titles.get(source);
    return {
      words,
      ...(source === undefined ? {} : { source }),
      ...(title === undefined ? {} : { title }),
      ...(passage === undefined ? {} : { passage }),
    };
  });
}

/** The sources whose standing description says they repeat this one, oldest first. */
export async function relayedBy(db: Db, id: string): Promise<SourceView["relayedBy"]> {
  const rows = await db
    .selectFrom("source_descriptions")
    .select(["id", "body"])
    .where("body", "like", `%"source":"${id}"%`)
    .execute();
  const repeating = rows
    .filter(({ body }) => (JSON.parse(body) as Description).relays.some((r) => r.source === id))
    .map((r) => r.id);
  return (await sourceFacts(db, repeating))
    .reverse()
    .map((fact) => ({ id: fact.id, title: titleOf(fact) }));
}
