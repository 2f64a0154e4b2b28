// The appeals that came, the key they are locked to, and taking a file in.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, upload } from "../../api/index.ts";
import type { AppealKeyView, AppealView, ArrivedAppeal } from "../../api/views.ts";

const keyOf = ["appeals", "key"];

export function useAppealKey() {
  return useQuery({
    queryKey: keyOf,
    queryFn: async ({ signal }) => get<AppealKeyView>("/api/appeals/key", { signal }),
  });
}

export function useNewKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => post<AppealKeyView>("/api/appeals/key"),
    onSuccess: (key) => client.setQueryData(keyOf, key),
  });
}

export function useAppeals() {
  return useQuery({
    queryKey: ["appeals", "list"],
    queryFn: async ({ signal }) => get<{ items: AppealView[] }>("/api/appeals", { signal }),
  });
}

export function useAppeal(source: string) {
  return useQuery({
    queryKey: ["appeals", source],
    queryFn: async ({ signal }) =>
      get<ArrivedAppeal>(`/api/appeals/${encodeURIComponent(source)}`, { signal }),
  });
}

/** Opens an encrypted file; what it brought is shown on the page of the answer's `source`. */
export function useOpenAppeal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ blob, name }: { readonly blob: Blob; readonly name: string }) =>
      upload<ArrivedAppeal>("/api/appeals", blob, {
        headers: { "X-Guwah-Name": encodeURIComponent(name) },
      }),
    onSuccess: async () => client.invalidateQueries(),
  });
}
