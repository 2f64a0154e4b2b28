// Where the source is used, and how it goes out with its proofs.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { EvidenceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { schemaLabel } from "../../messages/names.ts";
import { Bidi } from "../../parts/index.ts";

export function Used({ used }: { readonly used: EvidenceView["used"] }): ReactNode {
  const counts = [
    t("evidence.records", { count: used.records }),
    t("evidence.claims", { count: used.claims }),
    t("evidence.statements", { count: used.statements }),
  ];
  return (
    <section className="stack">
      <h2>{t("evidence.used")}</h2>
      {used.records + used.claims + used.statements === 0 ? (
        <p className="quiet">{t("evidence.usedNone")}</p>
      ) : (
        <p>{counts.join(", ")}</p>
      )}
      {used.first.length === 0 ? null : (
        <ul className="evidence__records">
          {used.first.map(({ id, schema, label }) => (
            <li key={id}>
              <Link to={schema === "Person" ? "/people/$id" : "/records/$id"} params={{ id }}>
                <Bidi>{label}</Bidi>
              </Link>{" "}
              <small className="quiet">{schemaLabel(schema)}</small>
            </li>
          ))}
        </ul>
      )}
      {used.records > used.first.length ? (
        <p className="quiet">
          {t("evidence.moreRecords", { count: used.records - used.first.length })}
        </p>
      ) : null}
      <p className="quiet evidence__lead">{t("evidence.dossierHint")}</p>
    </section>
  );
}
