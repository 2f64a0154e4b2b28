// Blacking out a copy: its pages at one side, what is marked at the other, the copy below.
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { Box, RedactionView, RedactPages } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, LinkButton, Loading, Note, Page } from "../../parts/index.ts";
import { type DrawnBox, middle } from "./boxes.ts";
import { Copies, CopyView } from "./copies.tsx";
import { MarkedList } from "./marked-list.tsx";
import { PageCanvas } from "./page-canvas.tsx";
import { sourcePath, useMake, useMarked, usePages } from "./use-redact.ts";
import "./redact.css";

const route = getRouteApi("/sources/$id/redact");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const pages = usePages(id);
  return (
    <Page
      title={t("redact.title")}
      lead={t("redact.lead")}
      actions={
        <LinkButton to="/sources/$id" params={{ id }}>
          {t("redact.back")}
        </LinkButton>
      }
    >
      {pages.error !== null ? (
        <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <Loading />
      ) : (
        <Editor key={id} id={id} file={pages.data} />
      )}
    </Page>
  );
}

function Editor({ id, file }: { readonly id: string; readonly file: RedactPages }): ReactNode {
  const marked = useMarked();
  const { boxes, every } = marked.now;
  const [page, setPage] = useState(1);
  const [focusKey, setFocusKey] = useState<number | null>(null);
  const [copy, setCopy] = useState<RedactionView | null>(null);
  const next = useRef(1);
  const make = useMake(id);
  const size = file.pages[page - 1] ?? { width: 1, height: 1 };
  const count = file.pages.length;

  const add = (box: Box): void => {
    const key = next.current++;
    setFocusKey(key);
    marked.change({ every, boxes: [...boxes, { ...box, key }] });
  };
  const change = (box: DrawnBox): void => {
    setFocusKey(box.key);
    marked.change({ every, boxes: boxes.map((one) => (one.key === box.key ? box : one)) });
  };
  const remove = (key: number): void =>
    marked.change({ every, boxes: boxes.filter((one) => one.key !== key) });
  const start = (leave: boolean): void =>
    make.mutate({ marked: marked.now, leave }, { onSuccess: setCopy });
  const stillOn = make.error === null ? null : pagesOf(make.error);
  return (
    <>
      <div className="redact">
        <div className="redact__left">
          <p className="quiet" id="redact-how">
            {t("redact.how")}
          </p>
          <div className="row">
            <Button onPress={() => add(middle(page, size))}>{t("redact.addBox")}</Button>
            <Button isDisabled={!marked.canUndo} onPress={marked.undo}>
              {t("redact.undo")}
            </Button>
            {count > 1 ? <Pager page={page} count={count} onPage={setPage} /> : null}
          </div>
          <PageCanvas
            key={page}
            src={sourcePath(id, `pages/${page}`)}
            page={page}
            size={size}
            boxes={boxes}
            words={every.flatMap((one) => one.places).filter((box) => box.page === page)}
            focusKey={focusKey}
            onDraw={add}
            onChange={change}
            onRemove={remove}
          />
        </div>
        <div className="redact__right">
          <MarkedList
            id={id}
            isPdf={file.form === "pdf"}
            marked={marked.now}
            onPage={setPage}
            onRemoveBox={remove}
            onWords={(found) =>
              marked.change({
                boxes,
                every: [...every.filter((one) => one.words !== found.words), found],
              })
            }
            onRemoveWords={(words) =>
              marked.change({ boxes, every: every.filter((one) => one.words !== words) })
            }
          />
          <div>
            <Button
              variant="primary"
              isPending={make.isPending}
              isDisabled={boxes.length + every.length === 0}
              onPress={() => start(false)}
            >
              {t("redact.make")}
            </Button>
          </div>
          {stillOn === null ? (
            <ErrorNote error={make.error} />
          ) : (
            <Note tone="warn">
              <p>{t("redact.stillThere", { pages: stillOn })}</p>
              <Button small onPress={() => start(true)}>
                {t("redact.leave")}
              </Button>
            </Note>
          )}
          <Copies id={id} onShow={setCopy} />
        </div>
      </div>
      {copy === null ? null : <CopyView id={id} copy={copy} pages={count} />}
    </>
  );
}

/** The pages on which what is under a box stands too; null for any other error. */
function pagesOf(error: unknown): string | null {
  const { code, details } = asApiError(error);
  return code === "redact/still-there" ? String(details["pages"]) : null;
}

function Pager({
  page,
  count,
  onPage,
}: {
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  return (
    <div className="row" role="group" aria-label={t("redact.pages")}>
      <Button isDisabled={page === 1} onPress={() => onPage(page - 1)}>
        {t("redact.previous")}
      </Button>
      <span aria-live="polite">{t("redact.pageOf", { page, count })}</span>
      <Button isDisabled={page === count} onPress={() => onPage(page + 1)}>
        {t("redact.next")}
      </Button>
    </div>
  );
}
