// What goes besides people: places, questions in dispute, and figures others gave.
import type { ReactNode } from "react";
import type { ReleasePreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { CutList } from "./cut-list.tsx";

const few = 20;

export function Things({ plan }: { readonly plan: ReleasePreview }): ReactNode {
  const { places, questions, estimates } = plan.release;
  if (places.length + questions.length + estimates.length === 0) return null;
  return (
    <section className="release__part">
      <h2>{t("release.things")}</h2>
      {places.length === 0 ? null : <h3>{t("release.places", { count: places.length })}</h3>}
      <CutList
        items={places}
        most={few}
        keyOf={({ key }) => key}
        row={({ names, latitude, longitude }) => (
          <>
            <Bidi>{names[0]?.text ?? ""}</Bidi>
            <span className="quiet">
              {latitude === undefined || longitude === undefined
                ? t("release.placeNoPoint")
                : t("release.placePoint", { latitude, longitude })}
            </span>
          </>
        )}
      />
      {questions.length === 0 ? null : (
        <h3>{t("release.questions", { count: questions.length })}</h3>
      )}
      <CutList
        items={questions}
        most={few}
        keyOf={({ key }) => key}
        row={({ wording, sides }) => (
          <>
            <Bidi>{wording}</Bidi>
            <span className="quiet">{t("release.sides", { count: sides.length })}</span>
          </>
        )}
      />
      {estimates.length === 0 ? null : (
        <h3>{t("release.estimates", { count: estimates.length })}</h3>
      )}
      <CutList
        items={estimates.map((one, i) => ({ ...one, key: String(i) }))}
        most={few}
        keyOf={({ key }) => key}
        row={({ words, quantity, speaker }) => (
          <>
            <Bidi>{words === "" ? quantity : words}</Bidi>
            <Bidi className="quiet">{speaker}</Bidi>
          </>
        )}
      />
    </section>
  );
}
