// A recovery code in groups that can be read aloud and copied by hand.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";

export function RecoveryCodeSheet({ code }: { readonly code: string }): ReactNode {
  return (
    <p className="code sheet" dir="ltr">
      <span className="sr-only">{t("first.codeLabel")}: </span>
      {code.split(/[-\s]+/).map((part, index) => (
        <span key={`${index}${part}`}>{part}</span>
      ))}
    </p>
  );
}
