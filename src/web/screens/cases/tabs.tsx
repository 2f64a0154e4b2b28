// The three views of all cases.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Tabs } from "../../parts/index.ts";

export function CaseTabs({
  current,
}: {
  readonly current: "board" | "calendar" | "workload";
}): ReactNode {
  return (
    <Tabs
      label={t("cases.tabs")}
      current={current}
      tabs={[
        { key: "board", label: t("cases.tab.board"), link: { to: "/cases" } },
        { key: "calendar", label: t("cases.tab.calendar"), link: { to: "/cases/calendar" } },
        { key: "workload", label: t("cases.tab.workload"), link: { to: "/cases/workload" } },
      ]}
    />
  );
}
