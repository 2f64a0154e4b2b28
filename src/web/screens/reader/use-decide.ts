// Accepting, rejecting and taking back suggestions. The screen answers at once; a refusal puts things back and says why.
// Invariant: every decision made on this page can be taken back with one key, the latest first.
import { useRef } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { asApiError, post } from "../../api/index.ts";
import type { SourceReading } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import type { Decisions } from "./spans.ts";
import { readingKey, useSourceChanged } from "./use-source.ts";

/** What an accepted suggestion says beyond what was suggested. */
export interface StatementInput {
  readonly content?: string;
  readonly speaker?: string;
  readonly speakerRecord?: string;
  readonly stance?: string;
  readonly mode?: string;
  readonly addressee?: string;
  readonly said?: string;
  readonly targets?: readonly { readonly record: string }[];
  readonly answers?: readonly string[];
}

export interface Decider {
  readonly accept: (suggestion: string, edit?: StatementInput) => Promise<boolean>;
  readonly reject: (suggestion: string) => Promise<boolean>;
  /** Takes this decision back, or the latest where none is named. Gives its suggestion, null where nothing was undone. */
  readonly undo: (suggestion?: string) => Promise<string | null>;
}

type Decision = Decisions[string];

async function sendAccept(
  source: string,
  suggestion: string,
  edit: StatementInput,
): Promise<Decision> {
  const { became } = await post<{ became: string }>("/api/suggestions/accept", {
    source,
    suggestion,
    as: { kind: "statement", ...edit },
  });
  return { state: "accepted", became };
}

async function sendReject(source: string, suggestion: string): Promise<Decision> {
  await post("/api/suggestions/reject", { source, suggestion });
  return { state: "rejected" };
}

async function sendUndo(
  source: string,
  suggestion: string,
  decision: Decision,
): Promise<undefined> {
  if (decision.state === "rejected") await post("/api/suggestions/reopen", { source, suggestion });
  else if (decision.became !== undefined)
    await post("/api/withdraw", {
      target: decision.became,
      subject: decision.became,
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
    accept: async (suggestion, edit = {}) => {
      const ok = await attempt(suggestion, { state: "accepted" }, async () =>
        sendAccept(source, suggestion, edit),
      );
      if (ok) decided(suggestion, t("reader.toastAccepted"));
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
