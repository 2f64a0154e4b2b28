// One consent as it was said: for whom, by whom, how, until when; who may, opens the name.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { ConsentView, WentOut } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { languageName, termText } from "../../messages/names.ts";
import { Bidi, Button, DateText, edtfText, ErrorNote, Tag } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { leftOf, Withdraw } from "./withdraw.tsx";

const tones = { stands: "good", ended: "warn", withdrawn: "bad" } as const;

export function SaidConsent({
  consent,
  wentOut,
}: {
  readonly consent: ConsentView;
  readonly wentOut: readonly WentOut[];
}): ReactNode {
  const [withdrawing, setWithdrawing] = useState(false);
  const may = useMay();
  const { giver, mode, by, at, state } = consent;
  return (
    <li className="consents__one sheet">
      <div className="stack stack--tight">
        <p>{consent.audiences.map((code) => termText("audience", code)).join(" · ")}</p>
        <p className="quiet small">
          {t("consents.line", {
            giver: termText("consent-giver", giver),
            mode: termText("consent-mode", mode),
            by,
          })}{" "}
          <DateText at={at} />
        </p>
        <Details consent={consent} />
        {consent.giverKept && may("open-sealed") ? <Giver id={consent.id} /> : null}
      </div>
      <Tag tone={tones[state]}>{t(`consent.state.${state}`)}</Tag>
      {leftOf(consent).length > 0 && may("add") ? (
        <Button small onPress={() => setWithdrawing(true)}>
          {t("consents.withdraw")}
        </Button>
      ) : null}
      {withdrawing ? (
        <Withdraw consent={consent} wentOut={wentOut} onClose={() => setWithdrawing(false)} />
      ) : null}
    </li>
  );
}

function Details({ consent }: { readonly consent: ConsentView }): ReactNode {
  const { language, interpreter, taker, until, review, wording, capacity, assent, risk, note } =
    consent;
  const parts = [
    capacity === undefined ? undefined : termText("consent-capacity", capacity),
    assent === undefined ? undefined : t(`consents.assent.${assent}`),
    language === undefined
      ? undefined
      : t("consents.inLanguage", { language: languageName(language) ?? language }),
    interpreter === undefined ? undefined : t("consents.interpretedBy", { name: interpreter }),
    taker === undefined ? undefined : t("consents.askedBy", { name: taker }),
    wording === undefined ? undefined : t("consents.wordingIs", { wording }),
    until === undefined ? undefined : t("consents.until", { day: edtfText(until) }),
    review === undefined ? undefined : t("consents.reviewOn", { day: edtfText(review) }),
  ].filter((part) => part !== undefined);
  return (
    <>
      {parts.length === 0 ? null : (
        <p className="quiet small">
          <Bidi>{parts.join(" · ")}</Bidi>
        </p>
      )}
      {risk === undefined ? null : (
        <p className="small">
          <Bidi>{t("consents.riskIs", { risk })}</Bidi>
        </p>
      )}
      {note === undefined ? null : (
        <p className="small">
          <Bidi>{note}</Bidi>
        </p>
      )}
      {consent.withdrawals.map((no) => (
        <p key={no.at} className="small">
          {no.audiences === null
            ? t("consents.withdrawnAll", { by: no.by })
            : t("consents.withdrawnPart", {
                by: no.by,
                audiences: no.audiences.map((code) => termText("audience", code)).join(", "),
              })}{" "}
          <DateText at={no.at} />
          {no.reason === undefined ? null : (
            <>
              {": "}
              <Bidi>{no.reason}</Bidi>
            </>
          )}
        </p>
      ))}
    </>
  );
}

/** Opened on request, and that somebody looked is written down. Never kept in a cache. */
function Giver({ id }: { readonly id: string }): ReactNode {
  const opening = useMutation({
    mutationFn: async () =>
      (await post<{ readonly text: string }>(`/api/consents/${encodeURIComponent(id)}/giver`)).text,
  });
  if (opening.data !== undefined)
    return (
      <p className="small">
        <Bidi>{t("consents.giverIs", { text: opening.data })}</Bidi>
      </p>
    );
  return (
    <div>
      <Button small variant="quiet" isPending={opening.isPending} onPress={() => opening.mutate()}>
        {t("consents.showGiver")}
      </Button>
      <ErrorNote error={opening.error} />
    </div>
  );
}
