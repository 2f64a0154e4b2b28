// Accepting, rejecting and taking back suggestions. The screen answers at once; a refusal puts things back and says why.
// Invariant: every decision made on this page can be taken back with one key, the latest first.
import { useRef } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { asApiError, post } from "../../api/index.ts";
import type { SourceReading } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import type { Decision, Decisions } from "./spans.ts";
import { readingKey, useSourceChanged } from "./use-source.ts";

/** What an accepted statement says beyond what was suggested. */
export interface StatementInput {
  readonly content?: string;
  /** Empty leaves open who says it, on purpose. */
  readonly speaker?: string;
  readonly speakerRecord?: string;
  readonly stance?: string;
  readonly mode?: string;
  readonly addressee?: string;
  readonly said?: string;
  readonly targets?: readonly { readonly record: string }[];
  readonly answers?: readonly string[];
}

export interface ClaimInput {
  readonly property: string;
  readonly value: unknown;
  readonly passage: { readonly start: number; readonly end: number; readonly quote: string };
  readonly statement?: string;
}

export interface RecordInput {
  readonly kind: "record";
  readonly schema: string;
  readonly label: string;
  readonly claims: readonly ClaimInput[];
  /** A record that is there and describes the same one. */
  readonly same?: { readonly record: string; readonly reason: string; readonly score?: number };
}

/** What a suggestion is to become. */
export type AcceptInput =
  | ({ readonly kind: "statement" } & StatementInput)
  | RecordInput
  | ({ readonly kind: "claim"; readonly record: string } & ClaimInput);

export interface Decider {
  readonly accept: (suggestion: string, as: AcceptInput) => Promise<boolean>;
  readonly reject: (suggestion: string) => Promise<boolean>;
  /** Takes this decision back, or the latest where none is named. Gives its suggestion, null where nothing was undone. */
  readonly undo: (suggestion?: string) => Promise<string | null>;
}

async function sendAccept(source: string, suggestion: string, as: AcceptInput): Promise<Decision> {
  const { became, record, schema } = await post<Omit<Decision, "state">>(
    "/api/suggestions/accept",
    { source, suggestion, as },
  );
  return {
    state: "accepted",
    ...(became === undefined ? {} : { became }),
    ...(record === undefined ? {} : { record }),
    ...(schema === undefined ? {} : { schema }),
  };
}

async function sendReject(source: string, suggestion: string): Promise<Decision> {
  await post("/api/suggestions/reject", { source, suggestion });
  return { state: "rejected" };
}

async function sendUndo(
  source: string,
  suggestion: string,
  { state, became, record }: Decision,
): Promise<undefined> {
  if (state === "rejected") await post("/api/suggestions/reopen", { source, suggestion });
  else if (became !== undefined)
    await post("/api/withdraw", {
      target: became,
      subject: record ?? became,
      reason: t("reader.undoReason"),
    });
}

export function useDecide(source: string): Decider {
  const client = useQueryClient();
  const changed = useSourceChanged(source);
  const done = useRef<string[]>([]);
  const key = readingKey(source);
  const current = (): Decisions => client.getQueryData<SourceReading>(key)?.decisions ?? {};
  const put = (suggestion: string, decision: Decision | undefined): void => {
    client.setQueryData<SourceReading>(key, (before) => {
      if (before === undefined) return before;
      const { [suggestion]: _, ...rest } = before.decisions;
      return {
        ...before,
        decisions: decision === undefined ? rest : { ...rest, [suggestion]: decision },
      };
    });
  };
  const attempt = async (
    suggestion: string,
    next: Decision | undefined,
    send: () => Promise<Decision | undefined>,
  ): Promise<boolean> => {
    const before = current()[suggestion];
    put(suggestion, next);
    try {
      put(suggestion, await send());
      void changed();
      return true;
    } catch (error) {
      put(suggestion, before);
      toast({ text: errorText(asApiError(error)), tone: "bad", key: "reader" });
      return false;
    }
  };
  const undo = async (named?: string): Promise<string | null> => {
    const suggestion = named ?? done.current.at(-1);
    const decision = suggestion === undefined ? undefined : current()[suggestion];
    if (suggestion === undefined || decision === undefined) {
      toast({ text: t("reader.toastNothing"), key: "reader" });
      return null;
    }
    done.current = done.current.filter((id) => id !== suggestion);
    const ok = await attempt(suggestion, undefined, async () =>
      sendUndo(source, suggestion, decision),
    );
    if (!ok) return null;
    toast({ text: t("parts.undone"), key: "reader" });
    return suggestion;
  };
  const decided = (suggestion: string, text: string): void => {
    done.current.push(suggestion);
    toast({ text, key: "reader", undo: async () => undo(suggestion) });
  };
  return {
    accept: async (suggestion, as) => {
      const ok = await attempt(suggestion, { state: "accepted" }, async () =>
        sendAccept(source, suggestion, as),
      );
      const key = as.kind === "statement" ? "reader.toastAccepted" : "reader.toastAcceptedRecord";
      if (ok) decided(suggestion, t(key));
      return ok;
    },
    reject: async (suggestion) => {
      const ok = await attempt(suggestion, { state: "rejected" }, async () =>
        sendReject(source, suggestion),
      );
      if (ok) decided(suggestion, t("reader.toastRejected"));
      return ok;
    },
    undo,
  };
}
