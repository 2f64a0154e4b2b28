// How a figure is made: the query in words, the rules, and the snapshot another copy of the vault can be held against.
import type { ReactNode } from "react";
import type { DocumentedCount } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import type { Asked } from "./screen.tsx";

export function HowMade({
  asked: { count, reviewed, audience },
  table,
}: {
  readonly asked: Asked;
  readonly table?: DocumentedCount["tables"][number];
}): ReactNode {
  const { entries, facts } = count.snapshot;
  return (
    <details className="counts-made">
      <summary>{t("counts.made")}</summary>
      <dl>
        <dt>{t("counts.query")}</dt>
        <dd>
          {t("counts.queryText", {
            by: (table?.title ?? t("counts.documented")).toLowerCase(),
            reviewed: t(
              reviewed || audience === "public" ? "counts.queryReviewed" : "counts.queryAll",
            ),
            audience: t(audience === "public" ? "counts.queryPublic" : "counts.queryInside"),
          })}
        </dd>
        <dt>{t("counts.rule")}</dt>
        <dd>{count.rule}</dd>
        {table === undefined ? null : (
          <>
            <dt>{t("counts.rowRule")}</dt>
            <dd>{table.rule}</dd>
          </>
        )}
        <dt>{t("counts.snapshot")}</dt>
        <dd>
          {t("counts.snapshotText", { entries: number(entries) })} <code>{facts}</code>
        </dd>
      </dl>
    </details>
  );
}
