// A picture or a scan read by machine: what was read already, and reading it now, on request and on this computer only.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError, get, post, useJob } from "../../api/index.ts";
import type { MachineReading, OcrReadiness, RecognisedSource } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Bidi,
  Button,
  Checkbox,
  ErrorNote,
  JobProgress,
  LinkButton,
  Note,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { languageText } from "../sources/kinds.ts";

export function MachineText({ id }: { readonly id: string }): ReactNode {
  const address = `/api/sources/${encodeURIComponent(id)}/ocr`;
  const mayAdd = useMay()("add");
  const client = useQueryClient();
  const ready = useQuery({
    queryKey: ["ocr"],
    queryFn: async ({ signal }) => get<OcrReadiness>("/api/ocr", { signal }),
    enabled: mayAdd,
  });
  const readings = useQuery({
    queryKey: ["ocr", id],
    queryFn: async ({ signal }) => get<readonly MachineReading[]>(address, { signal }),
  });
  const job = useJob<RecognisedSource>(() => {
    for (const queryKey of [["ocr", id], ["evidence", id], ["sources"]])
      void client.invalidateQueries({ queryKey });
  });
  const made = job.phase === "done" ? job.job?.result : undefined;
  return (
    <section className="stack">
      <h2>{t("ocr.title")}</h2>
      <p className="quiet evidence__lead">{t("ocr.lead")}</p>
      {readings.data === undefined || readings.data.length === 0 ? null : (
        <ul className="evidence__records">
          {readings.data.map((one) => (
            <li key={one.id}>
              <Link to="/sources/$id" params={{ id: one.id }}>
                <Bidi>{one.title ?? one.id}</Bidi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {made === undefined ? null : <Made made={made} />}
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("ocr.running")} onCancel={job.cancel} />
      ) : mayAdd && ready.data !== undefined ? (
        <Ask
          ready={ready.data}
          onStart={(languages) => void job.start(async () => post(address, { languages }))}
        />
      ) : null}
      {job.phase === "cancelled" ? <Note>{t("ocr.stopped")}</Note> : null}
      <ErrorNote error={job.error} />
    </section>
  );
}

function Made({ made }: { readonly made: RecognisedSource }): ReactNode {
  return (
    <Note tone="good">
      <p>
        {t(made.isNew ? "ocr.done" : "ocr.same", { count: made.pages.length })}
        {made.left === 0 ? null : ` ${t("ocr.left", { count: made.left })}`}
      </p>
      <LinkButton small to="/sources/$id" params={{ id: made.source }}>
        {t("ocr.open")}
      </LinkButton>
    </Note>
  );
}

/** Which languages to look for: each more makes it slower and less sure. */
function Ask({
  ready,
  onStart,
}: {
  readonly ready: OcrReadiness;
  readonly onStart: (languages: readonly string[]) => void;
}): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { problem, languages } = ready;
  if (problem !== null)
    return <ErrorNote error={new ApiError(problem.code, 501, problem.message)} />;
  const missing = languages.filter(({ installed }) => !installed);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onStart(chosen);
      }}
    >
      <fieldset className="evidence__languages">
        <legend className="field__label">{t("ocr.languages")}</legend>
        {languages.flatMap(({ code, tag, installed }) =>
          installed
            ? [
                <Checkbox
                  key={code}
                  label={languageText(tag)}
                  checked={chosen.includes(code)}
                  onChange={(on) =>
                    setChosen(on ? [...chosen, code] : chosen.filter((one) => one !== code))
                  }
                />,
              ]
            : [],
        )}
      </fieldset>
      <p className="field__hint">{t("ocr.languagesHint")}</p>
      {missing.length === 0 ? null : (
        <Note>
          {t("ocr.missing", {
            names: missing.map(({ tag }) => languageText(tag)).join(", "),
            packages: missing
              .map(({ code }) => `tesseract-ocr-${code.replace("_", "-")}`)
              .join(" "),
          })}
        </Note>
      )}
      <Actions>
        <Button type="submit" isDisabled={chosen.length === 0}>
          {t("ocr.start")}
        </Button>
      </Actions>
    </form>
  );
}
