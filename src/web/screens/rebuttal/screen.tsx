// The rebuttal file of a person: for whom, what it would say, what stays, and making it.
import { useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asApiError, post } from "../../api/index.ts";
import type { MadeRebuttalView, RebuttalView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Actions,
  Bidi,
  Button,
  ErrorNote,
  Loading,
  Note,
  Page,
  Select,
} from "../../parts/index.ts";
import { audiences } from "../dossier/audiences.ts";
import { download } from "../submissions/download.ts";
import { Paper } from "./paper.tsx";
import "./rebuttal.css";

const route = getRouteApi("/people/$id/rebuttal");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const [audience, setAudience] = useState<string>("inside");
  const at = `/api/people/${encodeURIComponent(id)}/rebuttal`;
  const shown = useQuery({
    queryKey: ["rebuttal", id, audience],
    queryFn: async ({ signal }) => post<RebuttalView>(`${at}/preview`, { audience }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Page
      className="rebuttal"
      title={t("rebuttal.title")}
      windowTitle={t("rebuttal.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id }}>
            <Bidi>{shown.data?.label ?? t("rebuttal.person")}</Bidi>
          </Link>{" "}
          <span className="quiet">{shown.data?.number}</span>
          <br />
          {t("rebuttal.lead")}
        </>
      }
    >
      <Select
        label={t("dossier.audience")}
        value={audience}
        onChange={setAudience}
        options={audiences.map((code) => ({ value: code, label: termText("audience", code) }))}
      />
      <Planned error={shown.error} onRetry={() => void shown.refetch()}>
        {shown.data === undefined ? (
          <Loading />
        ) : (
          <>
            <Summary view={shown.data} />
            <Make key={`${id} ${audience}`} at={at} audience={audience} />
            <Paper html={shown.data.html} />
          </>
        )}
      </Planned>
    </Page>
  );
}

/** Why there is nothing to show, or what there is. */
function Planned({
  error,
  onRetry,
  children,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}): ReactNode {
  if (error === null) return children;
  const { code, details } = asApiError(error);
  const { consent } = details;
  const blocked = typeof consent === "string" ? tIf(`dossier.blocked.${consent}`) : undefined;
  return code === "publish/no-consent" && blocked !== undefined ? (
    <Note>{blocked}</Note>
  ) : (
    <ErrorNote error={error} onRetry={onRetry} />
  );
}

function Summary({ view }: { readonly view: RebuttalView }): ReactNode {
  const { origins, aboutThePerson, aboutThePolicy, unanswered, pictures, changes } = view;
  return (
    <section className="stack" aria-labelledby="rebuttal-summary">
      <h2 id="rebuttal-summary">{t("rebuttal.summary")}</h2>
      <ul className="rebuttal__facts">
        <li>{t("rebuttal.origins", { count: origins })}</li>
        <li>{t("rebuttal.aboutPerson", { count: aboutThePerson })}</li>
        <li>{t("rebuttal.aboutPolicy", { count: aboutThePolicy })}</li>
        <li>{t("rebuttal.unanswered", { count: unanswered.length })}</li>
        <li>{t("rebuttal.pictures", { count: pictures })}</li>
        <li>{t("rebuttal.changes", { count: changes })}</li>
      </ul>
      <h3>{t("dossier.held")}</h3>
      {view.heldBack.length === 0 ? (
        <p>{t("dossier.heldNothing")}</p>
      ) : (
        <ul className="rebuttal__facts">
          {view.heldBack.map(({ what, reason, count }) => (
            <li key={`${what} ${reason}`}>
              {t(`dossier.what.${what}`, { count })}{" "}
              <span className="quiet">{t(`dossier.why.${reason}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Make({ at, audience }: { readonly at: string; readonly audience: string }): ReactNode {
  const making = useMutation({
    mutationFn: async (format: "pdf" | "html") => {
      const made = await post<MadeRebuttalView>(at, { audience, format });
      download(made.file);
      return made.file;
    },
  });
  return (
    <div className="stack">
      <Actions>
        <Button
          variant="primary"
          isPending={making.isPending}
          onPress={() => {
            making.mutate("pdf");
          }}
        >
          {t("rebuttal.pdf")}
        </Button>
        <Button
          isPending={making.isPending}
          onPress={() => {
            making.mutate("html");
          }}
        >
          {t("rebuttal.html")}
        </Button>
      </Actions>
      <p className="quiet small">{t("rebuttal.noted")}</p>
      {making.error === null ? null : <ErrorNote error={making.error} />}
      {making.data === undefined ? null : (
        <Note tone="good">
          {t("rebuttal.made", { name: making.data.name })}{" "}
          <code className="rebuttal__hash">{making.data.hash}</code>
        </Note>
      )}
    </div>
  );
}
