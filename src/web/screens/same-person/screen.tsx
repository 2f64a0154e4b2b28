// Same person? Two files side by side, one key for each answer, a reason with it, and the way back.
import type { ReactNode } from "react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ErrorNote, Loading, Page } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findPeople } from "../../parts/find.ts";
import { Pair } from "./pair.tsx";
import "./same-person.css";

const route = getRouteApi("/same-person");

function usePerson(id: string | undefined) {
  return useQuery({
    queryKey: ["file", id ?? ""],
    queryFn: async ({ signal }) =>
      get<RecordFile>(`/api/records/${encodeURIComponent(id ?? "")}`, { signal }),
    enabled: id !== undefined,
  });
}

const found = (file: RecordFile | undefined): Found | null =>
  file === undefined ? null : { id: file.id, label: file.label, detail: file.number };

export function Screen(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const left = usePerson(search.left);
  const right = usePerson(search.right);
  const pick = (side: "left" | "right", person: Found | null): void => {
    const leftId = side === "left" ? person?.id : search.left;
    const rightId = side === "right" ? person?.id : search.right;
    void navigate({
      to: "/same-person",
      search: {
        ...(leftId === undefined ? {} : { left: leftId }),
        ...(rightId === undefined ? {} : { right: rightId }),
      },
      replace: true,
    });
  };
  const both = left.data !== undefined && right.data !== undefined;
  return (
    <Page
      title={both ? t("same.title") : t("same.pickTitle")}
      lead={both ? t("same.note") : t("same.lead")}
    >
      <div className="same__pick">
        {search.left !== undefined && left.data === undefined && left.error === null ? (
          <Loading />
        ) : (
          <Chooser
            label={t("same.left")}
            kind="people"
            value={found(left.data)}
            onChange={(person) => pick("left", person)}
            find={findPeople}
          />
        )}
        {search.right !== undefined && right.data === undefined && right.error === null ? (
          <Loading />
        ) : (
          <Chooser
            label={t("same.right")}
            kind="people"
            value={found(right.data)}
            onChange={(person) => pick("right", person)}
            find={findPeople}
            autoFocus={search.left !== undefined}
          />
        )}
      </div>
      <ErrorNote error={left.error ?? right.error} />
      {both ? (
        <Pair key={`${search.left}${search.right}`} left={left.data} right={right.data} />
      ) : (
        <p className="quiet">{t("same.pick")}</p>
      )}
    </Page>
  );
}
