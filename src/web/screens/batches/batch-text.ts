// What an import did, in one line.
import type { BatchItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";

export function batchText({ added, updated, unchanged, failed }: BatchItem): string {
  return [
    t("batches.added", { count: added }),
    updated === 0 ? "" : t("batches.updated", { count: updated }),
    unchanged === 0 ? "" : t("batches.unchanged", { count: unchanged }),
    failed === 0 ? "" : t("batches.failed", { count: failed }),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
