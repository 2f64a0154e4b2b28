// Says above every machine-read text that it is one, and leads to the picture it was read from.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Note } from "../../parts/index.ts";

export function MachineReadNote({ source }: { readonly source: SourceView }): ReactNode {
  const { machineRead } = source;
  if (machineRead === undefined) return null;
  const { from, tool, languages } = machineRead;
  return (
    <Note tone="warn">
      {t("ocr.note", { tool, languages })}{" "}
      {from === null ? null : (
        <Link to="/sources/$id" params={{ id: from }}>
          {t("ocr.picture")}
        </Link>
      )}
    </Note>
  );
}
