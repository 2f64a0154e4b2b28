// What went out, to whom and when, and what to do about it where consent was withdrawn since.
import { useRef } from "react";
import type { ReactNode } from "react";
import type { WentOut } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Button, dayText, Tag } from "../../parts/index.ts";
import { printAlone } from "../../parts/print-alone.ts";
import { CopyTicks } from "./copy-ticks.tsx";

const kindText = (kind: string): string =>
  tIf(`consents.kind.${kind}`) ?? termText("intervention-kind", kind);

/** What went out, with a button that prints those whose receivers are to be asked. */
export function GoneOnPaper({ items }: { readonly items: readonly WentOut[] }): ReactNode {
  const paper = useRef<HTMLDivElement>(null);
  const marked = items.filter((one) => one.marked);
  return (
    <>
      {marked.length === 0 ? null : (
        <div>
          <Button small onPress={() => printAlone(paper.current)}>
            {t("consents.print")}
          </Button>
        </div>
      )}
      <div ref={paper}>
        <GoneList items={items} />
      </div>
    </>
  );
}

export function GoneList({ items }: { readonly items: readonly WentOut[] }): ReactNode {
  return (
    <ul className="consents">
      {items.map((one) => (
        <li key={one.seq} className="consents__one sheet">
          <div>
            <p>
              {kindText(one.kind)} {dayText(one.at)}
            </p>
            <p className="quiet small">
              <Bidi>
                {t("consents.outLine", {
                  to: [
                    one.audience === null ? "" : termText("audience", one.audience),
                    one.receiver ?? "",
                  ]
                    .filter((part) => part !== "")
                    .join(": "),
                  by: one.by,
                })}
              </Bidi>
            </p>
            {one.todo === null ? null : (
              <>
                <p className="small">{t(`consents.todo.${one.todo}`)}</p>
                <CopyTicks
                  copy={one.seq}
                  answer={one.answer}
                  name={one.receiver ?? kindText(one.kind)}
                />
              </>
            )}
          </div>
          {one.marked ? <Tag tone="bad">{t("consents.marked")}</Tag> : null}
          {one.consents.length === 0 &&
          one.audience !== "inside" &&
          one.about.startsWith("rec_") ? (
            <Tag tone="warn">{t("consents.onNoConsent")}</Tag>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
