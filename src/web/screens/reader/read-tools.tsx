// What stands above the text and the margin: which layers are drawn, which passage one came for.
import type { ReactNode } from "react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { AskModel } from "../../parts/ask-model.tsx";
import { Button, Checkbox, Note } from "../../parts/index.ts";
import type { Reading } from "./spans.ts";

export interface ShownLayers {
  /** The marks of every lane, not only of the one beside the text. */
  readonly every: boolean;
  /** What is not part of the article. */
  readonly rest: boolean;
}

export function Tools({
  reading,
  shown,
  onShown,
  onByKeys,
}: {
  readonly reading: Reading;
  readonly shown: ShownLayers;
  readonly onShown: (shown: ShownLayers) => void;
  readonly onByKeys?: () => void;
}): ReactNode {
  const { id } = useParams({ from: "/sources/$id" });
  const layers = [
    ["rest", t("reader.showRest"), reading.mask.some(({ kind }) => kind === "boilerplate")],
    ["every", t("reader.showEvery"), reading.statements.length + reading.mentions.length > 0],
  ] as const;
  return (
    <div className="reader-tools">
      {layers.map(([layer, label, any]) =>
        any ? (
          <Checkbox
            key={layer}
            label={label}
            checked={shown[layer]}
            onChange={(on) => onShown({ ...shown, [layer]: on })}
          />
        ) : null,
      )}
      {onByKeys === undefined ? null : (
        <button type="button" className="link small" onClick={onByKeys}>
          {t("reader.markByKeys")}
        </button>
      )}
      <Link to="/sources/$id/evidence" params={{ id }} className="small">
        {t("evidence.title")}
      </Link>
      <AskModel source={id} />
    </div>
  );
}

export function HereNote({
  id,
  found,
}: {
  readonly id: string;
  readonly found: boolean;
}): ReactNode {
  const navigate = useNavigate();
  return (
    <Note tone={found ? "plain" : "warn"}>
      <div className="row">
        <span>{found ? t("reader.here") : t("reader.hereGone")}</span>
        <Button
          small
          onPress={() =>
            void navigate({
              to: "/sources/$id",
              params: { id },
              search: {},
              replace: true,
              resetScroll: false,
            })
          }
        >
          {t("reader.hereClear")}
        </Button>
      </div>
    </Note>
  );
}
