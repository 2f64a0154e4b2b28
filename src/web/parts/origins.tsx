// Dots for origins: a full one for each independent origin, an open one for each retelling of it.
import type { ReactNode } from "react";
import { number, t } from "../messages/index.ts";

const shownAtMost = 12;

export interface OriginsProps {
  readonly origins: number;
  readonly retellings: number;
  /** In how many sources the claims stand; never a sign of strength by itself. */
  readonly sources?: number;
}

/** The same in words, for the title and for screen readers: "2 independent origins in 10 sources". */
export function originsText({ origins, retellings, sources }: OriginsProps): string {
  const first = t("parts.origins", { count: origins });
  if (sources !== undefined && sources > origins)
    return t("origins.inSources", {
      origins: first,
      sources: t("person.countSources", { count: sources }),
    });
  return retellings === 0
    ? first
    : t("parts.originsAndRetellings", {
        origins: first,
        retellings: t("parts.retellings", { count: retellings }),
      });
}

export function Origins(props: OriginsProps): ReactNode {
  if (props.origins + props.retellings === 0) return null;
  const text = originsText(props);
  return (
    <span className="origins" title={text}>
      <Dots {...props} />
      <span className="sr-only">{text}</span>
    </span>
  );
}

/** The dots alone, where the words stand beside them. */
export function Dots({ origins, retellings }: OriginsProps): ReactNode {
  const full = Math.min(origins, shownAtMost);
  const open = Math.min(retellings, Math.max(0, shownAtMost - full));
  const hidden = origins + retellings - full - open;
  return (
    <>
      {Array.from({ length: full }, (_, index) => (
        <i key={`o${index}`} className="dot" />
      ))}
      {Array.from({ length: open }, (_, index) => (
        <i key={`r${index}`} className="dot dot--open" />
      ))}
      {hidden > 0 ? <small aria-hidden="true">+{hidden}</small> : null}
    </>
  );
}

/** A share of a text in whole per cent, never rounded up to all of it. */
export function shareText(share: number): string {
  return `${number(Math.floor(share * 100))}%`;
}

/** One dot, for a state beside words that say the same. */
export function Dot({
  tone,
}: {
  readonly tone: "good" | "bad" | "warn" | "quiet" | "accent";
}): ReactNode {
  return <i className={`dot dot--${tone}`} aria-hidden="true" />;
}
