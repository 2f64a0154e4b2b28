// Four ways in: files, a pasted text, a testimony written down, a page from the web.
import type { ReactNode } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { Note, Page, Tabs } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { AddFiles } from "./files.tsx";
import { TestimonyForm } from "./testimony-form.tsx";
import { TextForm } from "./text-form.tsx";
import { WebForm } from "./web-form.tsx";
import "./add.css";

const route = getRouteApi("/add");

export function Screen(): ReactNode {
  const { how = "files" } = route.useSearch();
  const mayAdd = useMay()("add");
  if (!mayAdd)
    return (
      <Page title={t("add.title")}>
        <Note tone="warn">{t("error.access/not-allowed")}</Note>
      </Page>
    );
  return (
    <Page title={t("add.title")} lead={how === "web" ? t("capture.lead") : t("add.lead")}>
      <Tabs
        label={t("add.tabs")}
        current={how}
        tabs={[
          { key: "files", label: t("add.files"), link: { to: "/add", search: {} } },
          { key: "text", label: t("add.text"), link: { to: "/add", search: { how: "text" } } },
          {
            key: "testimony",
            label: t("add.testimony"),
            link: { to: "/add", search: { how: "testimony" } },
          },
          { key: "appeal", label: t("appeals.title"), link: { to: "/appeals" } },
          { key: "web", label: t("add.web"), link: { to: "/add", search: { how: "web" } } },
        ]}
      />
      {/* Files on their way go on while one looks at the other tabs. */}
      <div hidden={how !== "files"}>
        <AddFiles />
      </div>
      {how === "text" ? <TextForm /> : null}
      {how === "testimony" ? <TestimonyForm /> : null}
      {how === "web" ? <WebForm /> : null}
    </Page>
  );
}
