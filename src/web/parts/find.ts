// What a chooser asks for: people, records of a schema, sources.
import { post } from "../api/index.ts";
import type { PeoplePage, RecordItem, SourceItem } from "../api/views.ts";
import type { Found } from "./chooser.tsx";
import { edtfText } from "./date-text.tsx";

const limit = 12;

export async function findPeople(q: string, signal: AbortSignal): Promise<readonly Found[]> {
  const page = await post<PeoplePage>("/api/people/list", { q, limit, sounds: true }, { signal });
  return page.items.map((item) => ({
    id: item.id,
    label: item.label,
    detail: [item.number, item.born, item.from].filter((part) => part !== undefined).join(" · "),
  }));
}

/** Records of one schema; persons are found as people. */
export function findRecords(
  schema: string,
): (q: string, signal: AbortSignal) => Promise<readonly Found[]> {
  if (schema === "Person") return findPeople;
  return async (q, signal) => {
    const page = await post<{ items: readonly RecordItem[] }>(
      "/api/records/list",
      { schema, q, limit },
      { signal },
    );
    return page.items.map((item) => ({ id: item.id, label: item.label, detail: item.sourceTitle }));
  };
}

export async function findSources(q: string, signal: AbortSignal): Promise<readonly Found[]> {
  const page = await post<{ items: readonly SourceItem[] }>(
    "/api/sources/list",
    { q, limit },
    { signal },
  );
  return page.items.map((item) => ({
    id: item.id,
    label: item.title,
    detail: [
      item.publisher?.value,
      item.published === undefined ? undefined : edtfText(item.published.value),
    ]
      .filter((part) => part !== undefined)
      .join(" · "),
  }));
}
