// Questions, one question, and putting statements under it or taking them off.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { QuestionItem, QuestionStatement, QuestionView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { toast } from "../../parts/index.ts";

export function useQuestions() {
  return useQuery({
    queryKey: ["questions"],
    queryFn: async ({ signal }) =>
      get<{ readonly items: readonly QuestionItem[] }>("/api/questions", { signal }),
  });
}

export function useQuestion(id: string) {
  return useQuery({
    queryKey: ["questions", id],
    queryFn: async ({ signal }) =>
      get<QuestionView>(`/api/questions/${encodeURIComponent(id)}`, { signal }),
    retry: false,
  });
}

function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ["questions", "file", "history"].includes(String(queryKey[0])),
    });
}

async function attach(question: string, statement: string): Promise<QuestionView> {
  return post(`/api/questions/${encodeURIComponent(question)}/statements`, { statement });
}

async function takeOff(claim: string, statement: string, reason: string): Promise<unknown> {
  return post("/api/withdraw", { target: claim, subject: statement, reason });
}

/** Puts a statement under the question, with the way back. */
export function useAttach(question: string, onDone?: () => void) {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (statement: string) => ({
      statement,
      view: await attach(question, statement),
    }),
    onSuccess: async ({ statement, view }) => {
      const now = view.sides
        .flatMap((side) => side.statements)
        .find((one) => one.statement.id === statement)?.attachment;
      const undo = async (): Promise<void> => {
        if (now?.kind === "claim") await takeOff(now.claim, statement, t("attach.mistake"));
        await changed();
      };
      toast({ text: t("attach.done"), undo });
      onDone?.();
      await changed();
    },
  });
}

/** Takes a statement off the question: the claim that put it there is taken back. */
export function useTakeOff(question: string, onDone: () => void) {
  const changed = useChanged();
  return useMutation({
    mutationFn: async ({
      one,
      reason,
    }: {
      readonly one: QuestionStatement;
      readonly reason: string;
    }) => {
      if (one.attachment.kind === "claim")
        await takeOff(one.attachment.claim, one.statement.id, reason);
    },
    onSuccess: async (_answer, { one }) => {
      const undo = async (): Promise<void> => {
        await attach(question, one.statement.id);
        await changed();
      };
      toast({ text: t("attach.takenOff"), undo });
      onDone();
      await changed();
    },
  });
}
