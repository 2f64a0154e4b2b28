// A kept count, or one figure of it, at an address of its own: what was told, what it was made of, and whether it comes out the same.
// Invariant: it says what was told then, whatever the vault holds now.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asApiError, post, useJob } from "../../api/index.ts";
import { get } from "../../api/client.ts";
import type { Reproduced, SavedCount } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import {
  Actions,
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  JobProgress,
  LinkButton,
  Loading,
  Note,
  Page,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { CountTabs } from "./count-tabs.tsx";
import { Counted } from "./counted.tsx";
import { dateText } from "./count-pictures.ts";
import "./counts.css";

const route = getRouteApi("/counts/kept/$id");

export function KeptCountScreen(): ReactNode {
  const { id } = route.useParams();
  const { by } = route.useSearch();
  const kept = useQuery({
    queryKey: ["counts", "kept", id],
    queryFn: async ({ signal }) =>
      get<SavedCount>(`/api/counts/kept/${encodeURIComponent(id)}`, { signal }),
    staleTime: Infinity,
  });
  if (kept.data !== undefined) return <Kept key={id} kept={kept.data} by={by} />;
  const gone = kept.error !== null && [400, 404].includes(asApiError(kept.error).status);
  return (
    <Page title={t("kept.title")}>
      <CountTabs current="kept" />
      {gone ? (
        <EmptyState
          title={t("kept.gone")}
          action={<LinkButton to="/counts/kept">{t("kept.all")}</LinkButton>}
        />
      ) : kept.error === null ? (
        <Loading />
      ) : (
        <ErrorNote error={kept.error} onRetry={() => void kept.refetch()} />
      )}
    </Page>
  );
}

function Kept({
  kept,
  by,
}: {
  readonly kept: SavedCount;
  readonly by: string | undefined;
}): ReactNode {
  const may = useMay();
  const { id, audience, reviewed, asOf, savedBy } = kept;
  const table = [...kept.tables, kept.whoSpeaks].find((one) => one.by === by);
  const day = dateText(asOf);
  return (
    <Page
      title={
        table === undefined
          ? t("kept.titleOf", { day })
          : t("kept.figureOf", { day, what: table.title })
      }
      lead={
        <Bidi>
          {t("kept.leadOf", {
            who: savedBy,
            audience: t(audience === "public" ? "kept.public" : "kept.inside"),
          })}
        </Bidi>
      }
    >
      <CountTabs current="kept" />
      <Actions>
        {table === undefined ? null : (
          <Link to="/counts/kept/$id" params={{ id }} search={{}}>
            {t("kept.whole")}
          </Link>
        )}
        {may("publish") ? (
          <a href={`/api/counts/kept/${encodeURIComponent(id)}/csv`} download>
            {t("kept.csv")}
          </a>
        ) : null}
      </Actions>
      <Again kept={kept} />
      <Counted
        asked={{ audience, reviewed, count: kept, kept: id }}
        drawnAs="bars"
        only={table?.by}
      />
    </Page>
  );
}

/** Made again of the ledger as it was, on request: it replays everything up to there. */
function Again({ kept: { id, audience } }: { readonly kept: SavedCount }): ReactNode {
  const may = useMay();
  const job = useJob<Reproduced>();
  const again = (): void =>
    void job.start(async () => post(`/api/counts/kept/${encodeURIComponent(id)}/again`));
  const found = job.phase === "done" ? job.job?.result : undefined;
  if (audience === "public" && !may("publish")) return null;
  return (
    <div role="status">
      {found === undefined ? (
        <Button small isPending={job.phase === "running"} onPress={again}>
          {t("kept.again")}
        </Button>
      ) : (
        <Note tone={found.same ? "good" : "bad"}>
          <p>
            {t(found.same ? "kept.same" : "kept.notSame", {
              entries: number(found.entries),
              now: number(found.entriesNow),
            })}
          </p>
          {found.erased === 0 ? null : <p>{t("kept.erased", { count: found.erased })}</p>}
        </Note>
      )}
      <ErrorNote error={job.error} onRetry={again} />
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("kept.replaying")} onCancel={job.cancel} />
      ) : null}
    </div>
  );
}
