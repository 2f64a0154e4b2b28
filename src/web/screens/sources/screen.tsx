// Everything that came in, the newest first: what it is, what was made of it, what still waits.
import type { ReactNode } from "react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { SourceItem } from "../../api/views.ts";
import { formatDate } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  Icon,
  LinkButton,
  Loading,
  Page,
  SearchField,
  Select,
  Table,
  Tag,
} from "../../parts/index.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { useListKeys } from "../../parts/use-list-keys.ts";
import { usePages } from "../../parts/use-pages.ts";
import { useKept } from "../../shell/kept.ts";
import { useMay } from "../../shell/rights.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { kindOptions, kindText, languageText } from "./kinds.ts";
import { Proposed } from "./proposed.tsx";
import "./sources.css";

const route = getRouteApi("/sources");
const states = ["all", "open", "done"] as const;
const stateText = {
  all: "sources.stateAll",
  open: "sources.stateOpen",
  done: "sources.stateDone",
} as const;

export function Screen(): ReactNode {
  const { kind = "", state: asked = "all" } = route.useSearch();
  const state = states.find((one) => one === asked) ?? "all";
  const [q, search] = useKept("sources.q");
  const navigate = useNavigate();
  const mayAdd = useMay()("add");
  const sources = usePages<SourceItem>("sources", "/api/sources/list", {
    ...(q === "" ? {} : { q }),
    ...(kind === "" ? {} : { kind }),
    ...(state === "all" ? {} : { state }),
  });
  const { list, first } = useListKeys();
  useShortcut("n", t("sources.keyAdd"), () => void navigate({ to: "/add" }), { enabled: mayAdd });
  const filter = (next: { readonly kind?: string; readonly state?: string }): void =>
    void navigate({
      to: "/sources",
      search: Object.fromEntries(
        Object.entries({ kind, state, ...next }).filter(
          ([, value]) => value !== "" && value !== "all",
        ),
      ),
      replace: true,
    });
  const filtered = q !== "" || kind !== "" || state !== "all";
  return (
    <Page
      title={t("sources.title")}
      lead={
        sources.total === undefined || sources.total === 0
          ? t("sources.lead")
          : t("sources.total", { count: sources.total })
      }
      {...(mayAdd
        ? {
            actions: (
              <LinkButton variant="primary" to="/add">
                <Icon name="plus" />
                {t("sources.add")}
              </LinkButton>
            ),
          }
        : {})}
    >
      <div className="sources__filters" role="group" aria-label={t("sources.filters")}>
        <SearchField label={t("sources.search")} value={q} onSearch={search} onDown={first} />
        <Select
          label={t("sources.state")}
          value={state}
          onChange={(next) => filter({ state: next })}
          options={states.map((value) => ({ value, label: t(stateText[value]) }))}
        />
        <Select
          label={t("sources.kind")}
          value={kind}
          onChange={(next) => filter({ kind: next })}
          empty={t("sources.kindAll")}
          options={kindOptions()}
        />
      </div>
      {sources.error === null ? null : (
        <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />
      )}
      {sources.total === undefined && sources.error === null ? <Loading /> : null}
      {sources.total === 0 ? (
        <Nothing
          filtered={filtered}
          mayAdd={mayAdd}
          onClear={() => {
            search("");
            filter({ kind: "", state: "all" });
          }}
        />
      ) : null}
      {sources.items.length === 0 ? null : (
        <div ref={list} aria-busy={sources.isPlaceholderData}>
          <SourceTable items={sources.items} />
          <MoreRows
            shown={sources.items.length}
            total={sources.total ?? 0}
            isBusy={sources.isFetchingNextPage}
            onMore={sources.hasNextPage ? () => void sources.fetchNextPage() : undefined}
          />
        </div>
      )}
    </Page>
  );
}

function Nothing({
  filtered,
  mayAdd,
  onClear,
}: {
  readonly filtered: boolean;
  readonly mayAdd: boolean;
  readonly onClear: () => void;
}): ReactNode {
  if (filtered)
    return (
      <EmptyState
        title={t("sources.emptyFiltered")}
        text={t("sources.emptyFilteredText")}
        action={<Button onPress={onClear}>{t("sources.clear")}</Button>}
      />
    );
  return (
    <EmptyState
      title={t("sources.emptyTitle")}
      text={t("sources.emptyText")}
      {...(mayAdd ? { action: <LinkButton to="/add">{t("sources.emptyAction")}</LinkButton> } : {})}
    />
  );
}

function SourceTable({ items }: { readonly items: readonly SourceItem[] }): ReactNode {
  return (
    <Table<SourceItem>
      caption={t("sources.caption")}
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        {
          key: "title",
          head: t("sources.colTitle"),
          main: true,
          cell: (item) => (
            <div
              className={item.thumbnail ? "sources__title sources__title--seen" : "sources__title"}
            >
              {item.thumbnail ? <Thumbnail id={item.id} /> : null}
              <Link
                to="/sources/$id"
                params={{ id: item.id }}
                className="sources__link"
                data-row={item.id}
              >
                <Bidi lang={item.language}>{item.title}</Bidi>
              </Link>
              <small className="quiet">
                {kindText(item.kind)}
                {item.machineRead === undefined ? null : (
                  <>
                    {" "}
                    <Tag tone="warn">{t("ocr.mark")}</Tag>
                  </>
                )}
              </small>
            </div>
          ),
        },
        {
          key: "publisher",
          head: t("sources.colPublisher"),
          cell: (item) => <Proposed field={item.publisher} />,
        },
        {
          key: "date",
          head: t("sources.colDate"),
          cell: (item) => <Proposed field={item.published} text={formatDate} />,
        },
        {
          key: "language",
          head: t("sources.colLanguage"),
          minor: true,
          cell: (item) => (item.language === undefined ? "" : languageText(item.language)),
        },
        {
          key: "made",
          head: t("sources.colMade"),
          minor: true,
          cell: (item) => <small className="quiet">{madeText(item)}</small>,
        },
        { key: "open", head: t("sources.colOpen"), cell: (item) => <Open open={item.open} /> },
      ]}
    />
  );
}

/** Never the original: a small copy that was made apart. Its place is there before it comes, so nothing jumps. */
function Thumbnail({ id }: { readonly id: string }): ReactNode {
  return (
    <img
      className="sources__thumbnail"
      src={`/api/sources/${encodeURIComponent(id)}/thumbnail`}
      alt={t("sources.thumbnail")}
      width={44}
      height={44}
      loading="lazy"
      decoding="async"
    />
  );
}

function madeText({ statements, claims }: SourceItem): string {
  const parts = [
    statements === 0 ? "" : t("sources.statements", { count: statements }),
    claims === 0 ? "" : t("sources.claims", { count: claims }),
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("sources.madeNothing") : parts.join(", ");
}

function Open({ open }: { readonly open: number | null }): ReactNode {
  if (open === null) return <small className="quiet">{t("sources.openNot")}</small>;
  return open === 0 ? (
    <Tag tone="good">{t("sources.openDone")}</Tag>
  ) : (
    <Tag tone="accent">{t("sources.open", { count: open })}</Tag>
  );
}
