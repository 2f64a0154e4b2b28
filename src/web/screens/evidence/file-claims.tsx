// What a file says of itself, apart from what we know of it: its own time, place and camera, with the tag that says so.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { FileTag, PictureView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Table } from "../../parts/index.ts";
import { ExactTime } from "./exact-time.tsx";

/** Where somebody stood, and whose device it was: shown to who asks, not to who walks past. */
const hidden: ReadonlySet<string> = new Set(["place", "serial"]);

export function FileClaims({ id }: { readonly id: string }): ReactNode {
  const view = useQuery({
    queryKey: ["picture", id],
    queryFn: async ({ signal }) =>
      get<PictureView>(`/api/sources/${encodeURIComponent(id)}/picture`, { signal }),
    staleTime: Infinity,
  });
  if (view.data === undefined) return null;
  const { tags, kept } = view.data;
  return (
    <section className="stack">
      <h2>{t("says.title")}</h2>
      <p className="quiet evidence__lead">
        {tags.length === 0 ? t("says.none") : t("evidence.saysLead")}{" "}
        {kept === null ? null : (
          <>
            {t("evidence.saysSince")} <ExactTime at={kept.at} />.
          </>
        )}
      </p>
      {tags.length === 0 ? null : (
        <Table<FileTag>
          caption={t("says.title")}
          rows={tags}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "what",
              head: t("evidence.saysWhat"),
              main: true,
              cell: ({ key }) => t(key === "title" ? "says.filetitle" : `says.${key}`),
            },
            {
              key: "value",
              head: t("evidence.saysValue"),
              cell: ({ key, value }) =>
                hidden.has(key) ? <Hidden value={value} /> : <Bidi>{value}</Bidi>,
            },
            {
              key: "tag",
              head: t("evidence.saysTag"),
              cell: ({ tag }) => (tag === undefined ? "" : <code dir="ltr">{tag}</code>),
            },
            {
              key: "kept",
              head: t("evidence.saysKept"),
              cell: ({ key }) => keptText(kept, key),
            },
          ]}
        />
      )}
    </section>
  );
}

/** A place stands in the ledger to a tenth of a degree only; names and free words do not stand there at all. */
function keptText(kept: PictureView["kept"], key: string): string {
  if (kept === null || !kept.keys.includes(key)) return t("evidence.saysNot");
  const entry = String(kept.seq);
  return t(key === "place" ? "evidence.saysRough" : "evidence.saysEntry", { entry });
}

function Hidden({ value }: { readonly value: string }): ReactNode {
  const [shown, setShown] = useState(false);
  return shown ? (
    <Bidi>{value}</Bidi>
  ) : (
    <Button small onPress={() => setShown(true)}>
      {t("evidence.saysShow")}
    </Button>
  );
}
