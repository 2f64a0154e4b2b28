// The people around a person: as a drawing, the same as a table, and who else may have been where this person was.
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { NetworkEdge, NetworkView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  ReviewTag,
  Select,
  Table,
} from "../../parts/index.ts";
import { CarryPicture } from "../../parts/figure-picture.tsx";
import { Drawing, PersonName } from "./drawing.tsx";
import { Leads } from "./leads.tsx";
import { networkPicture } from "./network-picture.ts";
import "./network.css";

const route = getRouteApi("/people/$id/network");
const depths = ["1", "2", "3"] as const;

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const [depth, setDepth] = useState<string>("2");
  const network = useQuery({
    queryKey: ["network", id, depth],
    queryFn: async ({ signal }) =>
      get<NetworkView>(`/api/people/${encodeURIComponent(id)}/network?depth=${depth}`, { signal }),
    placeholderData: keepPreviousData,
  });
  const view = network.data;
  const middle = view?.nodes.find((node) => node.id === view.middle);
  if (view === undefined || middle === undefined)
    return (
      <Page title={t("network.title")}>
        {network.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={network.error} onRetry={() => void network.refetch()} />
        )}
      </Page>
    );
  return (
    <Page
      className="network"
      title={t("network.of", { label: middle.label })}
      windowTitle={middle.number}
      heading={t("network.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id: middle.id }}>
            <PersonName node={middle} />
          </Link>{" "}
          <span className="quiet">{middle.number}</span>
        </>
      }
      actions={
        <LinkButton to="/people/$id/story" params={{ id: middle.id }}>
          {t("story.title")}
        </LinkButton>
      }
    >
      {view.edges.length === 0 ? (
        <EmptyState title={t("network.none")} text={t("network.noneText")} />
      ) : (
        <Around view={view} depth={depth} onDepth={setDepth} />
      )}
      <Leads person={middle.id} />
    </Page>
  );
}

function Around({
  view,
  depth,
  onDepth,
}: {
  readonly view: NetworkView;
  readonly depth: string;
  readonly onDepth: (depth: string) => void;
}): ReactNode {
  const picture = useMemo(() => networkPicture(view), [view]);
  return (
    <>
      <section aria-labelledby="drawing">
        <div className="network__head">
          <h2 id="drawing">{t("network.drawing")}</h2>
          <Select
            label={t("network.depth")}
            value={depth}
            onChange={onDepth}
            options={depths.map((value) => ({ value, label: t(`network.depth.${value}`) }))}
          />
        </div>
        <Drawing view={view} />
        <CarryPicture picture={picture} />
        {view.left === 0 ? null : (
          <p className="quiet small">{t("network.left", { count: view.left })}</p>
        )}
      </section>
      <section aria-labelledby="ties">
        <h2 id="ties">{t("network.table")}</h2>
        <Ties view={view} />
      </section>
    </>
  );
}

function Ties({ view }: { readonly view: NetworkView }): ReactNode {
  const byId = useMemo(() => new Map(view.nodes.map((node) => [node.id, node])), [view]);
  const distance = (edge: NetworkEdge): number =>
    Math.min(byId.get(edge.from)?.distance ?? 9, byId.get(edge.to)?.distance ?? 9);
  const rows = view.edges.toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1));
  const person = (id: string): ReactNode => (
    <Link to="/people/$id" params={{ id }}>
      <PersonName node={byId.get(id)} />
    </Link>
  );
  return (
    <Table
      caption={t("network.table")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "from", head: t("network.person"), main: true, cell: ({ from }) => person(from) },
        {
          key: "kind",
          head: t("network.isThe"),
          cell: ({ label, kind }) =>
            label === "" ? t(`network.kind.${kind}`) : <Bidi>{label}</Bidi>,
        },
        { key: "to", head: t("network.ofWhom"), cell: ({ to }) => person(to) },
        {
          key: "by",
          head: t("network.by"),
          cell: ({ sources }) =>
            sources.map(({ claim, record, title, review }, i) => (
              <span key={claim}>
                {i === 0 ? "" : " · "}
                <Link to="/records/$id" params={{ id: record }} search={{ claim }}>
                  <Bidi>{title}</Bidi>
                </Link>{" "}
                {review === "accepted" ? null : <ReviewTag review={review} />}
              </span>
            )),
        },
      ]}
    />
  );
}
