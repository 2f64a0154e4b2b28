// The dossier of a person or of several: for whom, what consent says, exactly what would leave, and why the rest stays.
import { useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asApiError, post } from "../../api/index.ts";
import type { DossierPreview } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, ErrorNote, Loading, Note, Page, Select } from "../../parts/index.ts";
import { audiences } from "./audiences.ts";
import { MakeDossier } from "./make.tsx";
import { People } from "./people.tsx";
import { Preview } from "./preview.tsx";
import { usePeople } from "./use-people.ts";
import "./dossier.css";

/** The copy chosen in the place of a source's file, by the source. */
export type Copies = Readonly<Record<string, string>>;

export function Screen(): ReactNode {
  const [audience, setAudience] = useState<string>("partners");
  const [copies, setCopies] = useState<Copies>({});
  const people = usePeople();
  const records = people.files.map(({ id }) => id);
  const ask = {
    records,
    audience,
    copies: Object.entries(copies).map(([source, file]) => ({ source, file })),
  };
  const plan = useQuery({
    queryKey: ["dossier", ask],
    queryFn: async ({ signal }) => post<DossierPreview>("/api/dossiers/preview", ask, { signal }),
    placeholderData: keepPreviousData,
    enabled: !people.isPending && records.length > 0,
    retry: false,
  });
  const [first] = people.files;
  if (first === undefined)
    return (
      <Page title={t("dossier.title")}>
        {people.error === null ? <Loading /> : <ErrorNote error={people.error} />}
      </Page>
    );
  // What was chosen belongs to these people and this audience; a copy of a source that is gone would be refused.
  const choose = (next: string): void => {
    setCopies({});
    setAudience(next);
  };
  return (
    <Page
      className="dossier"
      title={t("dossier.title")}
      windowTitle={t("dossier.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id: first.id }}>
            <Bidi>{first.label}</Bidi>
          </Link>{" "}
          <span className="quiet">{first.number}</span>
          <br />
          {t("dossier.lead")}
        </>
      }
    >
      <Select
        label={t("dossier.audience")}
        value={audience}
        onChange={choose}
        options={audiences.map((code) => ({ value: code, label: termText("audience", code) }))}
      />
      <People
        people={{
          ...people,
          add: (id) => {
            setCopies({});
            people.add(id);
          },
          remove: (id) => {
            setCopies({});
            people.remove(id);
          },
        }}
        audience={audience}
        leftOut={plan.data?.leftOut ?? []}
      />
      <Planned plan={plan} ask={ask} copies={copies} onCopies={setCopies} />
    </Page>
  );
}

function Planned({
  plan,
  ask,
  copies,
  onCopies,
}: {
  readonly plan: {
    readonly data: DossierPreview | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly ask: Parameters<typeof MakeDossier>[0]["ask"];
  readonly copies: Copies;
  readonly onCopies: (copies: Copies) => void;
}): ReactNode {
  if (plan.error !== null) {
    const error = asApiError(plan.error);
    const { consent } = error.details;
    const blocked = typeof consent === "string" ? tIf(`dossier.blocked.${consent}`) : undefined;
    return error.code === "publish/no-consent" && blocked !== undefined ? (
      <Note>{blocked}</Note>
    ) : (
      <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
    );
  }
  if (plan.data === undefined) return <Loading />;
  return (
    <>
      <Preview plan={plan.data} copies={copies} onCopies={onCopies} />
      <MakeDossier key={JSON.stringify(ask)} ask={ask} />
    </>
  );
}
