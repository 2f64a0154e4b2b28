// Who had the source in hand, in the order of time.
import type { ReactNode } from "react";
import type { CustodyView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Table } from "../../parts/index.ts";
import { ExactTime } from "./exact-time.tsx";

export function CustodyList({ custody }: { readonly custody: readonly CustodyView[] }): ReactNode {
  return (
    <section className="stack">
      <h2>{t("evidence.custody")}</h2>
      <p className="quiet evidence__lead">{t("evidence.custodyLead")}</p>
      <Table<CustodyView>
        caption={t("evidence.custody")}
        rows={custody}
        rowKey={({ seq, action, file }) => `${seq} ${action} ${file ?? ""}`}
        columns={[
          { key: "what", head: t("evidence.what"), main: true, cell: What },
          { key: "when", head: t("evidence.when"), cell: ({ at }) => <ExactTime at={at} /> },
          { key: "by", head: t("evidence.who"), cell: ({ by }) => <Bidi>{by}</Bidi> },
          { key: "more", head: t("evidence.more"), cell: More },
          {
            key: "seq",
            head: t("evidence.entry"),
            numeric: true,
            minor: true,
            cell: ({ seq }) => String(seq),
          },
        ]}
      />
    </section>
  );
}

function What({ action, claim }: CustodyView): ReactNode {
  const key = action === "viewed" && claim !== undefined ? "viewed-sealed" : action;
  return tIf(`evidence.action.${key}`) ?? action;
}

function More({ from, to, reason, file }: CustodyView): ReactNode {
  const words = [
    from === undefined ? undefined : t("evidence.fromWords", { name: from }),
    to === undefined ? undefined : t("evidence.toWords", { name: to }),
    reason,
  ].filter((part) => part !== undefined && part !== "");
  return (
    <>
      {words.length === 0 ? null : <Bidi>{words.join(", ")}</Bidi>}
      {words.length === 0 && file !== undefined ? (
        <code dir="ltr" title={file}>
          {file.slice(0, 12)}…
        </code>
      ) : null}
    </>
  );
}
