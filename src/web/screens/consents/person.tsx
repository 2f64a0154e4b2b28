// The consents of one person, under an address of their own.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, ErrorNote, LinkButton, Loading, Page } from "../../parts/index.ts";
import { ConsentState } from "./state.tsx";

const route = getRouteApi("/people/$id/consents");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const file = useQuery({
    queryKey: ["file", id],
    queryFn: async ({ signal }) =>
      get<RecordFile>(`/api/records/${encodeURIComponent(id)}`, { signal }),
  });
  if (file.data === undefined)
    return (
      <Page title={t("consents.title")}>
        {file.error === null ? <Loading /> : <ErrorNote error={file.error} />}
      </Page>
    );
  const { label, number } = file.data;
  return (
    <Page
      title={t("consents.title")}
      windowTitle={t("consents.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id }}>
            <Bidi>{label}</Bidi>
          </Link>{" "}
          <span className="quiet">{number}</span>
          <br />
          {t("consents.lead")}
        </>
      }
      actions={
        <>
          <LinkButton to="/people/$id/letter" params={{ id }}>
            {t("letter.open")}
          </LinkButton>
          <LinkButton to="/people/$id/dossier" params={{ id }}>
            {t("dossier.open")}
          </LinkButton>
        </>
      }
    >
      <ConsentState about={file.data.id} />
    </Page>
  );
}
