// A name or a quotation keeps its own language and direction inside whatever surrounds it.
import type { ReactNode } from "react";

/** Chinese in a stack of Latin faces comes out in two weights where one of them knows a few of its characters. */
const faceOf = (text: ReactNode): string | undefined =>
  typeof text === "string" && /\p{Script=Han}/u.test(text) ? "Hani" : undefined;

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
    <bdi
      dir={dir}
      data-script={script ?? faceOf(children)}
      className={className}
      {...(known ? { lang } : {})}
    >
      {children}
    </bdi>
  );
}
