// Dots for origins: a full one for each independent origin, an open one for each retelling of it.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";

const shownAtMost = 12;

interface OriginsProps {
  readonly origins: number;
  readonly retellings: number;
}

/** The same in words, for the title and for screen readers. */
function originsText({ origins, retellings }: OriginsProps): string {
  const first = t("parts.origins", { count: origins });
  return retellings === 0
    ? first
    : t("parts.originsAndRetellings", {
        origins: first,
        retellings: t("parts.retellings", { count: retellings }),
      });
}

export function Origins(props: OriginsProps): ReactNode {
  const { origins, retellings } = props;
  if (origins + retellings === 0) return null;
  const text = originsText(props);
  const full = Math.min(origins, shownAtMost);
  const open = Math.min(retellings, Math.max(0, shownAtMost - full));
  const hidden = origins + retellings - full - open;
  return (
    <span className="origins" title={text}>
      {Array.from({ length: full }, (_, index) => (
        <i key={`o${index}`} className="dot" />
      ))}
      {Array.from({ length: open }, (_, index) => (
        <i key={`r${index}`} className="dot dot--open" />
      ))}
      {hidden > 0 ? <small aria-hidden="true">+{hidden}</small> : null}
      <span className="sr-only">{text}</span>
    </span>
  );
}

/** One dot, for a state beside words that say the same. */
export function Dot({
  tone,
}: {
  readonly tone: "good" | "bad" | "warn" | "quiet" | "accent";
}): ReactNode {
  return <i className={`dot dot--${tone}`} aria-hidden="true" />;
}
