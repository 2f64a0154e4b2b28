// The copy that was made, page by page, and those made before.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { RedactionView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, DateText, Note, sizeText } from "../../parts/index.ts";
import { sourcePath, useCopies } from "./use-redact.ts";

export function CopyView({
  id,
  copy,
  pages,
}: {
  readonly id: string;
  readonly copy: RedactionView;
  readonly pages: number;
}): ReactNode {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: "start" }), [copy.file]);
  return (
    <section ref={section} className="stack" aria-live="polite">
      <h2>{t("redact.done")}</h2>
      <Note tone="good">{t("redact.doneText")}</Note>
      <div>
        <a className="btn btn--primary" href={sourcePath(id, `redactions/${copy.file}`)} download>
          {t("redact.download")}
        </a>
      </div>
      <div className="redact__copy">
        {Array.from({ length: pages }, (_, i) => (
          <img
            key={i}
            src={sourcePath(id, `pages/${i + 1}?copy=${copy.file}`)}
            alt={t("redact.copyImage", { page: i + 1 })}
            loading="lazy"
          />
        ))}
      </div>
    </section>
  );
}

export function Copies({
  id,
  onShow,
}: {
  readonly id: string;
  readonly onShow: (copy: RedactionView) => void;
}): ReactNode {
  const copies = useCopies(id);
  if (copies.data === undefined || copies.data.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t("redact.copies")}</h2>
      <ul className="redact__list">
        {copies.data.map((copy) => (
          <li key={copy.file}>
            <div>
              <DateText at={copy.madeAt} />
              <span className="quiet">
                {t("redact.copyLine", {
                  count: copy.boxes.length,
                  size: sizeText(copy.size),
                  tool: copy.tool,
                })}
              </span>
            </div>
            <Button small onPress={() => onShow(copy)}>
              {t("redact.show")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
