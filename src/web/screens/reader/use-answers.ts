// What the denial in hand may answer, and what of it is ticked; what was accepted and waits to be linked.
import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { asApiError, get, post } from "../../api/index.ts";
import type { AnswerProposals, WaitingAnswer } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { errorText, toast } from "../../parts/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { answerKeys } from "./answer-list.tsx";
import type { AnswerChoice, Ticks } from "./answer-choices.ts";
import { choicesOf, isAnswer, tickedOf } from "./answer-choices.ts";
import type { Item } from "./items.ts";
import type { Decisions } from "./spans.ts";
import { answeredBy } from "./told.ts";
import { answersKey } from "./use-source.ts";

export interface Answers {
  /** Of the suggestion in hand. */
  readonly choices: readonly AnswerChoice[];
  readonly ticked: readonly AnswerChoice[];
  readonly onTick: (choice: AnswerChoice, isOn: boolean) => void;
}

const noTicks: Ticks = {};

/** For the suggestion in hand, as long as it is open; `enabled` as long as nothing else has the keys. */
export function useAnswers(
  source: string,
  item: Item | undefined,
  decisions: Decisions,
  { isOpen, enabled }: { readonly isOpen: boolean; readonly enabled: boolean },
): Answers {
  const [all, setAll] = useState<Readonly<Record<string, Ticks>>>({});
  const told = isOpen && item?.lane === "statements" && isAnswer(item) ? item : undefined;
  const id = told?.id ?? "";
  const proposed = useQuery({
    queryKey: [...answersKey(source), id, told && answeredBy(told, decisions)],
    queryFn: async ({ signal }) =>
      get<AnswerProposals>(
        `/api/sources/${encodeURIComponent(source)}/answers/${encodeURIComponent(id)}`,
        { signal },
      ),
    enabled: told !== undefined,
  });
  const choices = told === undefined ? [] : choicesOf(told, decisions, proposed.data);
  const ticked = tickedOf(choices, all[id] ?? noTicks);
  const onTick = (choice: AnswerChoice, isOn: boolean): void =>
    setAll((before) => ({ ...before, [id]: { ...before[id], [choice.id]: isOn } }));
  useTickKeys(choices, enabled, (choice) => onTick(choice, !ticked.includes(choice)));
  return { choices, ticked, onTick };
}

function useTickKeys(
  choices: readonly AnswerChoice[],
  enabled: boolean,
  turn: (choice: AnswerChoice) => void,
): void {
  const label = (at: number): string => t("answers.key", { what: choices[at]?.label ?? "" });
  const run = (at: number) => (): void => {
    const choice = choices[at];
    if (choice !== undefined) turn(choice);
  };
  const when = (at: number): { enabled: boolean } => ({ enabled: enabled && at < choices.length });
  useShortcut(answerKeys[0], label(0), run(0), when(0));
  useShortcut(answerKeys[1], label(1), run(1), when(1));
  useShortcut(answerKeys[2], label(2), run(2), when(2));
  useShortcut(answerKeys[3], label(3), run(3), when(3));
  useShortcut(answerKeys[4], label(4), run(4), when(4));
}

/** Denials and what they answer, both accepted, that nobody has linked yet. */
export function useWaitingAnswers(source: string) {
  return useQuery({
    queryKey: [...answersKey(source), "waiting"],
    queryFn: async ({ signal }) =>
      (
        await get<{ items: readonly WaitingAnswer[] }>(
          `/api/sources/${encodeURIComponent(source)}/answers`,
          { signal },
        )
      ).items,
  });
}

export function useLinkAnswer(source: string) {
  const client = useQueryClient();
  const again = async (): Promise<void> =>
    client.invalidateQueries({ queryKey: answersKey(source) });
  return useMutation({
    mutationFn: async ({ denial, answered }: WaitingAnswer) =>
      post<{ claim: string | null }>(
        `/api/statements/${encodeURIComponent(denial.statement)}/answers`,
        { answers: answered.statement },
      ),
    onSuccess: async ({ claim }, { denial }) => {
      await again();
      if (claim === null) return;
      toast({
        text: t("answers.linked"),
        key: "reader",
        undo: async () => {
          const subject = denial.statement;
          await post("/api/withdraw", { target: claim, subject, reason: t("reader.undoReason") });
          await again();
        },
      });
    },
    onError: async (error) => {
      toast({ text: errorText(asApiError(error)), tone: "bad", key: "reader" });
      await again();
    },
  });
}
