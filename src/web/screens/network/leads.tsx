// Who else may have been in the same place at the same time: leads with their reason, one step from a tie with a source.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { Lead, LeadsView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, Loading, Table, Tag } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { TogetherDialog } from "./together-dialog.tsx";

export function Leads({ person }: { readonly person: string }): ReactNode {
  const may = useMay();
  const [chosen, setChosen] = useState<Lead | null>(null);
  const leads = useQuery({
    queryKey: ["leads", person],
    queryFn: async ({ signal }) =>
      get<LeadsView>(`/api/people/${encodeURIComponent(person)}/leads`, { signal }),
  });
  return (
    <section aria-labelledby="leads">
      <h2 id="leads">{t("leads.title")}</h2>
      <p className="quiet">{t("leads.text")}</p>
      {leads.data === undefined ? (
        leads.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={leads.error} onRetry={() => void leads.refetch()} />
        )
      ) : leads.data.total === 0 ? (
        <p>{t("leads.none")}</p>
      ) : (
        <LeadTable view={leads.data} onTogether={may("add") ? setChosen : undefined} />
      )}
      {chosen === null ? null : (
        <TogetherDialog person={person} lead={chosen} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}

function LeadTable({
  view,
  onTogether,
}: {
  readonly view: LeadsView;
  readonly onTogether: ((lead: Lead) => void) | undefined;
}): ReactNode {
  return (
    <>
      <Table
        caption={t("leads.title")}
        rows={view.leads}
        rowKey={({ person }) => person}
        columns={[
          {
            key: "person",
            head: t("network.person"),
            main: true,
            cell: ({ person, label, number }) => (
              <>
                <Link to="/people/$id" params={{ id: person }}>
                  <Bidi>{label}</Bidi>
                </Link>{" "}
                <span className="quiet small">{number}</span>
              </>
            ),
          },
          {
            key: "why",
            head: t("leads.why"),
            cell: ({ reason, where, overlap }) => (
              <>
                <Bidi>{where}</Bidi> <span className="quiet small">{t(`leads.${reason}`)}</span>{" "}
                <Tag
                  tone={overlap === "surely" ? "accent" : "plain"}
                  sign={overlap === "surely" ? "=" : "?"}
                >
                  {t(`leads.${overlap}`)}
                </Tag>
              </>
            ),
          },
          { key: "own", head: t("leads.own"), cell: ({ own }) => <Stay stay={own} /> },
          { key: "theirs", head: t("leads.theirs"), cell: ({ theirs }) => <Stay stay={theirs} /> },
          {
            key: "do",
            head: <span className="sr-only">{t("leads.together")}</span>,
            cell: (lead) =>
              lead.tied ? (
                <span className="quiet small">{t("leads.tied")}</span>
              ) : onTogether === undefined ? null : (
                <Button
                  small
                  label={`${t("leads.together")} ${lead.label}`}
                  onPress={() => onTogether(lead)}
                >
                  {t("leads.together")}
                </Button>
              ),
          },
        ]}
      />
      {view.total > view.leads.length ? (
        <p className="quiet small">
          {t("leads.more", { shown: view.leads.length, total: view.total })}
        </p>
      ) : null}
    </>
  );
}

function Stay({ stay }: { readonly stay: Lead["own"] }): ReactNode {
  const when = [stay.from, stay.to].filter((text) => text !== null).join(" – ");
  return (
    <>
      <Link to="/records/$id" params={{ id: stay.record }}>
        <Bidi>{stay.kind === "" ? t("story.title") : stay.kind}</Bidi>
      </Link>{" "}
      <Bidi>{when}</Bidi>{" "}
      <span className="quiet small">
        <Bidi>{stay.sourceTitle}</Bidi>
      </span>
    </>
  );
}
