// Consents that end or are to be asked again, as days of the calendar.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { DueConsent } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";

const dayMs = 86_400_000;

/** How many days ahead the server is asked for; it knows 1 to 3650. */
export function daysAhead(to: string, today: string): number {
  const days = Math.ceil((Date.parse(to) - Date.parse(today)) / dayMs);
  return Math.min(3_650, Math.max(1, days));
}

export function ConsentLine({ due }: { readonly due: DueConsent }): ReactNode {
  const label = <Bidi>{due.label}</Bidi>;
  return (
    <div className="day-line">
      <div className="day-line__what">
        <strong>{t(`calendar.consent.${due.why}`)}</strong>
      </div>
      <div className="small">
        {due.about.startsWith("src_") ? (
          <Link to="/sources/$id" params={{ id: due.about }}>
            {label}
          </Link>
        ) : (
          <Link to="/people/$id/consents" params={{ id: due.about }}>
            {label}
          </Link>
        )}
      </div>
    </div>
  );
}
