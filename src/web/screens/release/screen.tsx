// What would leave for an audience, who agreed, and what left before.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { ReleasePreview, ReleaseStatus } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ErrorNote, Loading, Page, Select } from "../../parts/index.ts";
import { Decide } from "./decide.tsx";
import { Holds, Past } from "./past.tsx";
import { Changes, CouldBeTold, Going, Staying } from "./preview.tsx";
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
    <Page className="release" title={t("release.title")} lead={t("release.lead")}>
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
          <CouldBeTold plan={plan.data} />
          <Changes plan={plan.data} />
          <Going plan={plan.data} />
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
