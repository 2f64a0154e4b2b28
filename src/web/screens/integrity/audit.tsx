// Audits of all files, and the mirror that lost ones come back from.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, useJob } from "../../api/index.ts";
import type { AuditReport, AuditState, MirrorReport } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  DateText,
  Dot,
  ErrorNote,
  JobProgress,
  Note,
  TextField,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";

const auditKey = ["audit"] as const;

export function Audit(): ReactNode {
  const client = useQueryClient();
  const may = useMay();
  const state = useQuery({
    queryKey: auditKey,
    queryFn: async ({ signal }) => get<AuditState>("/api/audit", { signal }),
  });
  const again = (): void => void client.invalidateQueries({ queryKey: auditKey });
  const audit = useJob<AuditReport>(again);
  const mirror = useJob<MirrorReport>(again);
  const busy = audit.phase === "running" || mirror.phase === "running";
  const last = state.data?.last ?? null;
  const known = state.data?.mirror ?? null;
  const start = (repair: boolean) => void audit.start(async () => post("/api/audit", { repair }));
  return (
    <section className="stack">
      <h2>{t("audit.title")}</h2>
      <p className="quiet integrity__lead">{t("audit.lead")}</p>
      <ErrorNote error={state.error} />
      {state.data === undefined ? null : <Last last={last} />}
      {audit.phase === "running" ? (
        <JobProgress job={audit.job} label={t("audit.running")} onCancel={audit.cancel} />
      ) : null}
      <ErrorNote error={audit.error} />
      <div className="row">
        <Button isDisabled={busy} onPress={() => start(false)}>
          {t("audit.run")}
        </Button>
        {may("keep") && known !== null && last !== null && !last.clean ? (
          <Button isDisabled={busy} onPress={() => start(true)}>
            {t("audit.repair")}
          </Button>
        ) : null}
      </div>
      {known === null ? (
        <p className="quiet integrity__lead">{t("audit.mirrorNone")}</p>
      ) : (
        <p>
          {t("audit.mirrorAt")}: <Bidi>{known.folder}</Bidi>, {t("audit.mirrorBegun")}{" "}
          <DateText at={known.at} />
        </p>
      )}
      {may("keep") && state.data !== undefined ? (
        <MirrorForm
          key={known?.folder ?? ""}
          folder={known?.folder ?? ""}
          busy={busy}
          onMirror={(folder) => void mirror.start(async () => post("/api/mirror", { folder }))}
        />
      ) : null}
      {mirror.phase === "running" ? (
        <JobProgress job={mirror.job} label={t("audit.mirroring")} onCancel={mirror.cancel} />
      ) : null}
      {mirror.phase === "done" && mirror.job?.result !== undefined ? (
        <Note tone={mirror.job.result.lost === 0 ? "good" : "warn"}>
          {t("audit.mirrored", { count: mirror.job.result.copied })}
        </Note>
      ) : null}
      <ErrorNote error={mirror.error} />
    </section>
  );
}

function Last({ last }: { readonly last: AuditReport | null }): ReactNode {
  if (last === null) return <Note>{t("audit.never")}</Note>;
  const { files, missing, damaged, repaired, clean, lost } = last;
  return (
    <>
      <p className="integrity__latest">
        <Dot tone={clean ? "good" : "bad"} />{" "}
        {missing + damaged === 0
          ? t("audit.whole", { count: files })
          : t("audit.lost", { missing, damaged, repaired })}{" "}
        <DateText at={last.at} />
      </p>
      {lost.length === 0 ? null : (
        <ul aria-label={t("audit.lostFiles")} className="integrity__lost">
          {lost.slice(0, 20).map(({ file, state, repaired: whole }) => (
            <li key={file}>
              {t(whole ? "audit.state.repaired" : `audit.state.${state}`)}{" "}
              <code dir="ltr">{file}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MirrorForm({
  folder,
  busy,
  onMirror,
}: {
  readonly folder: string;
  readonly busy: boolean;
  readonly onMirror: (folder: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(folder);
  return (
    <form
      className="stack integrity__mirror"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onMirror(typed.trim());
      }}
    >
      <TextField
        label={t("audit.mirrorFolder")}
        hint={t("audit.mirrorHint")}
        value={typed}
        onChange={setTyped}
      />
      <div>
        <Button type="submit" isDisabled={busy || typed.trim() === ""}>
          {t("audit.mirror")}
        </Button>
      </div>
    </form>
  );
}
