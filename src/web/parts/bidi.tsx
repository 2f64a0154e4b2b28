// A name or a quotation keeps its own language and direction inside whatever surrounds it.
import type { ReactNode } from "react";

const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa"]);

interface BidiProps {
  readonly children: ReactNode;
  /** BCP 47. */
  readonly lang?: string | undefined;
  /** ISO 15924. */
  readonly script?: string | undefined;
  readonly className?: string | undefined;
}

export function Bidi({ children, lang, script, className }: BidiProps): ReactNode {
  const known = lang !== undefined && lang !== "" && lang !== "und";
  const dir = script === undefined ? "auto" : rightToLeft.has(script) ? "rtl" : "ltr";
  return (
    <bdi dir={dir} data-script={script} className={className} {...(known ? { lang } : {})}>
      {children}
    </bdi>
  );
}
