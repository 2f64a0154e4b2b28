// What waits for me, the commonest first; and what happened last.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get, useDecisions } from "../../api/index.ts";
import type { LastCheck } from "../../api/index.ts";
import type { BatchItem, HistoryView, SourceItem } from "../../api/views.ts";
import { number, t, tIf } from "../../messages/index.ts";
import {
  Bidi,
  DateText,
  edtfText,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  ReviewTag,
  Tag,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Days, useDays } from "./days.tsx";
import { SecondPerson } from "./second-person.tsx";
import "./home.css";

interface HomeView {
  readonly counts: Readonly<Record<string, number>>;
  readonly open: {
    readonly sources: readonly SourceItem[];
    readonly suggestions: number;
    readonly proposedClaims: number;
  };
  readonly disputed: readonly {
    readonly id: string;
    readonly label: string;
    readonly property: string | null;
    readonly text: string;
  }[];
  readonly recent: readonly HistoryView[];
  readonly batches: readonly BatchItem[];
  readonly lastCheck?: LastCheck | null;
}

export function Screen(): ReactNode {
  const home = useQuery({
    queryKey: ["home"],
    queryFn: async ({ signal }) => get<HomeView>("/api/home", { signal }),
  });
  const days = useDays();
  const second = useDecisions().data?.items ?? [];
  const may = useMay();
  const add = may("add") ? (
    <LinkButton to="/add" variant="primary">
      {t("home.add")}
    </LinkButton>
  ) : null;
  if (home.data === undefined) {
    return (
      <Page title={t("home.title")}>
        {home.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={home.error} onRetry={() => void home.refetch()} />
        )}
      </Page>
    );
  }
  const view = home.data;
  if ((view.counts["sources"] ?? 0) === 0 && (view.counts["records"] ?? 0) === 0) {
    return (
      <Page title={t("home.title")}>
        <EmptyState title={t("home.empty")} text={t("home.emptyText")} action={add} />
      </Page>
    );
  }
  return (
    <Page title={t("home.title")} actions={add}>
      <div className="home">
        <div className="home__main">
          <Days {...days} />
          <SecondPerson items={second} />
          <Waiting view={view} isAlone={days.isEmpty && second.length === 0} />
          <Disputed items={view.disputed} />
          <Batches items={view.batches} />
        </div>
        <aside className="home__side">
          <Counts counts={view.counts} />
          {view.lastCheck === undefined || view.lastCheck === null ? (
            <p className="small quiet">
              {t("home.notChecked")} <Link to="/integrity">{t("home.check")}</Link>
            </p>
          ) : null}
          <Recent items={view.recent} />
        </aside>
      </div>
    </Page>
  );
}

/** `isAlone`: no day, task or finding stands above it. */
function Waiting({
  view,
  isAlone,
}: {
  readonly view: HomeView;
  readonly isAlone: boolean;
}): ReactNode {
  const { sources, suggestions, proposedClaims } = view.open;
  if (sources.length === 0 && suggestions + proposedClaims === 0) {
    if (!isAlone) return null;
    return (
      <EmptyState
        title={t("home.nothing")}
        text={t("home.nothingText")}
        action={<LinkButton to="/people">{t("nav.people")}</LinkButton>}
      />
    );
  }
  return (
    <section className="home__part">
      <h2>{t("home.review")}</h2>
      <p className="quiet">
        {t("home.reviewText", { count: suggestions })}{" "}
        {proposedClaims === 0 ? null : t("home.proposed", { count: proposedClaims })}
      </p>
      <ul className="home__list sheet">
        {sources.map((source) => (
          <li key={source.id}>
            <Link to="/sources/$id" params={{ id: source.id }} className="home__item">
              <span className="home__item-main">
                <Bidi className="home__item-title" lang={source.language}>
                  {source.title}
                </Bidi>
                <small className="quiet">
                  {[
                    source.publisher?.value,
                    source.published === undefined ? undefined : edtfText(source.published.value),
                  ]
                    .filter((part) => part !== undefined)
                    .join(" · ")}
                </small>
              </span>
              {source.open === null || source.open === 0 ? null : (
                <Tag tone="warn" sign="?">
                  {t("home.suggestions", { count: source.open })}
                </Tag>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Disputed({ items }: { readonly items: HomeView["disputed"] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="home__part">
      <h2>{t("home.disputed")}</h2>
      <p className="quiet">{t("home.disputedText")}</p>
      <ul className="home__list sheet">
        {items.map((item) => (
          <li key={`${item.id}${item.property ?? ""}${item.text}`}>
            <Link to="/records/$id" params={{ id: item.id }} className="home__item">
              <span className="home__item-main">
                <Bidi className="home__item-title">{item.label}</Bidi>
                <small className="quiet">
                  {item.property === null ? null : `${item.property}: `}
                  <Bidi>{item.text}</Bidi>
                </small>
              </span>
              <Tag tone="warn">{t("state.disputed")}</Tag>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Batches({ items }: { readonly items: readonly BatchItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="home__part">
      <h2>{t("home.batches")}</h2>
      <ul className="home__list sheet">
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/batches" className="home__item">
              <span className="home__item-main">
                <Bidi className="home__item-title">{item.series}</Bidi>
                <small className="quiet">
                  {t("home.batchLine", {
                    rows: item.rows,
                    added: item.added,
                    updated: item.updated,
                    failed: item.failed,
                  })}
                </small>
              </span>
              <ReviewTag review={item.review} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const counted = ["people", "sources", "claims", "statements", "judgements"] as const;

function Counts({ counts }: { readonly counts: HomeView["counts"] }): ReactNode {
  return (
    <section aria-labelledby="in-vault">
      <h2 id="in-vault" className="sr-only">
        {t("home.inVault")}
      </h2>
      <dl className="home__counts">
        {counted.map((key) => (
          <div key={key}>
            <dt>{tIf(`home.count.${key}`)}</dt>
            <dd>{number(counts[key] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Recent({ items }: { readonly items: readonly HistoryView[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="home__part">
      <h2>{t("home.recent")}</h2>
      <ol className="home__recent">
        {items.map((item) => (
          <li key={item.seq}>
            <span>
              <Bidi className="home__by">{item.by}</Bidi> <What item={item} />
            </span>
            <small className="quiet">
              <DateText at={item.at} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was done, leading to the file or source it was done to. */
function What({ item }: { readonly item: HistoryView }): ReactNode {
  if (item.erased) return <em className="quiet">{t("history.erased")}</em>;
  const words = <Bidi>{item.text}</Bidi>;
  const { subject } = item;
  if (subject.startsWith("rec_")) {
    return (
      <Link to="/records/$id" params={{ id: subject }} className="home__what">
        {words}
      </Link>
    );
  }
  if (subject.startsWith("src_")) {
    return (
      <Link to="/sources/$id" params={{ id: subject }} className="home__what">
        {words}
      </Link>
    );
  }
  return words;
}
