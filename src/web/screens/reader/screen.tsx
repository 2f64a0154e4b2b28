// The reader: what the document says at one side, what can be made of it at the other.
import { useRef } from "react";
import type { ReactNode } from "react";
import { getRouteApi, useLocation, useNavigate } from "@tanstack/react-router";
import type { SourceMark, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, EmptyState, ErrorNote, LinkButton, Loading, Page, Tabs } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { placeOf } from "./address.ts";
import { Facts } from "./facts.tsx";
import { fileAddress, Media, mediaOf } from "./media.tsx";
import { MachineReadNote } from "./machine-read-note.tsx";
import { MetaStrip } from "./meta-strip.tsx";
import { ReadPane } from "./read-pane.tsx";
import { Rows } from "./rows.tsx";
import { useMarks, useReading, useSource, useText } from "./use-source.ts";
import "./reader.css";
import "./runs.css";
import "./margin.css";

/** One list, so that the text is not drawn anew while the marks are asked for. */
const noMarks: readonly SourceMark[] = [];
const route = getRouteApi("/sources/$id");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const source = useSource(id);
  if (source.error !== null)
    return (
      <Page title={t("nav.sources")}>
        <ErrorNote error={source.error} onRetry={() => void source.refetch()} />
        <div>
          <LinkButton to="/sources">{t("nav.sources")}</LinkButton>
        </div>
      </Page>
    );
  if (source.data === undefined)
    return (
      <Page title={t("nav.sources")}>
        <Loading />
      </Page>
    );
  // A new source is a new screen: nothing of the one before stays in hand.
  return <SourcePage key={id} source={source.data} />;
}

/** By what the file is, not by what somebody says the source is: a leaked list is a table too. */
function isTableFile({ file, textHash }: SourceView): boolean {
  return (
    textHash === undefined &&
    file !== undefined &&
    /^text\/(csv|tab-separated-values)|spreadsheet/.test(file.mime)
  );
}

function isJson({ title, file }: SourceView): boolean {
  return /\.(?:json|jsonl|ndjson)$/i.test(title) || /json/.test(file?.mime ?? "");
}

/** What is told or recorded can be written down along with its times. */
function isInterview({ kind, file }: SourceView): boolean {
  return (
    kind === "interview" || kind === "testimony" || /^(?:audio|video)\//.test(file?.mime ?? "")
  );
}

function SourcePage({ source }: { readonly source: SourceView }): ReactNode {
  const { hash } = useLocation();
  const mayAdd = useMay()("add");
  const tab = hash === "about" ? "about" : "read";
  const isTable = isTableFile(source);
  const to = { to: "/sources/$id", params: { id: source.id }, search: true } as const;
  return (
    <Page
      title={source.title}
      heading={<Bidi>{source.title}</Bidi>}
      className="reader"
      {...(isTable && mayAdd
        ? {
            actions: (
              <LinkButton variant="primary" to="/sources/$id/table" params={{ id: source.id }}>
                {t("facts.importTable")}
              </LinkButton>
            ),
          }
        : isJson(source) && mayAdd
          ? {
              actions: (
                <LinkButton to="/sources/$id/foreign" params={{ id: source.id }}>
                  {t("foreign.open")}
                </LinkButton>
              ),
            }
          : isInterview(source)
            ? {
                actions: (
                  <LinkButton to="/sources/$id/interview" params={{ id: source.id }}>
                    {t("interview.openScreen")}
                  </LinkButton>
                ),
              }
            : {})}
    >
      <MachineReadNote source={source} />
      <MetaStrip source={source} mayAdd={mayAdd} />
      <Tabs
        label={t("reader.tabs")}
        current={tab}
        tabs={[
          {
            key: "read",
            label: isTable ? t("reader.tabRows") : t("reader.tabRead"),
            link: { ...to, hash: "" },
          },
          { key: "about", label: t("reader.tabAbout"), link: { ...to, hash: "about" } },
        ]}
      />
      {tab === "about" ? (
        <Facts source={source} mayAdd={mayAdd} isTable={isTable} />
      ) : isTable ? (
        <TablePane source={source} />
      ) : source.textHash === undefined ? (
        <NoText source={source} />
      ) : (
        <TextPane source={source} mayAdd={mayAdd} />
      )}
    </Page>
  );
}

function TablePane({ source }: { readonly source: SourceView }): ReactNode {
  const { at } = route.useSearch();
  const navigate = useNavigate();
  const place = placeOf(at);
  return (
    <Rows
      id={source.id}
      here={place?.kind === "row" ? place.row : null}
      onHere={(row) =>
        void navigate({
          to: "/sources/$id",
          params: { id: source.id },
          search: row === null ? {} : { at: `row:${row}` },
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

function TextPane({
  source,
  mayAdd,
}: {
  readonly source: SourceView;
  readonly mayAdd: boolean;
}): ReactNode {
  const { at, suggestion } = route.useSearch();
  const text = useText(source.id, true);
  const reading = useReading(source.id, true);
  const marks = useMarks(source.id);
  const error = text.error ?? reading.error;
  if (error !== null) {
    if ("code" in error && error.code === "no-text") return <NoText source={source} />;
    return (
      <ErrorNote
        error={error}
        onRetry={() => {
          void text.refetch();
          void reading.refetch();
        }}
      />
    );
  }
  if (text.data === undefined || reading.data === undefined) return <Loading />;
  return (
    <ReadPane
      source={source}
      text={text.data}
      reading={reading.data}
      place={placeOf(at)}
      suggestion={suggestion}
      made={marks.data ?? noMarks}
      mayAdd={mayAdd}
    />
  );
}

function NoText({ source }: { readonly source: SourceView }): ReactNode {
  const player = useRef<HTMLMediaElement>(null);
  const shown = source.file !== undefined && mediaOf(source.file.mime) !== null;
  const download =
    source.file === undefined ? null : (
      <a
        className="btn btn--plain"
        href={fileAddress(source.id)}
        download={source.file.name ?? source.file.hash}
      >
        {t("reader.download")}
      </a>
    );
  if (!shown) return <EmptyState title={t("reader.noText")} action={download} />;
  return (
    <div className="stack">
      <Media source={source} player={player} />
      <div className="row">
        {download}
        {source.file?.mime.startsWith("image/") ? (
          <LinkButton to="/sources/$id/evidence" params={{ id: source.id }}>
            {t("ocr.offer")}
          </LinkButton>
        ) : null}
      </div>
    </div>
  );
}
