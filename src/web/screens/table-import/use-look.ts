// How a table is written, asked anew whenever a person says it is written otherwise.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { SourceView, TableLook } from "../../api/views.ts";

/** What a person says about the table's writing; what is left out is found out. */
export interface Writing {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerRow?: number;
}

const path = (id: string): string => `/api/sources/${encodeURIComponent(id)}`;

export function useLook(id: string, writing: Writing) {
  return useQuery({
    queryKey: ["table-look", id, writing],
    queryFn: async ({ signal }) => post<TableLook>(`${path(id)}/table/look`, writing, { signal }),
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
}

export function useTableSource(id: string) {
  return useQuery({
    queryKey: ["source", id],
    queryFn: async ({ signal }) => get<SourceView>(path(id), { signal }),
  });
}

/** Makes lists, files and batches ask again after an import or its undoing. */
export function useImported(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      [["source", id], ["sources"], ["people"], ["records"], ["batches"], ["find"], ["home"]].map(
        async (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    );
  };
}
