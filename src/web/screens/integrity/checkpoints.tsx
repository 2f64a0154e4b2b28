// Signed checkpoints: the latest, what is alarming, the key to publish, and what can be kept elsewhere or compared.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { CheckpointList, Comparison } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Button, DateText, Dot, ErrorNote, JobProgress, Loading, Note } from "../../parts/index.ts";
import { CheckpointTable } from "./checkpoint-table.tsx";
import { PickText, saveText } from "./text-files.tsx";
import { useCheckpoints } from "./use-checkpoints.ts";
import { Witnesses } from "./witnesses.tsx";

export function Checkpoints(): ReactNode {
  const { list, put, make, sending, again } = useCheckpoints();
  const making = useMutation({ mutationFn: make });
  const known = list.data;
  return (
    <>
      <section className="stack integrity__checkpoints">
        <h2>{t("integrity.checkpoints")}</h2>
        <p className="quiet integrity__lead">{t("integrity.checkpointsLead")}</p>
        {list.error === null ? null : (
          <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
        )}
        {known === undefined ? list.error === null ? <Loading /> : null : <Latest list={known} />}
        <ErrorNote error={making.error ?? sending.error} />
        {sending.phase === "running" ? (
          <JobProgress job={sending.job} label={t("integrity.checkpointSending")} />
        ) : null}
        <Steps list={known} isPending={making.isPending} onMake={() => making.mutate()} />
        {known === undefined || known.checkpoints.length === 0 ? null : (
          <CheckpointTable list={known} />
        )}
        {known?.vkey === undefined || known.vkey === null ? null : <Verifier vkey={known.vkey} />}
      </section>
      {known === undefined ? null : <Witnesses list={known} onList={put} onChanged={again} />}
    </>
  );
}

function Latest({ list }: { readonly list: CheckpointList }): ReactNode {
  const [latest] = list.checkpoints;
  const isGood = list.alarms.length === 0;
  return (
    <div aria-live="polite" className="stack">
      {[...new Set(list.alarms)].map((alarm) => (
        <Note key={alarm} tone="bad">
          {tIf(`integrity.alarm.${alarm}`) ?? alarm}
        </Note>
      ))}
      {latest === undefined ? (
        <Note>{t("integrity.checkpointsNone")}</Note>
      ) : (
        <p className="integrity__latest">
          <Dot tone={isGood ? "good" : "bad"} />{" "}
          {t("integrity.checkpointLatest", { count: latest.size })} <DateText at={latest.at} />.{" "}
          {list.witnesses.length === 0
            ? null
            : t("integrity.witnessed", {
                have: latest.cosignatures.length,
                all: list.witnesses.length,
                need: list.need,
              })}
        </p>
      )}
    </div>
  );
}

function Steps({
  list,
  isPending,
  onMake,
}: {
  readonly list: CheckpointList | undefined;
  readonly isPending: boolean;
  readonly onMake: () => void;
}): ReactNode {
  const [said, setSaid] = useState<Comparison | null>(null);
  const comparing = useMutation({
    mutationFn: async (note: string) => post<Comparison>("/api/checkpoints/compare", { note }),
    onMutate: () => setSaid(null),
    onSuccess: setSaid,
  });
  const latest = list?.checkpoints[0];
  return (
    <>
      <div className="actions">
        <Button isPending={isPending} onPress={onMake}>
          {t("integrity.checkpointMake")}
        </Button>
        {latest === undefined ? null : (
          <>
            <Button onPress={() => saveText(`guwah-checkpoint-${latest.size}.txt`, latest.note)}>
              {t("integrity.checkpointSave")}
            </Button>
            <PickText onText={(note) => comparing.mutate(note)}>{t("integrity.compare")}</PickText>
          </>
        )}
      </div>
      <div aria-live="polite">
        <ErrorNote error={comparing.error} />
        {said === null ? null : (
          <Note tone={said.verdict === "extends" ? "good" : "bad"}>
            {t(`integrity.compare.${said.verdict}`, { size: said.size ?? 0 })}{" "}
            {said.verdict === "extends"
              ? t("integrity.checkpointSince", { count: said.since ?? 0 })
              : null}
          </Note>
        )}
      </div>
    </>
  );
}

function Verifier({ vkey }: { readonly vkey: string }): ReactNode {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="integrity__verifier">
      <h3>{t("integrity.verifier")}</h3>
      <p className="quiet">{t("integrity.verifierHint")}</p>
      <code dir="ltr">{vkey}</code>
      <div className="row">
        <Button
          small
          onPress={() => {
            void navigator.clipboard.writeText(vkey).then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {t("integrity.copy")}
        </Button>
        <span aria-live="polite" className="quiet">
          {isCopied ? t("integrity.copied") : null}
        </span>
      </div>
    </div>
  );
}
