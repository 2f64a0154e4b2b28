// Which entry added the source, and which checkpoint signs it.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { EvidenceView, StampList } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { ExactTime } from "./exact-time.tsx";

export function InLedger({
  ledger: { seq, checkpoint },
}: {
  readonly ledger: EvidenceView["ledger"];
}): ReactNode {
  return (
    <section className="stack">
      <h2>{t("evidence.ledger")}</h2>
      <dl className="evidence__facts sheet">
        <div>
          <dt>{t("evidence.entry")}</dt>
          <dd>{String(seq)}</dd>
        </div>
        <div>
          <dt>{t("evidence.checkpoint")}</dt>
          <dd>
            {checkpoint === null ? (
              t("evidence.checkpointNone")
            ) : (
              <>
                <ExactTime at={checkpoint.at} />,{" "}
                {t("evidence.checkpointSize", {
                  size: number(checkpoint.size),
                })}
              </>
            )}
          </dd>
        </div>
        {checkpoint === null ? null : (
          <div>
            <dt>{t("evidence.witnesses")}</dt>
            <dd>
              {checkpoint.cosignatures === 0
                ? t("evidence.witnessesNone")
                : t("evidence.cosigned", { count: checkpoint.cosignatures })}
            </dd>
          </div>
        )}
        <Stamp seq={seq} />
      </dl>
      <p className="quiet evidence__lead">
        {t("evidence.ledgerHint")} <Link to="/integrity">{t("evidence.integrity")}</Link>
      </p>
    </section>
  );
}

/** The earliest time stamp over a checkpoint that signs this entry; left out where there is none. */
function Stamp({ seq }: { readonly seq: number }): ReactNode {
  const stamps = useQuery({
    queryKey: ["stamps"],
    queryFn: async ({ signal }) => get<StampList>("/api/stamps", { signal }),
    retry: false,
  });
  const first = (stamps.data?.stamps ?? [])
    .filter(({ holds, size }) => holds && size > seq)
    .toSorted((a, b) => a.notLaterThan - b.notLaterThan)[0];
  if (first === undefined) return null;
  return (
    <div>
      <dt>{t("evidence.stamp")}</dt>
      <dd>
        {t("evidence.notLater")} <ExactTime at={first.notLaterThan} />,{" "}
        <Bidi>{first.authority}</Bidi>
      </dd>
    </div>
  );
}
