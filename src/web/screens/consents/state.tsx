// Everything about one person's or source's consent: the flags, what to settle, what was said, what went out.
import type { ReactNode } from "react";
import type { AudienceFlag, ConsentView, PersonConsents } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { DateText, ErrorNote, Loading, Note, Table, Tag } from "../../parts/index.ts";
import type { Tone } from "../../parts/index.ts";
import { GoneOnPaper } from "./gone-list.tsx";
import { SaidConsents } from "./said-consents.tsx";
import { useConsentState } from "./use-consents.ts";
import "./consents.css";

/** `about`: a record or a source. */
export function ConsentState({ about }: { readonly about: string }): ReactNode {
  const state = useConsentState(about);
  if (state.error !== null)
    return <ErrorNote error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return <Loading />;
  const { findings, wentOut } = state.data;
  return (
    <div className="stack consents-page">
      <Flags state={state.data} />
      {findings.length === 0 ? null : (
        <section className="stack">
          <h2>{t("consents.findings")}</h2>
          {findings.map(({ kind, consent }) => (
            <Note key={`${kind} ${consent}`}>{t(`consents.finding.${kind}`)}</Note>
          ))}
        </section>
      )}
      <section className="stack">
        <h2>{t("consents.said")}</h2>
        <SaidConsents about={about} primary />
      </section>
      <section className="stack">
        <h2>{t("consents.wentOut")}</h2>
        {wentOut.length === 0 ? (
          <p className="quiet">{t("consents.wentOutNone")}</p>
        ) : (
          <GoneOnPaper items={wentOut} />
        )}
      </section>
    </div>
  );
}

const tones: Readonly<Record<AudienceFlag["consented"], Tone>> = {
  yes: "good",
  "never-asked": "plain",
  withdrawn: "bad",
  ended: "warn",
};

function Flags({ state: { flags, consents } }: { readonly state: PersonConsents }): ReactNode {
  const byId = new Map(consents.map((one) => [one.id, one]));
  return (
    <Table<AudienceFlag>
      caption={t("consents.flags")}
      rows={flags}
      rowKey={({ audience }) => audience}
      columns={[
        {
          key: "audience",
          head: t("consents.audience"),
          main: true,
          cell: ({ audience }) => termText("audience", audience),
        },
        {
          key: "state",
          head: t("consents.state"),
          cell: ({ consented }) => (
            <Tag tone={tones[consented]}>{t(`consents.flag.${consented}`)}</Tag>
          ),
        },
        {
          key: "who",
          head: t("consents.who"),
          cell: ({ audience, consent }) => (
            <Who audience={audience} consent={byId.get(consent ?? "")} />
          ),
        },
      ]}
    />
  );
}

function Who({
  audience,
  consent,
}: {
  readonly audience: string;
  readonly consent: ConsentView | undefined;
}): ReactNode {
  if (consent === undefined)
    return audience === "inside" ? (
      <span className="quiet small">{t("consents.insideNote")}</span>
    ) : null;
  const no = consent.withdrawals.findLast((one) => one.audiences?.includes(audience) ?? true);
  return (
    <span>
      {termText("consent-giver", consent.giver)} <DateText at={no?.at ?? consent.at} />
    </span>
  );
}
