// The dossier of a person: for whom, what consent says, exactly what would leave, and why the rest stays.
import { useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asApiError, get, post } from "../../api/index.ts";
import type { DossierPreview, RecordFile } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, ErrorNote, Loading, Note, Page, Select } from "../../parts/index.ts";
import { audiences } from "./audiences.ts";
import { Consents } from "./consents.tsx";
import { MakeDossier } from "./make.tsx";
import { Preview } from "./preview.tsx";
import "./dossier.css";

const route = getRouteApi("/people/$id/dossier");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const [audience, setAudience] = useState<string>("partners");
  const file = useQuery({
    queryKey: ["file", id],
    queryFn: async ({ signal }) =>
      get<RecordFile>(`/api/records/${encodeURIComponent(id)}`, { signal }),
  });
  const plan = useQuery({
    queryKey: ["dossier", id, audience],
    queryFn: async ({ signal }) =>
      post<DossierPreview>(
        "/api/dossiers/preview",
        { record: file.data?.id ?? id, audience },
        { signal },
      ),
    placeholderData: keepPreviousData,
    enabled: file.data !== undefined,
    retry: false,
  });
  if (file.data === undefined)
    return (
      <Page title={t("dossier.title")}>
        {file.error === null ? <Loading /> : <ErrorNote error={file.error} />}
      </Page>
    );
  const { label, number } = file.data;
  return (
    <Page
      className="dossier"
      title={t("dossier.title")}
      windowTitle={t("dossier.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id }}>
            <Bidi>{label}</Bidi>
          </Link>{" "}
          <span className="quiet">{number}</span>
          <br />
          {t("dossier.lead")}
        </>
      }
    >
      <Select
        label={t("dossier.audience")}
        value={audience}
        onChange={setAudience}
        options={audiences.map((code) => ({ value: code, label: termText("audience", code) }))}
      />
      <section className="dossier__part">
        <h2>{t("dossier.consent")}</h2>
        {audience === "inside" ? <p className="quiet">{t("dossier.consentInside")}</p> : null}
        <Consents about={file.data.id} title={label} audience={audience} />
      </section>
      <Planned plan={plan} audience={audience} record={file.data.id} />
    </Page>
  );
}

function Planned({
  plan,
  audience,
  record,
}: {
  readonly plan: {
    readonly data: DossierPreview | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly audience: string;
  readonly record: string;
}): ReactNode {
  if (plan.error !== null) {
    const error = asApiError(plan.error);
    const { consent } = error.details;
    const blocked = typeof consent === "string" ? tIf(`dossier.blocked.${consent}`) : undefined;
    return error.code === "publish/no-consent" && blocked !== undefined ? (
      <Note>{blocked}</Note>
    ) : (
      <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
    );
  }
  if (plan.data === undefined) return <Loading />;
  return (
    <>
      <Preview plan={plan.data} audience={audience} />
      <MakeDossier key={audience} record={record} audience={audience} />
    </>
  );
}
