// How grave a finding is, and what it says.
import type { ReactNode } from "react";
import type { Finding } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Tag } from "../../parts/index.ts";

const tones = { stop: "bad", warn: "warn", note: "plain" } as const;

export function SeverityTag({ severity }: { readonly severity: Finding["severity"] }): ReactNode {
  return (
    <Tag tone={tones[severity]} sign={severity === "stop" ? "!" : ""}>
      {t(`severity.${severity}`)}
    </Tag>
  );
}

/** In the reader's language where we have it, else as the rule says it. */
export const findingText = ({ code, text }: Finding): string => tIf(`finding.${code}`) ?? text;
