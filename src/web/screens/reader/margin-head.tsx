// How far the text is reviewed, and where to go when it is done.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/index.ts";
import type { SourceItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Checkbox, Icon, LinkButton } from "../../parts/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import type { Count } from "./review-order.ts";

export interface MarginHeadProps {
  readonly source: string;
  readonly progress: Count;
  readonly onlyOpen: boolean;
  readonly onOnlyOpen: (only: boolean) => void;
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
  readonly onBefore?: () => void;
  readonly onNext?: () => void;
  /** Nothing else has the keys. */
  readonly enabled: boolean;
}

export function MarginHead(props: MarginHeadProps): ReactNode {
  const { progress, onBefore, onNext, wide } = props;
  const { done, total } = progress;
  return (
    <header className="reader-margin__head">
      {total > 0 && done === total ? (
        <AllDecided source={props.source} enabled={props.enabled} />
      ) : (
        <p className="reader-margin__count">
          {t("reader.reviewed", { done, total })}
          <progress className="reader-progress" max={Math.max(1, total)} value={done} aria-hidden />
        </p>
      )}
      <span className="reader-margin__filter">
        <Checkbox
          label={t("reader.onlyOpen")}
          checked={props.onlyOpen}
          onChange={props.onOnlyOpen}
        />
      </span>
      <span className="reader-margin__steps row">
        <Button small onPress={() => onBefore?.()} isDisabled={onBefore === undefined}>
          {t("reader.before")}
        </Button>
        <Button small onPress={() => onNext?.()} isDisabled={onNext === undefined}>
          {t("reader.next")}
        </Button>
        <Button small variant="quiet" expanded={wide} onPress={() => props.onWide(!wide)}>
          {wide ? t("reader.showOne") : t("reader.showAll")}
        </Button>
      </span>
    </header>
  );
}

function AllDecided({
  source,
  enabled,
}: {
  readonly source: string;
  readonly enabled: boolean;
}): ReactNode {
  const navigate = useNavigate();
  const found = useQuery({
    // Under the listings, so that what is decided anywhere makes it ask again.
    queryKey: ["sources", "next-open", source],
    queryFn: async ({ signal }) =>
      post<{ items: readonly SourceItem[] }>(
        "/api/sources/list",
        { state: "open", limit: 2 },
        { signal },
      ),
  });
  const next = found.data?.items.find(({ id }) => id !== source);
  useShortcut(
    "n",
    t("reader.keyNextSource"),
    () => void navigate({ to: "/sources/$id", params: { id: next?.id ?? "" } }),
    { enabled: enabled && next !== undefined },
  );
  return (
    <div className="reader-margin__done" role="status">
      <p className="reader-margin__count">
        <Icon name="check" /> {t("reader.allReviewed")}
      </p>
      {next === undefined ? (
        found.data === undefined ? null : (
          <span className="quiet">{t("reader.noneLeft")}</span>
        )
      ) : (
        <LinkButton small to="/sources/$id" params={{ id: next.id }} keys="N">
          <span className="reader-margin__next">
            {t("reader.nextSource")} <Bidi>{next.title}</Bidi>
          </span>
        </LinkButton>
      )}
    </div>
  );
}
