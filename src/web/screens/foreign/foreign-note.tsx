// Beside a table that another program wrote: that it can be read as such. Nothing where it is none.
import type { ReactNode } from "react";
import { t, tIf } from "../../messages/index.ts";
import { LinkButton, Note } from "../../parts/index.ts";
import { useForeign } from "./use-foreign.ts";

export function ForeignNote({ id }: { readonly id: string }): ReactNode {
  const { data: format } = useForeign(id);
  if (format === undefined || format === null) return null;
  return (
    <Note>
      <p>{t("foreign.note", { program: tIf(`foreign.${format}`) ?? format })}</p>
      <LinkButton small to="/sources/$id/foreign" params={{ id }}>
        {t("foreign.open")}
      </LinkButton>
    </Note>
  );
}
