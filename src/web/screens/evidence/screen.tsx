// A source as evidence: its files by hash, who had it in hand, where it is used, what in the ledger binds it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { EvidenceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, LinkButton, Loading, Page } from "../../parts/index.ts";
import { Consents } from "./consents.tsx";
import { CustodyList } from "./custody-list.tsx";
import { FileClaims } from "./file-claims.tsx";
import { Files } from "./files.tsx";
import { HowCaptured } from "./how-captured.tsx";
import { InLedger } from "./in-ledger.tsx";
import { MachineText } from "./machine-text.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";
import { Used } from "./used.tsx";
import "./evidence.css";

const route = getRouteApi("/sources/$id/evidence");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const client = useQueryClient();
  const [handing, setHanding] = useState(false);
  const queryKey = ["evidence", id];
  const address = `/api/sources/${encodeURIComponent(id)}`;
  const evidence = useQuery({
    queryKey,
    queryFn: async ({ signal }) => get<EvidenceView>(`${address}/evidence`, { signal }),
    // Coming back from the receipt's own page, its entry is there.
    refetchOnWindowFocus: true,
  });
  const view = evidence.data;
  return (
    <Page
      title={t("evidence.title")}
      windowTitle={t("evidence.title")}
      lead={view?.title === undefined ? undefined : <Bidi>{view.title}</Bidi>}
      actions={
        <LinkButton to="/sources/$id" params={{ id }}>
          {t("evidence.read")}
        </LinkButton>
      }
    >
      {evidence.error === null ? null : (
        <ErrorNote error={evidence.error} onRetry={() => void evidence.refetch()} />
      )}
      {view === undefined ? (
        evidence.error === null ? (
          <Loading />
        ) : null
      ) : (
        <div className="evidence">
          <div className="row">
            {view.original === null ? null : (
              <>
                <a
                  className="btn btn--plain"
                  href={`${address}/receipt`}
                  target="_blank"
                  rel="noopener"
                >
                  {t("evidence.receipt")}
                </a>
                <a className="btn btn--plain" href={`${address}/file`} download>
                  {t("evidence.download")}
                </a>
              </>
            )}
            <Button onPress={() => setHanding(true)}>{t("evidence.transfer")}</Button>
          </div>
          {view.original === null ? null : <p className="quiet">{t("evidence.receiptHint")}</p>}
          <Files view={view} />
          {fileOfKind(view, /wacz|zip/) ? <HowCaptured id={id} /> : null}
          {fileOfKind(view, /^(?:image|audio|video)\/|^application\/pdf/) ? (
            <FileClaims id={id} />
          ) : null}
          {fileOfKind(view, /^image\/|^application\/pdf/) ? <MachineText id={id} /> : null}
          <CustodyList custody={view.custody} />
          <Consents id={id} />
          <Used used={view.used} />
          <InLedger ledger={view.ledger} />
        </div>
      )}
      {handing ? (
        <TransferDialog
          id={id}
          onClose={() => setHanding(false)}
          onNoted={(noted) => {
            client.setQueryData(queryKey, noted);
            setHanding(false);
          }}
        />
      ) : null}
    </Page>
  );
}

const fileOfKind = ({ original }: EvidenceView, mime: RegExp): boolean =>
  original !== null && mime.test(original.mime);
