// "Ask the language model" on one source: says what leaves and where it goes, sends when the person says so, tells what came.
// Invariant: shown only where a keeper set a model; nothing is sent before the button in the window is pressed, and the
// address sent along is the one that stood in the window.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { post, useJob, useModel } from "../api/index.ts";
import type { ModelAnswer } from "../api/views.ts";
import { t } from "../messages/index.ts";
import { useMay } from "../shell/rights.ts";
import { Actions } from "./actions.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorNote, Note } from "./error-note.tsx";
import { JobProgress } from "./progress-bar.tsx";

export function AskModel({ source }: { readonly source: string }): ReactNode {
  const model = useModel().data;
  const mayAdd = useMay()("add");
  const [open, setOpen] = useState(false);
  if (model?.on !== true || !mayAdd) return null;
  return (
    <>
      <button type="button" className="link small" onClick={() => setOpen(true)}>
        {t("model.ask")}
      </button>
      {open ? (
        <Asking
          source={source}
          address={model.address}
          model={model.model}
          here={model.here}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function Asking({
  source,
  address,
  model,
  here,
  onClose,
}: {
  readonly source: string;
  readonly address: string;
  readonly model: string;
  readonly here: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const client = useQueryClient();
  const job = useJob<ModelAnswer>(() => {
    void client.invalidateQueries({ queryKey: ["source-reading", source] });
    void client.invalidateQueries({ queryKey: ["source", source] });
    void client.invalidateQueries({ queryKey: ["sources"] });
  });
  const path = `/api/sources/${encodeURIComponent(source)}/ask-model`;
  const running = job.phase === "running";
  const result = job.phase === "done" ? job.job?.result : undefined;
  return (
    <Dialog
      title={t("model.ask")}
      isOpen
      onClose={onClose}
      role={running ? "alertdialog" : "dialog"}
    >
      <div className="stack">
        {result === undefined ? (
          <>
            <Note tone={here ? "plain" : "warn"}>
              {t(here ? "model.sentHere" : "model.sent", { address })}
            </Note>
            <p>{t("model.onlySuggestions", { model })}</p>
          </>
        ) : (
          <Told result={result} />
        )}
        <ErrorNote error={job.error} />
        {job.phase === "cancelled" ? <Note>{t("model.cancelled")}</Note> : null}
        {running ? (
          <JobProgress job={job.job} label={t("model.asking")} onCancel={job.cancel} />
        ) : (
          <Actions>
            {result === undefined ? (
              <Button
                variant="primary"
                onPress={() => void job.start(async () => post(path, { address }))}
              >
                {t("model.send")}
              </Button>
            ) : null}
            <Button onPress={onClose}>
              {result === undefined ? t("parts.cancel") : t("parts.close")}
            </Button>
          </Actions>
        )}
      </div>
    </Dialog>
  );
}

function Told({ result }: { readonly result: ModelAnswer }): ReactNode {
  const { added, known, notFound, malformed } = result;
  return (
    <Note tone={added > 0 ? "good" : "plain"}>
      <p>{t("model.added", { count: added })}</p>
      {known > 0 ? <p>{t("model.known", { count: known })}</p> : null}
      {notFound > 0 ? <p>{t("model.notFound", { count: notFound })}</p> : null}
      {malformed > 0 ? <p>{t("model.malformed", { count: malformed })}</p> : null}
    </Note>
  );
}
