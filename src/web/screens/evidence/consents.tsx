// What whoever gave the source allowed, and what of it went out: before it is told again, one sees where it is already.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { ErrorNote } from "../../parts/index.ts";
import { GoneOnPaper } from "../consents/gone-list.tsx";
import { SaidConsents } from "../consents/said-consents.tsx";
import { useConsentState } from "../consents/use-consents.ts";

/** Nothing where nobody was asked and nothing went out. */
export function Consents({ id }: { readonly id: string }): ReactNode {
  const state = useConsentState(id);
  if (state.error !== null)
    return <ErrorNote error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return null;
  const { consents, wentOut } = state.data;
  return (
    <>
      {consents.length === 0 ? null : (
        <section className="stack">
          <h2>{t("consents.said")}</h2>
          <SaidConsents about={id} />
        </section>
      )}
      {consents.length === 0 && wentOut.length === 0 ? null : (
        <section className="stack">
          <h2>{t("consents.wentOut")}</h2>
          {wentOut.length === 0 ? (
            <p className="quiet">{t("consents.wentOutNone")}</p>
          ) : (
            <GoneOnPaper items={wentOut} />
          )}
        </section>
      )}
    </>
  );
}
