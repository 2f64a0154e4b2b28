// The latest checkpoints, and how far each is witnessed.
import type { ReactNode } from "react";
import type { CheckpointList, CheckpointView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { DateText, Table, Tag } from "../../parts/index.ts";

const shown = 12;

export function CheckpointTable({ list }: { readonly list: CheckpointList }): ReactNode {
  return (
    <Table<CheckpointView>
      caption={t("integrity.checkpoints")}
      rows={list.checkpoints.slice(0, shown)}
      rowKey={({ origin, size }) => `${origin} ${size}`}
      columns={[
        {
          key: "size",
          head: t("integrity.size"),
          main: true,
          cell: ({ size }) => t("integrity.sizeOf", { count: size }),
        },
        { key: "made", head: t("integrity.made"), cell: ({ at }) => <DateText at={at} /> },
        {
          key: "why",
          head: t("integrity.why"),
          minor: true,
          cell: ({ why }) => tIf(`integrity.why.${why}`) ?? why,
        },
        {
          key: "by",
          head: t("integrity.cosigners"),
          cell: ({ cosignatures }) =>
            cosignatures.length === 0 ? "–" : cosignatures.map((c) => c.witness).join(", "),
        },
        {
          key: "state",
          head: t("integrity.state"),
          cell: (checkpoint) => <StateOf checkpoint={checkpoint} need={list.need} />,
        },
      ]}
    />
  );
}

/** Signed is what every one is; witnessed is what the policy asks for, by itself or under a later one. */
function StateOf({
  checkpoint: { policyMet, coveredBy },
  need,
}: {
  readonly checkpoint: CheckpointView;
  readonly need: number;
}): ReactNode {
  if (need === 0) return <Tag>{t("integrity.signed")}</Tag>;
  if (policyMet) return <Tag tone="good">{t("integrity.policyMet")}</Tag>;
  if (coveredBy !== null) {
    return <Tag tone="good">{t("integrity.covered", { size: coveredBy })}</Tag>;
  }
  return (
    <Tag tone="warn" sign="…">
      {t("integrity.policyNotMet")}
    </Tag>
  );
}
