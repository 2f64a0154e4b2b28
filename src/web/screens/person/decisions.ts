// What can be decided about a claim, a record or a pair, each with the way back.
import { useMutation } from "@tanstack/react-query";
import { asApiError, post, waitsForSecond } from "../../api/index.ts";
import type { ClaimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import type { ValueInput } from "../../parts/value-field.tsx";
import type { Judgement } from "./grade-dialog.tsx";
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
      readonly kind: "grade";
      readonly claim: ClaimView;
      readonly judgement: Judgement;
    }
  | { readonly kind: "correct"; readonly claim: ClaimView; readonly value: ValueInput }
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
function seenReview(claim: ClaimView): number | null {
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

async function grade(claim: string, value: number, reason: string): Promise<unknown> {
  return post(`/api/claims/${encodeURIComponent(claim)}/grade`, { grade: value, reason });
}

async function judge(claim: ClaimView, { of, ...given }: Judgement): Promise<unknown> {
  return of === "source"
    ? post(`/api/sources/${encodeURIComponent(claim.source)}/grade`, given)
    : post(
        `/api/claims/${encodeURIComponent(claim.id)}/${of === "content" ? "grade" : "origin"}`,
        given,
      );
}

async function replace(claim: string, value: ValueInput): Promise<ClaimView> {
  return post(`/api/claims/${encodeURIComponent(claim)}/replace`, value);
}

type TakeBack = () => Promise<unknown>;

/** Carries a decision out; answers with the way back, null where there is none, `waits` where a second member must confirm. */
async function carryOut(decision: Decision): Promise<TakeBack | null | "waits"> {
  const undone = t("claims.broughtBack");
  switch (decision.kind) {
    case "review": {
      const { claim, state, reason } = decision;
      const made = await review(claim.id, state, reason, seenReview(claim));
      if (waitsForSecond(made)) return "waits";
      return async () => review(claim.id, claim.review, undone);
    }
    case "pin": {
      const { claim, before, reason } = decision;
      if (waitsForSecond(await pin(claim, claim.id, reason))) return "waits";
      return async () => pin(claim, before, undone);
    }
    case "unpin": {
      const { claim, reason } = decision;
      if (waitsForSecond(await pin(claim, null, reason))) return "waits";
      return async () => pin(claim, claim.id, undone);
    }
    case "grade": {
      const { claim, judgement } = decision;
      const before = claim.grade;
      await judge(claim, judgement);
      return before === undefined || judgement.of !== "content"
        ? null
        : async () => grade(claim.id, before, undone);
    }
    case "correct": {
      const corrected = await replace(decision.claim.id, decision.value);
      return async () => replace(corrected.id, { value: decision.claim.value });
    }
    case "withdraw": {
      const { target, subject, reason } = decision;
      await withdraw(target, subject, reason, false);
      return async () => withdraw(target, subject, undone, true);
    }
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
    case "grade":
      return t("claims.gradeDone");
    case "correct":
      return t("claims.correctDone");
    case "withdraw":
      return t("claims.withdrawn");
  }
}

/** Carries a decision out, says so with Undo, and shows the file anew. Errors are shown as a toast. */
export function useDecide(onDone?: () => void) {
  const changed = useFileChanged();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: async (takeBack, decision) => {
      const undo = async (): Promise<void> => {
        if (takeBack !== "waits") await takeBack?.();
        await changed();
      };
      if (takeBack === "waits") toast({ text: t("second.waits") });
      else toast({ text: doneText(decision), ...(takeBack === null ? {} : { undo }) });
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
