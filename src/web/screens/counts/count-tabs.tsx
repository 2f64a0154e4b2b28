// The screens that count, one beside the other.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Tabs } from "../../parts/index.ts";

export function CountTabs({
  current,
}: {
  readonly current: "documented" | "kept" | "overlap" | "map";
}): ReactNode {
  return (
    <Tabs
      label={t("counts.tabs")}
      current={current}
      tabs={[
        { key: "documented", label: t("counts.tabDocumented"), link: { to: "/counts" } },
        { key: "kept", label: t("counts.tabKept"), link: { to: "/counts/kept" } },
        { key: "overlap", label: t("counts.tabOverlap"), link: { to: "/counts/overlap" } },
        { key: "map", label: t("counts.tabMap"), link: { to: "/map" } },
      ]}
    />
  );
}
