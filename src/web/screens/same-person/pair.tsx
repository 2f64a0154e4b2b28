// The comparison and the decision.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Verdict } from "../../../model/index.ts";
import { asApiError, post } from "../../api/index.ts";
import type { JudgementView, RecordFile, RelatedView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel } from "../../messages/names.ts";
import { Bidi, Button, DateText, LinkButton, Note, Tag, toast } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useShortcut } from "../../shell/shortcuts.ts";
import { useMay } from "../../shell/rights.ts";
import { useFileChanged } from "../person/use-file.ts";
import { compareFiles } from "./compare.ts";
import { verdictKeys, verdicts } from "./verdicts.ts";

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
    onSuccess: async (_, { verdict }) => {
      setAsked(null);
      setDone(verdict);
      toast({
        text: t(`same.done.${verdict}`),
        undo: async () => {
          // A judgement is never erased; taking it back is another one.
          await post("/api/judgements", {
            ...pair,
            verdict: before?.verdict ?? "undecided",
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
        <Comparison left={left} right={right} />
      )}
      {before === undefined ? null : (
        <Note>
          {t("same.before")}: <Tag>{t(`verdict.${before.verdict}`)}</Tag>{" "}
          <Bidi>{before.reason}</Bidi> · <Bidi>{before.by}</Bidi>, <DateText at={before.at} />
        </Note>
      )}
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

function Comparison({
  left,
  right,
}: {
  readonly left: RecordFile;
  readonly right: RecordFile;
}): ReactNode {
  const rows = compareFiles(left, right);
  return (
    <table className="same sheet">
      <thead>
        <tr>
          <th scope="col" className="same__what">
            {t("same.field")}
          </th>
          {[left, right].map((file) => (
            <th key={file.id} scope="col" className="same__head">
              <Bidi lang={file.names[0]?.lang} className="same__name">
                {file.label}
              </Bidi>
              <small className="quiet">
                {file.number} · {t("person.countClaims", { count: file.counts.claims })} ·{" "}
                <Bidi>
                  {file.records
                    .map((record) => record.sourceTitle)
                    .slice(0, 2)
                    .join(", ")}
                </Bidi>
              </small>
              <LinkButton small variant="quiet" to="/people/$id" params={{ id: file.id }}>
                {t("same.openFile")}
              </LinkButton>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {story(left).length + story(right).length === 0 ? null : (
          <tr className="same__row">
            <th scope="row" className="same__what">
              {t("person.story")}
            </th>
            <Values of={story(left)} />
            <Values of={story(right)} />
          </tr>
        )}
        {rows.map((row) => (
          <tr key={row.property} className={`same__row same__row--${row.verdict}`}>
            <th scope="row" className="same__what">
              {propertyLabel(left.schema, row.property)}
              {row.verdict === "one-sided" ? null : (
                <Tag tone={row.verdict === "agree" ? "good" : "warn"}>
                  {t(`same.${row.verdict}`)}
                </Tag>
              )}
            </th>
            <Values of={row.left} />
            <Values of={row.right} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What happened to the person, in the order of the file; relatives and appeals are not compared. */
function story(file: RecordFile): readonly string[] {
  return file.related
    .filter(({ schema }) => schema === "Episode" || schema === "Act")
    .map(eventText);
}

function eventText(event: RelatedView): string {
  const when = [event.from?.text, event.to?.text].filter((part) => part !== undefined).join(" – ");
  return when === "" ? event.label : `${event.label}, ${when}`;
}

function Values({ of }: { readonly of: readonly string[] }): ReactNode {
  if (of.length === 0) return <td className="quiet">{t("same.nothing")}</td>;
  return (
    <td>
      {of.map((text) => (
        <p key={text}>
          <Bidi>{text}</Bidi>
        </p>
      ))}
    </td>
  );
}
