// Exports: for whom, in which format and what that loses, what stays; then making it and carrying it away. And everything home.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get, post, useJob } from "../../api/index.ts";
import type { AboutFormat, ExportPreview } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import {
  ErrorNote,
  JobProgress,
  LinkButton,
  Note,
  Page,
  Radios,
  Select,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Home } from "./home.tsx";
import { MakeExport } from "./make-export.tsx";
import { HeldList } from "./preview.tsx";
import "./release.css";

const audiences = ["partners", "public", "inside"] as const;

export function ExportsScreen(): ReactNode {
  const [audience, setAudience] = useState<string>("partners");
  const [format, setFormat] = useState("csv");
  const may = useMay();
  const formats = useQuery({
    queryKey: ["exports", "formats"],
    queryFn: async ({ signal }) =>
      (await get<{ readonly items: readonly AboutFormat[] }>("/api/exports/formats", { signal }))
        .items,
    staleTime: Infinity,
  });
  return (
    <Page
      className="release"
      title={t("exports.title")}
      lead={t("exports.lead")}
      actions={<LinkButton to="/release">{t("exports.toRelease")}</LinkButton>}
    >
      {may("publish") ? (
        <>
          <Select
            label={t("release.audience")}
            value={audience}
            onChange={setAudience}
            options={audiences.map((code) => ({
              value: code,
              label: t(`release.audience.${code}`),
            }))}
          />
          {formats.error === null ? null : <ErrorNote error={formats.error} />}
          <Radios
            label={t("exports.format")}
            value={format}
            onChange={setFormat}
            choices={(formats.data ?? []).map(({ format: code }) => ({
              value: code,
              label: tIf(`exports.format.${code}`) ?? code,
              hint: tIf(`exports.loses.${code}`),
            }))}
          />
          <About about={formats.data?.find((one) => one.format === format)?.about} />
          <Look key={audience} audience={audience} format={format} />
        </>
      ) : (
        <Note>{t("exports.onlyPublishers")}</Note>
      )}
      <Home />
    </Page>
  );
}

/** As the README inside says it, word for word. */
function About({ about }: { readonly about: string | undefined }): ReactNode {
  if (about === undefined) return null;
  return (
    <details>
      <summary>{t("exports.about")}</summary>
      <p className="quiet" lang="en">
        {about}
      </p>
    </details>
  );
}

function Look({
  audience,
  format,
}: {
  readonly audience: string;
  readonly format: string;
}): ReactNode {
  const { start, phase, job, error } = useJob<ExportPreview>();
  useEffect(() => {
    void start(async () => post("/api/exports/preview", { audience }));
  }, [start, audience]);
  if (error !== null) return <ErrorNote error={error} />;
  const found = phase === "done" ? job?.result : undefined;
  if (found === undefined) return <JobProgress job={job} label={t("exports.looking")} />;
  const { people, claims, statements, sources, heldBack, release } = found;
  const missing = release?.missing ?? [];
  return (
    <>
      <section className="release__part" role="status">
        <h2>{t("exports.goes")}</h2>
        <p>
          {[
            t("release.people", { count: people }),
            t("release.values", { count: claims }),
            t("release.statements", { count: statements }),
            t("release.what.source", { count: sources }),
          ].join(" · ")}
        </p>
        {release === null ? null : (
          <p>
            {t("release.contents")} <code className="release__hash">{release.contents}</code>
          </p>
        )}
        <details>
          <summary>{t("release.held")}</summary>
          <HeldList held={heldBack} />
        </details>
      </section>
      {missing.length === 0 ? (
        people === 0 ? null : (
          <MakeExport key={`${audience} ${format}`} audience={audience} format={format} />
        )
      ) : (
        <Note tone="warn">
          <p>{t("exports.notApproved")}</p>
          <LinkButton to="/release">{t("exports.toRelease")}</LinkButton>
        </Note>
      )}
    </>
  );
}
