// The way into the demonstration, and out of it again.
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { announceLocked, lock, post, useJob } from "../api/index.ts";
import type { JobHook } from "../api/index.ts";
import { t } from "../messages/index.ts";
import { Button, Note } from "../parts/index.ts";

/** Makes the demonstration where there is none yet, opens it, and signs in. */
export function useDemo(onOpen: () => void): JobHook<unknown> & { readonly begin: () => void } {
  const job = useJob(onOpen);
  return { ...job, begin: () => void job.start(async () => post("/api/demo")) };
}

/** Says on every screen that all of this is invented. */
export function DemoBanner(): ReactNode {
  const leaving = useMutation({ mutationFn: lock, onSettled: announceLocked });
  return (
    <div className="shell__demo">
      <Note tone="warn">
        <div className="shell__demo-line">
          <span>{t("shell.demo")}</span>
          <Button small onPress={() => leaving.mutate()} isPending={leaving.isPending}>
            {t("shell.leaveDemo")}
          </Button>
        </div>
      </Note>
    </div>
  );
}
