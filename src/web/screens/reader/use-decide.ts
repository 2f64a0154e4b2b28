// Accepting, rejecting and taking back suggestions. The screen answers at once; a refusal puts things back and says why.
// Invariant: every decision made on this page can be taken back with one key, the latest first, however fast the keys come.
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
  /** Takes this decision back, or the latest where none is named; null where there is none. */
  readonly undo: (suggestion?: string) => Undoing | null;
}

export interface Undoing {
  readonly suggestion: string;
  readonly undone: Promise<boolean>;
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
): Promise<void> {
  if (state === "rejected") await post("/api/suggestions/reopen", { source, suggestion });
  else if (became !== undefined)
    await post("/api/withdraw", {
      target: became,
      subject: record ?? became,
      reason: t("reader.undoReason"),
    });
}

/** Sends one after the other, and shows the last word on each suggestion at once. */
function useQueue(source: string) {
  const client = useQueryClient();
  const changed = useSourceChanged(source);
  const key = readingKey(source);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** Suggestions with something on its way: what the server knows of them, and which step was the last. */
  const under = useRef(new Map<string, { known: Decision | undefined; last: symbol }>());
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
  /** `send` is given the decision as the server knows it. Gives false where it refused. */
  const attempt = async (
    suggestion: string,
    next: Decision | undefined,
    send: (known: Decision | undefined) => Promise<Decision | undefined>,
  ): Promise<boolean> => {
    const last = Symbol(suggestion);
    const known = under.current.get(suggestion)?.known ?? current()[suggestion];
    under.current.set(suggestion, { known, last });
    put(suggestion, next);
    const settle = (decision: Decision | undefined): void => {
      const now = under.current.get(suggestion);
      if (now?.last === last) {
        under.current.delete(suggestion);
        put(suggestion, decision);
      } else if (now !== undefined) now.known = decision;
    };
    const step = queue.current.then(async () => {
      const before = under.current.get(suggestion)?.known;
      try {
        settle(await send(before));
        void changed();
        return true;
      } catch (error) {
        settle(before);
        toast({ text: errorText(asApiError(error)), tone: "bad", key: "reader" });
        return false;
      }
    });
    queue.current = step;
    return step;
  };
  return { attempt, current };
}

export function useDecide(source: string): Decider {
  const { attempt, current } = useQueue(source);
  const done = useRef<string[]>([]);
  const forget = (suggestion: string): void => {
    done.current = done.current.filter((id) => id !== suggestion);
  };
  const undo = (named?: string): Undoing | null => {
    const suggestion = named ?? done.current.at(-1);
    if (suggestion === undefined || current()[suggestion] === undefined) {
      toast({ text: t("reader.toastNothing"), key: "reader" });
      return null;
    }
    forget(suggestion);
    const undone = attempt(suggestion, undefined, async (known) => {
      if (known !== undefined) await sendUndo(source, suggestion, known);
      return undefined;
    }).then((ok) => {
      if (ok) toast({ text: t("parts.undone"), key: "reader" });
      return ok;
    });
    return { suggestion, undone };
  };
  const decide = async (
    suggestion: string,
    state: Decision["state"],
    text: string,
    send: () => Promise<Decision>,
  ): Promise<boolean> => {
    forget(suggestion);
    done.current.push(suggestion);
    const ok = await attempt(suggestion, { state }, send);
    if (ok) toast({ text, key: "reader", undo: async () => undo(suggestion)?.undone });
    else forget(suggestion);
    return ok;
  };
  return {
    accept: async (suggestion, as) => {
      const text = t(
        as.kind === "statement" ? "reader.toastAccepted" : "reader.toastAcceptedRecord",
      );
      return decide(suggestion, "accepted", text, async () => sendAccept(source, suggestion, as));
    },
    reject: async (suggestion) =>
      decide(suggestion, "rejected", t("reader.toastRejected"), async () =>
        sendReject(source, suggestion),
      ),
    undo,
  };
}
