// Files that may be the one a name is of, as the search by name finds them in any script, the most alike first.
import { useQuery } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { PeoplePage, RecordItem, SourceView } from "../../api/views.ts";
import type { Found } from "../../parts/chooser.tsx";
import { matchText } from "./match-text.ts";
import type { Match } from "./name-value.ts";

const limit = 5;
/** Below this a likeness is no proposal. */
const LEAST = 0.75;

async function people(q: string, signal: AbortSignal): Promise<readonly Match[]> {
  const page = await post<PeoplePage>("/api/people/list", { q, sounds: true, limit }, { signal });
  return page.items.flatMap(({ id, label, number, born, from }) => {
    const score = page.alike?.[id]?.score;
    if (score !== undefined && score < LEAST) return [];
    const detail = [number, born, from].filter((part) => part !== undefined).join(" · ");
    return [{ id, label, detail, ...(score === undefined ? {} : { score }) }];
  });
}

/** People whose name has these words or sounds like them, for a field one finds somebody in. */
export async function findBySound(q: string, signal: AbortSignal): Promise<readonly Found[]> {
  return (await people(q, signal)).map((match) => ({
    id: match.id,
    label: match.label,
    detail: matchText(match),
  }));
}

async function records(schema: string, q: string, signal: AbortSignal): Promise<readonly Match[]> {
  const page = await post<{ items: readonly RecordItem[] }>(
    "/api/records/list",
    { schema, q, limit },
    { signal },
  );
  return page.items.map(({ id, label, sourceTitle }) => ({ id, label, detail: sourceTitle ?? "" }));
}

/** Matches among the files other sources opened; empty while they are looked for and where no name is asked for. */
export function useMatches(
  name: { readonly schema: string; readonly text: string } | null,
  own: SourceView["records"],
): readonly Match[] {
  const found = useQuery({
    queryKey: ["name-matches", name?.schema, name?.text],
    queryFn: async ({ signal }) => {
      if (name === null) return [];
      const { schema, text } = name;
      return schema === "Person" ? people(text, signal) : records(schema, text, signal);
    },
    enabled: name !== null,
    staleTime: 10_000,
  });
  return name === null
    ? []
    : (found.data ?? []).filter(({ id }) => !own.some((record) => record.id === id));
}
