// The dots beside a value: how many independent origins; one click draws where they have it from.
import type { ReactNode } from "react";
import type { OriginView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Dots, originsText } from "../../parts/index.ts";
import { sumOrigins } from "./evidence.ts";

export function EvidenceDots({
  origins,
  drawing,
  isDrawn,
  onToggle,
}: {
  readonly origins: readonly OriginView[];
  /** The id of what is drawn. */
  readonly drawing: string;
  readonly isDrawn: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const sum = sumOrigins(origins);
  if (sum.origins === 0) return null;
  const text = originsText(sum);
  return (
    <button
      type="button"
      className="origins evidence__dots"
      title={text}
      aria-expanded={isDrawn}
      aria-controls={drawing}
      aria-label={t("origins.show", { origins: text })}
      onClick={onToggle}
    >
      <Dots {...sum} />
    </button>
  );
}
