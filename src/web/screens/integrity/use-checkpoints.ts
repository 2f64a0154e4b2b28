// The checkpoints as the server knows them, and the steps that change them.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, useJob } from "../../api/index.ts";
import type { CheckpointList, MadeCheckpoint } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { toast } from "../../parts/index.ts";

const key = ["checkpoints"] as const;

export function useCheckpoints() {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => get<CheckpointList>("/api/checkpoints", { signal }),
    retry: false,
  });
  const put = (next: CheckpointList): void => {
    client.setQueryData(key, next);
  };
  const sending = useJob<CheckpointList>(put);
  return {
    list,
    put,
    sending,
    again: async () => client.invalidateQueries({ queryKey: key }),
    /** Signs, says so, and asks the witnesses that have an address. */
    make: async (): Promise<void> => {
      const { size, made } = await post<MadeCheckpoint>("/api/checkpoints");
      toast({
        text: made ? t("integrity.checkpointMade", { count: size }) : t("integrity.checkpointSame"),
      });
      await client.invalidateQueries({ queryKey: key });
      const known = client.getQueryData<CheckpointList>(key);
      if (known?.witnesses.some((witness) => witness.address !== null) === true)
        await sending.start(async () => post("/api/checkpoints/deliver"));
    },
  };
}
