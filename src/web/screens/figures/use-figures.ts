// What is counted, one chart, and moving a figure from one chart to another.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { QuantityItem, QuantityView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { toast } from "../../parts/index.ts";

export function useQuantities() {
  return useQuery({
    queryKey: ["figures"],
    queryFn: async ({ signal }) =>
      get<{ readonly items: readonly QuantityItem[] }>("/api/figures", { signal }),
  });
}

export function useQuantity(figure: string) {
  return useQuery({
    queryKey: ["figures", figure],
    queryFn: async ({ signal }) =>
      get<QuantityView>(`/api/figures/${encodeURIComponent(figure)}`, { signal }),
    retry: false,
  });
}

interface Move {
  readonly figure: string;
  /** The figure it counts the same as, itself, or null for its own words. */
  readonly like: string | null;
  /** It stood where its own words put it, so that the way back is known. */
  readonly wasPlaced: boolean;
}

async function move(
  { figure, like }: Pick<Move, "figure" | "like">,
  reason = "",
): Promise<unknown> {
  return post(`/api/figures/${encodeURIComponent(figure)}/move`, { like, reason });
}

export function useMove(onDone: () => void) {
  const client = useQueryClient();
  const changed = async (): Promise<void> =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ["figures", "file", "history"].includes(String(queryKey[0])),
    });
  return useMutation({
    mutationFn: async (asked: Move) => move(asked),
    onSuccess: async (_answer, { figure, wasPlaced }) => {
      const undo = async (): Promise<void> => {
        await move({ figure, like: null }, t("move.undone"));
        await changed();
      };
      toast({ text: t("move.done"), ...(wasPlaced ? {} : { undo }) });
      onDone();
      await changed();
    },
  });
}
