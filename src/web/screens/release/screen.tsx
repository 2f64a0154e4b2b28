// What would leave for an audience, who agreed, and what left before.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { ReleasePreview, ReleaseStatus } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ErrorNote, LinkButton, Loading, Page, Select } from "../../parts/index.ts";
import { Decide } from "./decide.tsx";
import { Holds, Past } from "./past.tsx";
import { Changes } from "./changes.tsx";
import { Identify } from "./identify.tsx";
import { Going, Staying } from "./preview.tsx";
import { PublisherPart } from "./publisher.tsx";
import { Things } from "./things.tsx";
import "./release.css";

const audiences = ["public", "partners"] as const;

export function Screen(): ReactNode {
  const [audience, setAudience] = useState<string>("public");
  const plan = useQuery({
    queryKey: ["release", "preview", audience],
    queryFn: async ({ signal }) =>
      post<ReleasePreview>("/api/releases/preview", { audience }, { signal }),
    retry: false,
  });
  const status = useQuery({
    queryKey: ["release", "status"],
    queryFn: async ({ signal }) => get<ReleaseStatus>("/api/releases", { signal }),
  });
  return (
    <Page
      className="release"
      title={t("release.title")}
      lead={t("release.lead")}
      actions={<LinkButton to="/release/exports">{t("exports.open")}</LinkButton>}
    >
      <Select
        label={t("release.audience")}
        value={audience}
        onChange={setAudience}
        options={audiences.map((code) => ({ value: code, label: t(`release.audience.${code}`) }))}
      />
      {plan.error === null ? null : (
        <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
      )}
      {plan.data === undefined ? (
        plan.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <Decide key={plan.data.contents} plan={plan.data} audience={audience} />
          <PublisherPart publisher={plan.data.release.publisher} />
          <Changes plan={plan.data} />
          <Identify plan={plan.data} />
          <Going plan={plan.data} />
          <Things plan={plan.data} />
          <Staying plan={plan.data} />
        </>
      )}
      {status.data === undefined ? null : (
        <>
          <Holds holds={status.data.holds} people={plan.data?.people ?? []} />
          <Past releases={status.data.releases} />
        </>
      )}
    </Page>
  );
}
