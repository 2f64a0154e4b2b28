// A page from the web: what will be asked and who will see it, then its progress, then what came, to keep or to discard.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError, get, post, useJob } from "../../api/index.ts";
import type { CapturedSource, CapturePreview, CaptureReadiness } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Button,
  ErrorNote,
  JobProgress,
  Note,
  Select,
  TextField,
  toast,
} from "../../parts/index.ts";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import { kindOptions } from "../sources/kinds.ts";
import { Preview } from "./capture-preview.tsx";
import { Captured } from "./captured.tsx";
import { addressOf } from "./web-address.ts";

export function WebForm(): ReactNode {
  const [url, setUrl] = useState("");
  const [kind, setKind] = useState("article");
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const ready = useQuery({
    queryKey: ["capture"],
    queryFn: async () => get<CaptureReadiness>("/api/capture"),
  });
  const job = useJob<CapturePreview>();
  const [made, setMade] = useState<CapturedSource>();
  const address = addressOf(url);
  const held = job.phase === "done" ? job.job?.result : undefined;
  if (made !== undefined)
    return (
      <Captured
        made={made}
        onAgain={() => {
          setUrl("");
          setTried(false);
          setMade(undefined);
        }}
      />
    );
  if (held !== undefined)
    return (
      <Preview
        held={held}
        onKept={(kept) => {
          setMade(kept);
          job.reset();
          void client.invalidateQueries({ queryKey: ["sources"] });
        }}
        onDiscarded={() => {
          job.reset();
          toast({ text: t("capture.discarded") });
        }}
      />
    );
  const problem = ready.data?.problem ?? null;
  const isBusy = job.phase === "running";
  return (
    <form
      className="stack add__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (address === null) focusFirstWrong(event.currentTarget);
        else if (!isBusy)
          void job.start(async () => post("/api/capture", { url: address.href, kind, hold: true }));
      }}
    >
      <ErrorNote
        error={problem === null ? null : new ApiError(problem.code, 501, problem.message)}
      />
      <TextField
        label={t("capture.url")}
        hint={t("capture.urlHint")}
        type="url"
        dir="ltr"
        value={url}
        onChange={setUrl}
        disabled={isBusy}
        {...(tried && address === null ? { error: t("capture.urlMissing") } : {})}
      />
      <Select label={t("add.kind")} value={kind} onChange={setKind} options={kindOptions()} />
      {address === null ? null : (
        <Note tone={address.protocol === "http:" ? "warn" : "plain"}>
          <p>
            <bdi>{t("capture.willAsk", { host: address.host })}</bdi>{" "}
            {ready.data?.proxied === true ? t("capture.seenProxy") : t("capture.seenDirect")}
          </p>
          {address.protocol === "http:" ? <p>{t("capture.plain")}</p> : null}
        </Note>
      )}
      {isBusy ? (
        <JobProgress job={job.job} label={t("capture.running")} onCancel={job.cancel} />
      ) : (
        <Actions>
          <Button type="submit" variant="primary">
            {t("capture.start")}
          </Button>
        </Actions>
      )}
      {job.phase === "cancelled" ? <Note>{t("capture.stopped")}</Note> : null}
      <ErrorNote error={job.error} />
    </form>
  );
}
