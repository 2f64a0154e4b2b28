// Making something from a passage: what is being made, and how to take back what was.
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { dismissToast, toast } from "../../parts/index.ts";
import type { Made, Making } from "./make-parts.ts";
import { useSourceChanged } from "./use-source.ts";

export interface MakingHook {
  readonly making: Making | null;
  readonly start: (making: Making | null) => void;
  readonly onMade: (made: Made) => void;
}

export function useMaking(source: string): MakingHook {
  const [making, setMaking] = useState<Making | null>(null);
  const changed = useSourceChanged(source);
  const takeBack = async ({ id, subject }: Made): Promise<void> => {
    await post("/api/withdraw", { target: id, subject, reason: t("reader.undoReason") });
    await changed();
  };
  return {
    making,
    start: (next) => {
      // News of the last one must not lie over the window of the next.
      for (const key of ["made", "reader", "meta", "add"]) dismissToast(key);
      setMaking(next);
    },
    onMade: (done) => {
      setMaking(null);
      void changed();
      toast({ key: "made", text: <MadeText made={done} />, undo: async () => takeBack(done) });
    },
  };
}

function MadeText({ made }: { readonly made: Made }): ReactNode {
  const navigate = useNavigate();
  return (
    <>
      {t("make.done", { label: made.label })}{" "}
      <button
        type="button"
        className="link"
        onClick={() => void navigate({ to: made.open.to, params: { id: made.open.id } })}
      >
        {t("make.open")}
      </button>
    </>
  );
}
