// What went out, to whom and when, and what to do about it where consent was withdrawn since.
import type { ReactNode } from "react";
import type { WentOut } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, DateText, Tag } from "../../parts/index.ts";

const kindText = (kind: string): string =>
  tIf(`consents.kind.${kind}`) ?? termText("intervention-kind", kind);

export function GoneList({ items }: { readonly items: readonly WentOut[] }): ReactNode {
  return (
    <ul className="consents">
      {items.map((one) => (
        <li key={`${one.at} ${one.about} ${one.kind}`} className="consents__one sheet">
          <div>
            <p>
              {kindText(one.kind)} <DateText at={one.at} />
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
            {one.todo === null ? null : <p className="small">{t(`consents.todo.${one.todo}`)}</p>}
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
