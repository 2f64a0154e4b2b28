// What was said about who may see this: standing consents first, withdrawn ones still readable.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { ConsentView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Button, edtfText, ErrorNote, Loading, Tag } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { GiveConsent } from "./give-consent.tsx";
import { useConsentChanged, useConsents } from "./use-consents.ts";

const tones = { stands: "good", ended: "warn", withdrawn: "bad" } as const;

export function Consents({
  about,
  title,
  audience,
}: {
  readonly about: string;
  readonly title: string;
  readonly audience: string;
}): ReactNode {
  const [giving, setGiving] = useState(false);
  const [withdrawing, setWithdrawing] = useState<ConsentView | null>(null);
  const may = useMay();
  const consents = useConsents(about);
  const changed = useConsentChanged();
  const saving = useMutation({
    mutationFn: async ({ id, reason }: { readonly id: string; readonly reason: string }) =>
      post(`/api/consents/${encodeURIComponent(id)}/withdraw`, reason === "" ? {} : { reason }),
    onSuccess: async () => {
      setWithdrawing(null);
      await changed();
    },
  });
  if (consents.error !== null)
    return <ErrorNote error={consents.error} onRetry={() => void consents.refetch()} />;
  if (consents.data === undefined) return <Loading />;
  const items = consents.data.toReversed();
  return (
    <div className="stack">
      {items.length === 0 ? <p className="quiet">{t("dossier.consentNone")}</p> : null}
      <ul className="consents">
        {items.map((one) => (
          <li key={one.id} className="consents__one sheet">
            <div>
              <p>{one.audiences.map((code) => termText("audience", code)).join(" · ")}</p>
              <p className="quiet small">
                {t("consent.by", {
                  giver: termText("consent-giver", one.giver),
                  mode: termText("consent-mode", one.mode),
                })}
                {one.until === undefined ? "" : ` · ${t("consent.until")} ${edtfText(one.until)}`}
                {one.wording === undefined ? "" : ` · ${one.wording}`}
              </p>
            </div>
            <Tag tone={tones[one.state]}>{t(`consent.state.${one.state}`)}</Tag>
            {one.state === "withdrawn" || !may("add") ? null : (
              <Button small onPress={() => setWithdrawing(one)}>
                {t("consent.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may("add") ? (
        <div>
          <Button onPress={() => setGiving(true)}>{t("consent.give")}</Button>
        </div>
      ) : null}
      {giving ? (
        <GiveConsent
          about={about}
          title={title}
          audience={audience}
          onClose={() => setGiving(false)}
        />
      ) : null}
      {withdrawing === null ? null : (
        <ReasonDialog
          title={t("consent.withdrawTitle")}
          text={t("consent.withdrawText")}
          submit={t("consent.withdraw")}
          danger
          optional
          isPending={saving.isPending}
          error={saving.error}
          onSubmit={(reason) => saving.mutate({ id: withdrawing.id, reason })}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </div>
  );
}
