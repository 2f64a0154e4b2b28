// Shown while the first answer is on its way. It waits a moment before it is seen, so that fast answers do not flicker.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";

export function Loading({ label }: { readonly label?: string }): ReactNode {
  return <output className="loading">{label ?? t("parts.loading")}</output>;
}
