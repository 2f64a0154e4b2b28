// What a source seems to repeat and what is nearly the same text; and the one click that accepts or sets aside.
// Invariant: a proposal counts for nothing until accepted; accepting writes against the version that was seen.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { asApiError, get, post } from "../../api/index.ts";
import type { RelayProposal, SourceOrigins, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import { describe } from "./describe.ts";
import { sourceKey, useSourceChanged } from "./use-source.ts";

type Relay = NonNullable<Parameters<typeof describe>[1]["relays"]>[number];

/** Relays as they stand, ready to be written again. */
function writtenRelays(source: Pick<SourceView, "relays">): readonly Relay[] {
  return source.relays.map(({ source: id, words, passage }) => ({
    words,
    ...(id === undefined ? {} : { source: id }),
    ...(passage === undefined ? {} : { passage }),
  }));
}

/** A proposal as a relay; `fit` is the source of the vault it is said to mean, if any. */
export function relayOf(proposal: RelayProposal, fit: string | undefined): Relay {
  const { words, passage } = proposal;
  return { words, passage, ...(fit === undefined || fit === "" ? {} : { source: fit }) };
}

const originsKey = (id: string) => ["source-origins", id] as const;

export function useOrigins(id: string) {
  return useQuery({
    queryKey: originsKey(id),
    queryFn: async ({ signal }) =>
      get<SourceOrigins>(`/api/sources/${encodeURIComponent(id)}/origins`, { signal }),
  });
}

export interface RelayDecider {
  readonly busy: boolean;
  readonly accept: (relay: Relay) => void;
  readonly reject: (proposal: RelayProposal) => void;
}

/** `onAccepted` hears of every relay that was written. */
export function useRelayDecider(
  source: SourceView,
  onAccepted?: (relay: Relay) => void,
): RelayDecider {
  const client = useQueryClient();
  const changed = useSourceChanged(source.id);
  const again = async (): Promise<void> => {
    await Promise.all([client.invalidateQueries({ queryKey: originsKey(source.id) }), changed()]);
  };
  const onError = async (error: unknown): Promise<void> => {
    toast({ text: errorText(asApiError(error)), tone: "bad", key: "relays" });
    await again();
  };
  const write = async (from: SourceView, relays: readonly Relay[]): Promise<SourceView> => {
    const view = await describe(from, { relays });
    client.setQueryData(sourceKey(source.id), view);
    await again();
    return view;
  };
  const accepting = useMutation({
    mutationFn: async (relay: Relay) => write(source, [...writtenRelays(source), relay]),
    onSuccess: (view, relay) => {
      onAccepted?.(relay);
      toast({
        text: t("repeats.accepted"),
        key: "relays",
        // In a form the line can be taken out there; a write behind its back would come back with Save.
        ...(onAccepted === undefined
          ? { undo: async () => write(view, writtenRelays(source)) }
          : {}),
      });
    },
    onError,
  });
  const rejecting = useMutation({
    mutationFn: async ({ id }: RelayProposal) =>
      post("/api/suggestions/reject", { source: source.id, suggestion: id }),
    onSuccess: async (_done, { id }) => {
      await again();
      toast({
        text: t("repeats.rejected"),
        key: "relays",
        undo: async () => {
          await post("/api/suggestions/reopen", { source: source.id, suggestion: id });
          await again();
        },
      });
    },
    onError,
  });
  return {
    busy: accepting.isPending || rejecting.isPending,
    accept: (relay) => accepting.mutate(relay),
    reject: (proposal) => rejecting.mutate(proposal),
  };
}
