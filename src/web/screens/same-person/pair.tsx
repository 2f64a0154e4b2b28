// Two people of one's own choice: what is known of both, and the decision.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Verdict } from "../../../model/index.ts";
import { asApiError, post, waitsForSecond } from "../../api/index.ts";
import type { JudgementView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, LinkButton, Note, toast } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useShortcut } from "../../shell/shortcuts.ts";
import { useMay } from "../../shell/rights.ts";
import { useFileChanged } from "../person/use-file.ts";
import { undoingOf } from "./queue-run.ts";
import { Standing } from "./standing.tsx";
import { verdictKeys, verdicts } from "./verdicts.ts";
import { Weighed } from "./weighed.tsx";

/** The latest judgement between any record of the one and any of the other. */
function judgedBefore(left: RecordFile, right: RecordFile): JudgementView | undefined {
  const a = new Set(left.records.map((record) => record.id));
  const b = new Set(right.records.map((record) => record.id));
  return [...left.judgements, ...right.judgements]
    .filter(
      (judgement) =>
        (a.has(judgement.left) && b.has(judgement.right)) ||
        (b.has(judgement.left) && a.has(judgement.right)),
    )
    .sort((x, y) => y.seq - x.seq)[0];
}

export function Pair({
  left,
  right,
}: {
  readonly left: RecordFile;
  readonly right: RecordFile;
}): ReactNode {
  const may = useMay();
  const [asked, setAsked] = useState<Verdict | null>(null);
  const [done, setDone] = useState<Verdict | null>(null);
  const client = useQueryClient();
  const filesChanged = useFileChanged();
  const changed = async (): Promise<void> => {
    await filesChanged();
    // The pair may wait in the queue too.
    await client.invalidateQueries({ queryKey: ["queue"] });
  };
  const isOne = left.id === right.id;
  const before = isOne ? undefined : judgedBefore(left, right);
  const pair = { left: before?.left ?? left.id, right: before?.right ?? right.id };
  const stood = before === undefined || before.undone ? null : before.verdict;
  const judging = useMutation({
    mutationFn: async ({
      verdict,
      reason,
    }: {
      readonly verdict: Verdict;
      readonly reason: string;
    }) =>
      post<JudgementView>("/api/judgements", {
        ...pair,
        verdict,
        reason,
        expect: before?.seq ?? null,
      }),
    onSuccess: async (made, { verdict }) => {
      setAsked(null);
      if (waitsForSecond(made)) {
        toast({ text: t("second.waits") });
        return changed();
      }
      setDone(verdict);
      toast({
        text: t(`same.done.${verdict}`),
        undo: async () => {
          // A judgement is never erased; taking it back is another one.
          await post("/api/judgements", {
            ...pair,
            ...undoingOf(stood),
            reason: t("claims.broughtBack"),
          });
          setDone(null);
          await changed();
        },
      });
      await changed();
    },
    onError: async (error) => {
      if (asApiError(error).isConflict) await changed();
    },
  });
  const canJudge = may("link") && !isOne;
  const ask = (verdict: Verdict) => (): void => setAsked(verdict);
  useShortcut(verdictKeys.same, t("same.same"), ask("same"), { enabled: canJudge });
  useShortcut(verdictKeys.different, t("same.different"), ask("different"), { enabled: canJudge });
  useShortcut(verdictKeys.undecided, t("same.undecided"), ask("undecided"), { enabled: canJudge });
  useShortcut(verdictKeys.relative, t("same.relative"), ask("relative"), { enabled: canJudge });
  return (
    <>
      {isOne ? (
        <Note tone={done === "same" ? "good" : "plain"}>
          <p>{done === "same" ? t("same.done.same") : t("same.identical")}</p>
          <div className="row">
            <LinkButton small to="/people/$id" params={{ id: left.id }} search={{ tab: "records" }}>
              {t("same.merged")}
            </LinkButton>
            <LinkButton small to="/same-person">
              {t("same.toQueue")}
            </LinkButton>
          </div>
        </Note>
      ) : (
        <Weighed left={left} right={right} />
      )}
      <Standing of={before} />
      {canJudge ? (
        <div className="same__bar">
          {verdicts.map((verdict) => (
            <Button
              key={verdict}
              variant={verdict === "same" ? "primary" : "plain"}
              keys={verdictKeys[verdict].toUpperCase()}
              onPress={ask(verdict)}
            >
              {t(`same.${verdict}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {asked === null ? null : (
        <ReasonDialog
          title={t("same.reasonTitle", { verdict: t(`same.${asked}`) })}
          submit={t("same.submit")}
          isPending={judging.isPending}
          error={judging.error}
          onSubmit={(reason) => judging.mutate({ verdict: asked, reason })}
          onClose={() => {
            setAsked(null);
            judging.reset();
          }}
        />
      )}
    </>
  );
}
