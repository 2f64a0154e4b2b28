// Two people of one's own choice: their files side by side, one key for each answer, a reason with it, and the way back.
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { ErrorNote, LinkButton, Loading, Page } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findPeople } from "../../parts/find.ts";
import { Pair } from "./pair.tsx";
import "./same-person.css";

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

export function TwoPeople({
  leftId,
  rightId,
}: {
  readonly leftId: string | undefined;
  readonly rightId: string | undefined;
}): ReactNode {
  const navigate = useNavigate();
  const left = usePerson(leftId);
  const right = usePerson(rightId);
  const pick = (side: "left" | "right", person: Found | null): void => {
    const one = side === "left" ? person?.id : leftId;
    const other = side === "right" ? person?.id : rightId;
    void navigate({
      to: "/same-person",
      search: {
        ...(one === undefined ? {} : { left: one }),
        ...(other === undefined ? {} : { right: other }),
      },
      replace: true,
    });
  };
  const both = left.data !== undefined && right.data !== undefined;
  return (
    <Page
      title={both ? t("same.title") : t("same.pickTitle")}
      lead={both ? t("same.note") : t("same.lead")}
      actions={<LinkButton to="/same-person">{t("same.toQueue")}</LinkButton>}
    >
      <div className="same__pick">
        {leftId !== undefined && left.data === undefined && left.error === null ? (
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
        {rightId !== undefined && right.data === undefined && right.error === null ? (
          <Loading />
        ) : (
          <Chooser
            label={t("same.right")}
            kind="people"
            value={found(right.data)}
            onChange={(person) => pick("right", person)}
            find={findPeople}
            autoFocus={leftId !== undefined}
          />
        )}
      </div>
      <ErrorNote error={left.error ?? right.error} />
      {both ? (
        <Pair key={`${leftId}${rightId}`} left={left.data} right={right.data} />
      ) : (
        <p className="quiet">{t("same.pick")}</p>
      )}
    </Page>
  );
}
