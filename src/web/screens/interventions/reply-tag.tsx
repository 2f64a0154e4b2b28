// Whether a reply came, and for how long none has.
import type { ReactNode } from "react";
import type { InterventionItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Tag } from "../../parts/index.ts";

const tones = { answered: "good", waiting: "plain", "no-reply": "bad" } as const;

export function ReplyTag({
  item: { state, reply, waitedDays },
}: {
  readonly item: Pick<InterventionItem, "state" | "reply" | "waitedDays">;
}): ReactNode {
  return (
    <span className="interventions-reply">
      <Tag tone={tones[state]}>{t(`interventions.state.${state}`)}</Tag>
      <small className="quiet">
        {state === "answered" && reply !== undefined
          ? termText("intervention-reply", reply)
          : waitedDays === null
            ? ""
            : t("interventions.waited", { count: waitedDays })}
      </small>
    </span>
  );
}
