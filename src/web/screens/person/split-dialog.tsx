// A record leaves the file by a judgement: it is *different* from every record it was held to.
// Invariant: what would come off is said before it is decided; nobody's newer judgement is overwritten unseen.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { ClusterView, JudgementView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Select, toast } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { groupText } from "./groups.ts";
import { useFileChanged } from "./use-file.ts";

interface Cut {
  readonly left: string;
  readonly right: string;
  /** The entry of the judgement to cut; undefined: the pair was never judged. */
  readonly expect: number | undefined;
}

export function SplitDialog({
  file,
  cluster,
  record,
  onClose,
}: {
  readonly file: RecordFile;
  readonly cluster: ClusterView | undefined;
  readonly record: string;
  readonly onClose: () => void;
}): ReactNode {
  const changed = useFileChanged();
  // The records that a judgement ties this one to; each tie must be undone for it to leave.
  const ties = file.judgements.filter(
    (judgement) =>
      judgement.verdict === "same" && (judgement.left === record || judgement.right === record),
  );
  const others = file.records.filter((other) => other.id !== record);
  const [apartFrom, setApartFrom] = useState(others[0]?.id ?? "");
  const cuts: readonly Cut[] =
    ties.length > 0
      ? ties.map(({ left, right, seq }) => ({ left, right, expect: seq }))
      : [{ left: record, right: apartFrom, expect: undefined }];
  const splitting = useMutation({
    mutationFn: async (reason: string) => {
      const made: JudgementView[] = [];
      for (const { left, right, expect } of cuts)
        made.push(await judge({ left, right, verdict: "different", reason, expect }));
      return made;
    },
    onSuccess: async (made) => {
      onClose();
      await changed();
      toast({
        text: t("records.splitDone"),
        undo: async () => {
          const reason = t("claims.broughtBack");
          for (const { left, right, seq } of made)
            await judge({ left, right, verdict: "same", reason, expect: seq });
          await changed();
        },
      });
    },
    onError: changed,
  });
  return (
    <ReasonDialog
      title={t("records.splitTitle")}
      text={
        <>
          {t("records.splitText")}
          <Rest file={file} cluster={cluster} record={record} />
          {ties.length === 0 && others.length > 1 ? (
            <Select
              label={t("records.splitFrom")}
              value={apartFrom}
              onChange={setApartFrom}
              options={others.map((other) => ({ value: other.id, label: other.label }))}
            />
          ) : null}
        </>
      }
      submit={t("records.split")}
      isPending={splitting.isPending}
      error={splitting.error}
      onSubmit={(reason) => splitting.mutate(reason)}
      onClose={onClose}
    />
  );
}

async function judge({
  expect,
  ...judgement
}: Cut & {
  readonly verdict: "different" | "same";
  readonly reason: string;
}): Promise<JudgementView> {
  return post<JudgementView>("/api/judgements", {
    ...judgement,
    ...(expect === undefined ? {} : { expect }),
  });
}

/** Says so where the record is the only thing that holds the others together. */
function Rest({
  file,
  cluster,
  record,
}: {
  readonly file: RecordFile;
  readonly cluster: ClusterView | undefined;
  readonly record: string;
}): ReactNode {
  const groups = cluster?.records.find(({ id }) => id === record)?.without ?? [];
  if (groups.length < 2) return null;
  return (
    <>
      {" "}
      {t("records.restFalls", { count: groups.length })}
      {groups.map((group) => (
        <Bidi key={group[0]} className="recs__group">
          {groupText(group, file.records)}
        </Bidi>
      ))}
    </>
  );
}
