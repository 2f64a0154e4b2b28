// What can be decided about a claim, a record or a pair, each with the way back.
import { useMutation } from "@tanstack/react-query";
import { asApiError, post } from "../../api/index.ts";
import type { ClaimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import { useFileChanged } from "./use-file.ts";

export type Decision =
  | {
      readonly kind: "review";
      readonly claim: ClaimView;
      readonly state: "accepted" | "rejected";
      readonly reason?: string;
    }
  | {
      readonly kind: "pin";
      readonly claim: ClaimView;
      readonly before: string | null;
      readonly reason: string;
    }
  | { readonly kind: "unpin"; readonly claim: ClaimView; readonly reason: string }
  | {
      readonly kind: "withdraw";
      readonly target: string;
      readonly subject: string;
      readonly reason: string;
    };

async function review(
  claim: string,
  state: string,
  reason?: string,
  expect?: number | null,
): Promise<unknown> {
  return post(`/api/claims/${encodeURIComponent(claim)}/review`, {
    state,
    ...(reason === undefined || reason === "" ? {} : { reason }),
    ...(expect === undefined ? {} : { expect }),
  });
}

/** The review the person saw, so that a decision made meanwhile is not overwritten unseen. */
function seenReview(
  claim: ClaimView & { readonly reviewSeq?: number | null },
): number | null | undefined {
  return claim.reviewSeq;
}

async function pin(claim: ClaimView, pinned: string | null, reason: string): Promise<unknown> {
  return post("/api/pins", {
    record: claim.record,
    property: claim.property,
    claim: pinned,
    reason,
  });
}

async function withdraw(
  target: string,
  subject: string,
  reason: string,
  back: boolean,
): Promise<unknown> {
  return post("/api/withdraw", { target, subject, reason, back });
}

async function carryOut(decision: Decision): Promise<unknown> {
  switch (decision.kind) {
    case "review":
      return review(decision.claim.id, decision.state, decision.reason, seenReview(decision.claim));
    case "pin":
      return pin(decision.claim, decision.claim.id, decision.reason);
    case "unpin":
      return pin(decision.claim, null, decision.reason);
    case "withdraw":
      return withdraw(decision.target, decision.subject, decision.reason, false);
  }
}

async function takeBack(decision: Decision): Promise<unknown> {
  const undone = t("claims.broughtBack");
  switch (decision.kind) {
    case "review":
      return review(decision.claim.id, decision.claim.review, undone);
    case "pin":
      return pin(decision.claim, decision.before, undone);
    case "unpin":
      return pin(decision.claim, decision.claim.id, undone);
    case "withdraw":
      return withdraw(decision.target, decision.subject, undone, true);
  }
}

function doneText(decision: Decision): string {
  switch (decision.kind) {
    case "review":
      return decision.state === "accepted" ? t("claims.accepted") : t("claims.rejected");
    case "pin":
      return t("claims.pinDone");
    case "unpin":
      return t("claims.unpinDone");
    case "withdraw":
      return t("claims.withdrawn");
  }
}

/** Carries a decision out, says so with Undo, and shows the file anew. Errors are shown as a toast. */
export function useDecide(onDone?: () => void) {
  const changed = useFileChanged();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: async (_, decision) => {
      toast({
        text: doneText(decision),
        undo: async () => {
          await takeBack(decision);
          await changed();
        },
      });
      onDone?.();
      await changed();
    },
    onError: async (error) => {
      const known = asApiError(error);
      toast({ text: errorText(known), tone: "bad" });
      if (known.isConflict) await changed();
    },
  });
}
