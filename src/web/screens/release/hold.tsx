// Asks why something is kept out of every release, or let in again.
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";

export function HoldDialog({
  about,
  stands,
  onClose,
}: {
  readonly about: string;
  readonly stands: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const client = useQueryClient();
  const hold = useMutation({
    mutationFn: async (reason: string) => post("/api/releases/holds", { about, reason, stands }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["release"] });
    },
  });
  return (
    <ReasonDialog
      title={t(stands ? "release.holdTitle" : "release.liftTitle")}
      {...(stands ? { text: t("release.holdText") } : {})}
      submit={t(stands ? "release.hold" : "release.lift")}
      isPending={hold.isPending}
      error={hold.error}
      onSubmit={(reason) => {
        hold.mutate(reason);
      }}
      onClose={onClose}
    />
  );
}
