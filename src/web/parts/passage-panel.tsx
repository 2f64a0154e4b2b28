// A passage in its source: the quoted words marked, a little of what stands around them, and the way to the whole document.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../api/client.ts";
import { t } from "../messages/index.ts";
import { Bidi } from "./bidi.tsx";
import { LinkButton } from "./button.tsx";
import { clockText, edtfText } from "./date-text.tsx";
import { ErrorNote } from "./error-note.tsx";
import { Loading } from "./loading.tsx";

/** The answer of GET /api/claims/:id/passage. */
export interface PassageView {
  readonly source: string;
  readonly sourceTitle: string;
  readonly published?: string;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly start?: number;
  readonly end?: number;
  readonly row?: number;
  readonly column?: string;
  readonly columns?: readonly string[];
  readonly cells?: readonly string[];
  readonly fromMs?: number;
  readonly page?: number;
}

/** The `at` of the reader's address, `start-end` in UTF-16 units, or `row:n`; undefined where the passage has no place. */
export function atOf(view: {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly row?: number | undefined;
}): string | undefined {
  if (view.start !== undefined && view.end !== undefined) return `${view.start}-${view.end}`;
  return view.row === undefined ? undefined : `row:${view.row}`;
}

function whereText(view: PassageView): string {
  const parts = [
    view.published === undefined ? undefined : edtfText(view.published),
    view.page === undefined ? undefined : t("passage.page", { page: String(view.page) }),
    view.row === undefined ? undefined : t("passage.row", { row: String(view.row) }),
    view.column,
    view.fromMs === undefined
      ? undefined
      : t("passage.time", { time: clockText(view.fromMs / 1000) }),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** The passage itself, however it was fetched. */
function Passage({ view }: { readonly view: PassageView }): ReactNode {
  const at = atOf(view);
  return (
    <figure className="passage">
      <figcaption className="passage__head">
        <strong>
          <Bidi>{view.sourceTitle}</Bidi>
        </strong>
        <span className="quiet">{whereText(view)}</span>
      </figcaption>
      {view.columns === undefined || view.cells === undefined ? (
        <blockquote className="passage__text" dir="auto">
          <span className="quiet">{view.before}</span>
          <mark>{view.quote}</mark>
          <span className="quiet">{view.after}</span>
        </blockquote>
      ) : (
        <dl className="passage__cells">
          {view.columns.map((column, index) => (
            <div
              key={`${index}-${column}`}
              className={
                column === view.column ? "passage__cell passage__cell--on" : "passage__cell"
              }
            >
              <dt dir="auto">{column}</dt>
              <dd dir="auto">
                {column === view.column ? (
                  <mark>{view.cells?.[index] ?? ""}</mark>
                ) : (
                  (view.cells?.[index] ?? "")
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {view.fromMs !== undefined && view.start === undefined ? (
        <LinkButton
          small
          to="/sources/$id/interview"
          params={{ id: view.source }}
          search={{ t: `${view.fromMs}ms` }}
        >
          {t("passage.play")}
        </LinkButton>
      ) : null}
      <LinkButton
        small
        to="/sources/$id"
        params={{ id: view.source }}
        search={at === undefined ? {} : { at }}
      >
        {t("passage.openSource")}
      </LinkButton>
    </figure>
  );
}

/** Fetches and shows the passage behind a claim. */
export function ClaimPassage({ claim }: { readonly claim: string }): ReactNode {
  const passage = useQuery({
    queryKey: ["claim-passage", claim],
    queryFn: async ({ signal }) =>
      get<PassageView>(`/api/claims/${encodeURIComponent(claim)}/passage`, { signal }),
    staleTime: 60_000,
  });
  if (passage.error !== null)
    return <ErrorNote error={passage.error} onRetry={() => void passage.refetch()} />;
  return passage.data === undefined ? <Loading /> : <Passage view={passage.data} />;
}
