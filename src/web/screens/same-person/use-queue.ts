// The queue as the screen sees it: what waits, judging, going on to the next pair, and taking a judgement back.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Verdict } from "../../../model/index.ts";
import { asApiError, post, waitsForSecond } from "../../api/index.ts";
import type { JudgementView, QueueItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { dismissToast, errorText, toast } from "../../parts/index.ts";
import { useFileChanged } from "../person/use-file.ts";
import {
  countDecided,
  nextPair,
  standingFor,
  undoingOf,
  waitingPairs,
  withDecision,
  withUndone,
} from "./queue-run.ts";
import type { Decision, QueueRun } from "./queue-run.ts";
import { useWaiting } from "./use-waiting.ts";

const toastKey = "same-person";
const undoneKey = "undone";

interface Judgement {
  readonly item: QueueItem;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Given when somebody judged the pair meanwhile and this judgement is to stand instead. */
  readonly over?: JudgementView;
}

export function useQueue() {
  const client = useQueryClient();
  const queue = useWaiting();
  const filesChanged = useFileChanged();
  const { run, go, waiting, pages } = queue;
  const readAnew = (): void => {
    void filesChanged();
    void client.invalidateQueries({ queryKey: ["compare"] });
  };

  /** Asks the queue anew and goes on to the next pair: one judgement may settle several. */
  const goOn = async (after: QueueRun, judged: QueueItem): Promise<void> => {
    const { data } = await pages.refetch();
    const served = data?.pages.flatMap((page) => page.items) ?? [];
    go({ ...after, shown: nextPair(waiting, judged, waitingPairs(after, served, queue.band)) });
    readAnew();
  };

  const undoing = useMutation({
    mutationFn: async (decision: Decision) => {
      const { item, seq, before } = decision;
      // A judgement is never erased; taking it back is another one.
      const back = await post<JudgementView>("/api/judgements", {
        left: item.left,
        right: item.right,
        ...undoingOf(before),
        reason: t("same.takenBack"),
        expect: seq,
      });
      await pages.refetch();
      go(withUndone(run, decision, back));
      readAnew();
    },
  });

  const judging = useMutation({
    mutationFn: async ({ item, verdict, reason, over }: Judgement) => {
      const standing = standingFor(over ?? item.standing);
      const made = await post<JudgementView>("/api/judgements", {
        left: item.left,
        right: item.right,
        verdict,
        reason,
        score: item.score,
        expect: standing.seq,
      });
      if (waitsForSecond(made)) {
        await goOn(run, item);
        toast({ key: toastKey, text: t("second.waits") });
        return;
      }
      const decision: Decision = { item, verdict, seq: made.seq, before: standing.verdict };
      await goOn(withDecision(run, decision), item);
      dismissToast(undoneKey);
      toast({
        key: toastKey,
        text: t(`same.done.${verdict}`),
        undo: async () => undoing.mutateAsync(decision),
      });
    },
  });

  const last = run.decided.at(-1);
  const canUndo = last !== undefined && !undoing.isPending && !judging.isPending;
  return {
    ...queue,
    decided: countDecided(run),
    judging,
    /** Lets the newer judgement of somebody else stand, and goes on. */
    letStand: async (item: QueueItem): Promise<void> => goOn(run, item),
    canUndo,
    undo: (): void => {
      if (last === undefined || !canUndo) return;
      dismissToast(toastKey);
      undoing.mutate(last, {
        onSuccess: () => toast({ key: undoneKey, text: t("parts.undone") }),
        onError: (error) => toast({ text: errorText(asApiError(error)), tone: "bad" }),
      });
    },
    /** After a search for duplicates. The pair that is shown stays. */
    refresh: async (): Promise<void> => {
      await pages.refetch();
      readAnew();
    },
  };
}

export type QueueHook = ReturnType<typeof useQueue>;
