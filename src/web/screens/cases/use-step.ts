// One change to a case: sent, told in a toast with its way back, and everything asked anew.
// Invariant: a step that somebody else was faster with shows the newer version before anyone decides again.
import { useMutation } from "@tanstack/react-query";
import { asApiError, post } from "../../api/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import { useCasesChanged } from "./use-cases.ts";

interface Request {
  readonly path: string;
  readonly body: unknown;
}

export interface Step<A = { readonly seq: number }> extends Request {
  /** What is said when it is done. */
  readonly done: string | ((answer: A) => string);
  /** The change that takes it back. */
  readonly undo?: (answer: A) => Request;
}

/** `told`: how a refusal is shown: in a toast, or by the dialog that sent it. */
export function useStep<A = { readonly seq: number }>({
  told = "toast",
  onDone,
}: { told?: "toast" | "dialog"; onDone?: (answer: A) => void } = {}) {
  const changed = useCasesChanged();
  return useMutation({
    mutationFn: async ({ path, body }: Step<A>) => post<A>(path, body),
    onSuccess: async (answer, { done, undo }) => {
      onDone?.(answer);
      await changed();
      toast({
        text: typeof done === "string" ? done : done(answer),
        ...(undo === undefined
          ? {}
          : {
              undo: async () => {
                const back = undo(answer);
                await post(back.path, back.body);
                await changed();
              },
            }),
      });
    },
    onError: async (error) => {
      if (told === "toast") toast({ text: errorText(asApiError(error)), tone: "bad" });
      if (asApiError(error).isConflict) await changed();
    },
  });
}
