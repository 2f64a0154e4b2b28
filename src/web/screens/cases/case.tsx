// One case: what is to settle, the days, the tasks, the proceedings; and beside them who and how far.
import type { ReactNode } from "react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { CaseView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  DateText,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
} from "../../parts/index.ts";
import { PriorityTag } from "./card.tsx";
import { Checklist } from "./checklist.tsx";
import { Deadlines } from "./deadlines.tsx";
import { Fields } from "./fields.tsx";
import { Findings } from "./findings.tsx";
import { CaseHistory } from "./history.tsx";
import { Notes } from "./notes.tsx";
import { People } from "./people.tsx";
import { Proceedings } from "./proceedings.tsx";
import { Tasks } from "./tasks.tsx";
import { useCase } from "./use-cases.ts";
import "./cases.css";

const route = getRouteApi("/cases/$id");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const one = useCase(id);
  if (one.data === undefined) {
    const missing = one.error !== null && asApiError(one.error).status === 404;
    return (
      <Page title={t("case.loading")}>
        {missing ? (
          <EmptyState
            title={t("case.notFound")}
            action={<LinkButton to="/cases">{t("case.back")}</LinkButton>}
          />
        ) : one.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={one.error} onRetry={() => void one.refetch()} />
        )}
      </Page>
    );
  }
  return <Case key={one.data.id} view={one.data} />;
}

function Case({ view }: { readonly view: CaseView }): ReactNode {
  const { number, people } = view;
  const name = view.title ?? people.map(({ label }) => label).join(", ");
  return (
    <Page
      className="case"
      title={t("case.title", { number })}
      windowTitle={number}
      heading={name === "" ? number : <Bidi>{name}</Bidi>}
      lead={
        <>
          <Link to="/cases">{t("case.back")}</Link> · {number} · {termText("case-kind", view.kind)}{" "}
          · {t("case.openedAt", { day: "" })}
          <DateText at={view.openedAt} /> <PriorityTag priority={view.priority} />
        </>
      }
    >
      <div className="case__two">
        <div className="case__main">
          <Findings view={view} />
          <Deadlines view={view} />
          <Tasks view={view} />
          <Proceedings view={view} />
          <Notes view={view} />
        </div>
        <div className="case__side">
          <Fields view={view} />
          <People view={view} />
          <Checklist view={view} />
          <CaseHistory id={view.id} />
        </div>
      </div>
    </Page>
  );
}
