// Lists made of sources, and what they say about people on none of them.
// Invariant: no estimate is asked for, and none shown, before every assumption has an answer; a change of lists or answers takes it away.
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import type { HiddenEstimate } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, Checkbox, ErrorNote, JobProgress, Note, Page } from "../../parts/index.ts";
import { Assumptions } from "./assumptions.tsx";
import { CountTabs } from "./count-tabs.tsx";
import { Lists } from "./lists.tsx";
import { Models } from "./models.tsx";
import {
  type Answers,
  assumptionCodes,
  type DraftList,
  faultyLists,
  freshList,
} from "./overlap-draft.ts";
import "./counts.css";

export function OverlapScreen(): ReactNode {
  const [lists, setLists] = useState<readonly DraftList[]>([freshList(), freshList()]);
  const [answers, setAnswers] = useState<Answers>({});
  const [reviewed, setReviewed] = useState(false);
  const [tried, setTried] = useState(false);
  const job = useJob<HiddenEstimate>();
  const unanswered = assumptionCodes.filter((code) => answers[code] === undefined).length;
  const faulty = faultyLists(lists);
  // What was estimated holds for what was asked; after a change it would stand beside other answers.
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      job.reset();
      set(value);
    };
  const run = (): void => {
    setTried(true);
    if (faulty || unanswered > 0) return;
    void job.start(async () =>
      post("/api/counts/estimate", {
        lists: lists.map(({ name, sources }) => ({
          name: name.trim(),
          sources: sources.map(({ id }) => id),
        })),
        answers,
        reviewed,
      }),
    );
  };
  return (
    <Page title={t("overlap.title")} lead={t("overlap.lead")}>
      <CountTabs current="overlap" />
      <section className="counts-table" aria-labelledby="overlap-lists">
        <h2 id="overlap-lists">{t("overlap.lists")}</h2>
        <p className="quiet">{t("overlap.listsText")}</p>
        <Lists lists={lists} onChange={changed(setLists)} />
        <Checkbox label={t("counts.reviewed")} checked={reviewed} onChange={changed(setReviewed)} />
      </section>
      <section className="counts-table" aria-labelledby="overlap-assumptions">
        <h2 id="overlap-assumptions">{t("overlap.assumptions")}</h2>
        <p className="quiet">{t("overlap.assumptionsText")}</p>
        <Assumptions answers={answers} onChange={changed(setAnswers)} />
      </section>
      {tried && (faulty || unanswered > 0) ? (
        <div role="alert">
          <Note tone="warn">
            {faulty ? <p>{t("overlap.missingLists")}</p> : null}
            {unanswered > 0 ? <p>{t("overlap.missingAnswers", { count: unanswered })}</p> : null}
          </Note>
        </div>
      ) : null}
      <div>
        <Button variant="primary" isPending={job.phase === "running"} onPress={run}>
          {t("overlap.run")}
        </Button>
      </div>
      <ErrorNote error={job.error} onRetry={run} />
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("overlap.working")} onCancel={job.cancel} />
      ) : null}
      {job.phase === "done" && job.job?.result !== undefined ? (
        <Models found={job.job.result} />
      ) : null}
    </Page>
  );
}
