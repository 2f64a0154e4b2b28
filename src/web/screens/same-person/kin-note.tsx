// Relatives are shown as relatives, and not proposed as one person.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Note } from "../../parts/index.ts";
import type { Evidence } from "./evidence.ts";
import { reasonText } from "./sentences.ts";

export function KinNote({
  band,
  evidence,
}: {
  readonly band: string;
  readonly evidence: Evidence;
}): ReactNode {
  if (band !== "kin" && evidence.kin.length === 0) return null;
  return (
    <Note tone="warn">
      <p>{t("same.kinNote")}</p>
      {evidence.kin.map((reason) => (
        <p key={reason.rule}>{reasonText(reason)}</p>
      ))}
    </Note>
  );
}
