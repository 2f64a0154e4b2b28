// What is documented: counted when one comes, again when one asks for another audience.
// Invariant: a number is never without who speaks, whose share is not known, and what it must not be read as.
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import type { DocumentedCount } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Button,
  Checkbox,
  EmptyState,
  ErrorNote,
  JobProgress,
  Page,
  Select,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { CountTabs } from "./count-tabs.tsx";
import { Counted } from "./counted.tsx";
import { KeepCount } from "./keep-count.tsx";
import "./counts.css";

type Audience = DocumentedCount["audience"];

export function Screen(): ReactNode {
  const may = useMay();
  const [audience, setAudience] = useState<Audience>("inside");
  const [reviewed, setReviewed] = useState(false);
  const [drawnAs, setDrawnAs] = useState<"bars" | "dots">("bars");
  const [count, setCount] = useState<Asked | null>(null);
  const asked = useRef({ audience, reviewed });
  const job = useJob<DocumentedCount>((result) => setCount({ ...asked.current, count: result }));
  const { start } = job;
  const run = (): void => {
    asked.current = { audience, reviewed };
    void start(async () => post("/api/counts", asked.current));
  };
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start(async () => post("/api/counts", asked.current));
  }, [start]);
  const audiences = [
    { value: "inside", label: t("counts.inside") },
    ...(may("publish") ? [{ value: "public", label: t("counts.public") }] : []),
  ];
  return (
    <Page title={t("counts.title")} lead={t("counts.lead")}>
      <CountTabs current="documented" />
      <div className="counts-ask">
        <Select
          label={t("counts.audience")}
          value={audience}
          onChange={(value) => setAudience(value === "public" ? "public" : "inside")}
          options={audiences}
        />
        <Select
          label={t("counts.drawnAs")}
          value={drawnAs}
          onChange={(value) => setDrawnAs(value === "dots" ? "dots" : "bars")}
          options={[
            { value: "bars", label: t("counts.bars") },
            { value: "dots", label: t("counts.dots") },
          ]}
        />
        <Checkbox
          label={t("counts.reviewed")}
          checked={reviewed || audience === "public"}
          disabled={audience === "public"}
          onChange={setReviewed}
        />
        <Button variant="primary" isPending={job.phase === "running"} onPress={run}>
          {t(count === null ? "counts.run" : "counts.again")}
        </Button>
      </div>
      <ErrorNote error={job.error} onRetry={run} />
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("counts.counting")} onCancel={job.cancel} />
      ) : null}
      {count === null ? null : count.count.documented === 0 ? (
        <EmptyState title={t("counts.nobody")} text={t("counts.nobodyText")} />
      ) : (
        <>
          <KeepCount asked={count} />
          <Counted asked={count} drawnAs={drawnAs} />
        </>
      )}
    </Page>
  );
}

/** A count with what it was asked for. */
export interface Asked {
  readonly audience: Audience;
  readonly reviewed: boolean;
  readonly count: Told;
  /** Where it is kept; without one, a figure for the public is a preview. */
  readonly kept?: string;
}

/** What every count says, kept or not. */
export type Told = Omit<DocumentedCount, "discovery"> & {
  readonly discovery?: DocumentedCount["discovery"];
};
