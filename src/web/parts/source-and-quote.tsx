// Which source says so, and in which words: asked the same way wherever something is written down from a source.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { Chooser, type Found } from "./chooser.tsx";
import { TextArea } from "./field.tsx";
import { findSources } from "./find.ts";

export function SourceAndQuote({
  label,
  hint,
  source,
  onSource,
  quote,
  onQuote,
  rows = 2,
  tried,
  quoteMissing,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly source: Found | null;
  readonly onSource: (source: Found | null) => void;
  readonly quote: string;
  readonly onQuote: (quote: string) => void;
  readonly rows?: number;
  /** Somebody pressed the button: what is missing is said. */
  readonly tried: boolean;
  /** The words are not in the source. */
  readonly quoteMissing: boolean;
}): ReactNode {
  return (
    <>
      <Chooser
        label={label}
        {...(hint === undefined ? {} : { hint })}
        kind="source"
        value={source}
        onChange={onSource}
        find={findSources}
        {...(tried && source === null ? { error: t("newClaim.missingSource") } : {})}
      />
      <TextArea
        label={t("newClaim.quote")}
        hint={t("newClaim.quoteHint")}
        value={quote}
        onChange={onQuote}
        rows={rows}
        {...(quoteMissing ? { error: t("newClaim.quoteMissing") } : {})}
      />
    </>
  );
}
