// A person's submissions to the United Nations: each route, what it lacks, what was sent.
import type { ReactNode } from "react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { Bidi, ErrorNote, Loading, Page } from "../../parts/index.ts";
import { RouteCardView } from "./card.tsx";
import { Sent } from "./sent.tsx";
import { SubmitterLine } from "./submitter.tsx";
import { useSubmissions } from "./use-submissions.ts";
import "./submissions.css";

const route = getRouteApi("/people/$id/submissions");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const { data, error, refetch } = useSubmissions(id);
  if (data === undefined)
    return (
      <Page title={t("submissions.title")} windowTitle={t("submissions.title")}>
        {error === null ? <Loading /> : <ErrorNote error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return (
    <Page
      className="submissions"
      title={t("submissions.title")}
      windowTitle={t("submissions.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id: data.person }}>
            <Bidi>{data.label}</Bidi>
          </Link>{" "}
          <span className="quiet">{data.number}</span>
          <br />
          {t("submissions.lead")}
        </>
      }
    >
      <SubmitterLine person={id} submitter={data.submitter} />
      <ul className="submissions__cards">
        {data.routes.map((card) => (
          <li key={card.route}>
            <RouteCardView person={data.person} address={id} card={card} />
          </li>
        ))}
      </ul>
      <Sent page={data} address={id} />
    </Page>
  );
}
