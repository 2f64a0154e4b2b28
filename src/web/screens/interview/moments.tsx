// What was made of this interview, in the order in which it was said: each claim with its moment.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { SourceMoment } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ReviewTag } from "../../parts/index.ts";
import { timeShown } from "./rows.ts";

export function Moments({
  moments,
  onPlay,
}: {
  readonly moments: readonly SourceMoment[];
  readonly onPlay: (ms: number) => void;
}): ReactNode {
  return (
    <aside className="interview-moments" aria-labelledby="interview-moments">
      <h2 id="interview-moments">{t("interview.claims")}</h2>
      {moments.length === 0 ? <p className="quiet">{t("interview.claimsNone")}</p> : null}
      <ul className="interview-moments__list">
        {moments.map((one) => (
          <li key={one.claim} className="sheet interview-moment">
            <Button
              small
              variant="quiet"
              label={t("interview.playFrom", { time: timeShown(one.fromMs) })}
              onPress={() => onPlay(one.fromMs)}
            >
              <span aria-hidden="true">▶</span> {timeShown(one.fromMs)}
            </Button>
            <div>
              <Link
                to={one.schema === "Person" ? "/people/$id" : "/records/$id"}
                params={{ id: one.record }}
              >
                <Bidi>{one.label}</Bidi>
              </Link>
              <p className="small">
                <span className="quiet">{one.property}</span>{" "}
                <Bidi>{one.text === "" ? t("interview.sealed") : one.text}</Bidi>
              </p>
              {one.state === "proposed" ? <ReviewTag review="proposed" /> : null}
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
