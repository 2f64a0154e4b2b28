// Which language the transcript and the translation are in, and who wrote them; a file can be taken in for either.
import type { ReactNode } from "react";
import type { InterviewView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, DateText, Select, TextField } from "../../parts/index.ts";
import { languageOptions } from "../sources/kinds.ts";
import type { Track, TrackFacts } from "./use-transcript.ts";
import { trackOf } from "./use-transcript.ts";

export function TrackHead({
  view,
  track,
  facts,
  mayAdd,
  onChange,
  onImport,
}: {
  readonly view: InterviewView;
  readonly track: Track;
  readonly facts: TrackFacts;
  readonly mayAdd: boolean;
  readonly onChange: (facts: TrackFacts) => void;
  readonly onImport: () => void;
}): ReactNode {
  const saved = trackOf(view, track, facts.language);
  return (
    <section className="interview-track" aria-label={t(`interview.${track}`)}>
      <h2>{t(`interview.${track}`)}</h2>
      <Select
        label={t("interview.language")}
        value={facts.language}
        onChange={(language) => {
          const other = trackOf(view, track, language);
          onChange({ language, by: other?.by ?? facts.by });
        }}
        empty={t("interview.languageNone")}
        options={languageOptions(facts.language)}
      />
      <TextField
        label={track === "original" ? t("interview.writtenBy") : t("interview.translatedBy")}
        value={facts.by}
        onChange={(by) => onChange({ ...facts, by })}
        disabled={!mayAdd}
      />
      <p className="quiet small">
        {saved === undefined ? (
          t("interview.noVersion")
        ) : (
          <>
            {t("interview.versions", { count: saved.versions })} · <DateText at={saved.at} />
          </>
        )}
      </p>
      {mayAdd ? (
        <div>
          <Button small onPress={onImport}>
            {t("interview.import")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
