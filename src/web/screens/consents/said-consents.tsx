// What was said about one person or source, with the way to ask and to take back; a part for other screens too.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, Loading } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { GiveConsent } from "./give.tsx";
import { SaidConsent } from "./said.tsx";
import { useConsentState } from "./use-consents.ts";
import "./consents.css";

/** `about`: a record or a source. */
export function SaidConsents({
  about,
  primary = false,
}: {
  readonly about: string;
  /** Asking is what one comes to this page for. */
  readonly primary?: boolean;
}): ReactNode {
  const [giving, setGiving] = useState(false);
  const may = useMay();
  const state = useConsentState(about);
  if (state.error !== null)
    return <ErrorNote error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return <Loading />;
  const { consents, wentOut } = state.data;
  return (
    <div className="stack">
      {consents.length === 0 ? <p className="quiet">{t("consents.none")}</p> : null}
      <ul className="consents">
        {consents.toReversed().map((one) => (
          <SaidConsent key={one.id} consent={one} wentOut={wentOut} />
        ))}
      </ul>
      {may("add") ? (
        <div>
          <Button variant={primary ? "primary" : "plain"} onPress={() => setGiving(true)}>
            {t("consents.give")}
          </Button>
        </div>
      ) : null}
      {giving ? <GiveConsent about={about} onClose={() => setGiving(false)} /> : null}
    </div>
  );
}
