// Making something from a passage: what is being made, what was made on this page, and how to take it back.
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { dismissToast, toast } from "../../parts/index.ts";
import type { Made, Making } from "./make-parts.ts";
import type { Span } from "./spans.ts";
import { useSourceChanged } from "./use-source.ts";

export interface MakingHook {
  readonly making: Making | null;
  /** Passages something was made of since the page was opened. */
  readonly made: readonly (Span & { readonly id: string })[];
  readonly start: (making: Making | null) => void;
  readonly onMade: (made: Made) => void;
}

export function useMaking(source: string): MakingHook {
  const [making, setMaking] = useState<Making | null>(null);
  const [made, setMade] = useState<MakingHook["made"]>([]);
  const changed = useSourceChanged(source);
  const takeBack = async ({ id, subject }: Made): Promise<void> => {
    await post("/api/withdraw", { target: id, subject, reason: t("reader.undoReason") });
    setMade((all) => all.filter((one) => one.id !== id));
    await changed();
  };
  return {
    making,
    made,
    start: (next) => {
      // News of the last one must not lie over the window of the next.
      for (const key of ["made", "reader", "meta", "add"]) dismissToast(key);
      setMaking(next);
    },
    onMade: (done) => {
      const span = making?.span;
      setMaking(null);
      if (span !== undefined)
        setMade((all) => [...all, { id: done.id, start: span.start, end: span.end }]);
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
