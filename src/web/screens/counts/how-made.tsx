// How a figure is made: the query in words, the rules, and the snapshot another copy of the vault can be held against.
import type { ReactNode } from "react";
import type { DocumentedCount } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { peopleText, shareOf } from "./count-pictures.ts";
import type { Asked } from "./screen.tsx";

export function HowMade({
  asked: { count, reviewed, audience },
  table,
  open = false,
}: {
  readonly asked: Asked;
  readonly table?: DocumentedCount["tables"][number];
  readonly open?: boolean;
}): ReactNode {
  const { entries, facts, shown } = count.snapshot;
  const unknown = [...count.tables, count.whoSpeaks].filter(
    ({ by }) => table === undefined || by === table.by,
  );
  const tiers = count.tables.find(({ by }) => by === "tier");
  return (
    <details className="counts-made" open={open}>
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
        {tiers === undefined ? null : (
          <>
            <dt>{tiers.title}</dt>
            <dd>{wordsOf(tiers)}</dd>
          </>
        )}
        <dt>{t("counts.unknownOf")}</dt>
        <dd>
          {unknown.map((one) => `${one.title} ${shareOf(one) ?? t("counts.heldBack")}`).join("; ")}
        </dd>
        <dt>{t("counts.whoSpeaks")}</dt>
        <dd>{wordsOf(count.whoSpeaks)}</dd>
        {table === undefined ? null : (
          <>
            <dt>{t("counts.notRead")}</dt>
            <dd>{count.caveat}</dd>
          </>
        )}
        <dt>{t("counts.snapshot")}</dt>
        <dd>
          {t("counts.snapshotText", { entries: number(entries) })} <code>{shown}</code>
        </dd>
        {facts === null ? null : (
          <dd>
            {t("counts.factsText")} <code>{facts}</code>
          </dd>
        )}
      </dl>
    </details>
  );
}

function wordsOf({ rows }: DocumentedCount["tables"][number]): string {
  return rows.map(({ label, people }) => `${label}: ${peopleText(people)}`).join("; ");
}
