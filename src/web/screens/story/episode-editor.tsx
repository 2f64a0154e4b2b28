// A stretch of a story is written down from one source: when, where, by whom, why, and what was done. All of it at once.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, TextArea, TextField, toast } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findSources } from "../../parts/find.ts";
import { QuoteMissing } from "../../parts/passage-of.ts";
import { ActFields } from "./act-fields.tsx";
import { DateField } from "./date-field.tsx";
import { emptyEpisode, isComplete, newAct, writeEpisode } from "./episode-draft.ts";
import type { EpisodeDraft } from "./episode-draft.ts";
import { TermField } from "./term-field.tsx";
import { useStoryChanged } from "./use-story.ts";

interface Props {
  readonly person: string;
  readonly onClose: () => void;
}

export function EpisodeEditor({ person, onClose }: Props): ReactNode {
  const [draft, setDraft] = useState(emptyEpisode);
  const [source, setSource] = useState<Found | null>(null);
  const [tried, setTried] = useState(false);
  const changed = useStoryChanged();
  const set = (change: Partial<EpisodeDraft>): void => setDraft((now) => ({ ...now, ...change }));
  const saving = useMutation({
    mutationFn: async (from: string) => writeEpisode(person, from, draft),
    onSuccess: async ({ records }) => {
      onClose();
      await changed();
      toast({
        text: t("episode.saved"),
        undo: async () => {
          await post("/api/episodes/take-back", { records, reason: t("episode.undone") });
          await changed();
        },
      });
    },
  });
  const quoteMissing = saving.error instanceof QuoteMissing;
  return (
    <Dialog title={t("episode.title")} isOpen onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (source !== null && isComplete(draft)) saving.mutate(source.id);
        }}
      >
        <Chooser
          label={t("episode.source")}
          kind="source"
          value={source}
          onChange={setSource}
          find={findSources}
          {...(tried && source === null ? { error: t("newClaim.missingSource") } : {})}
        />
        <TextArea
          label={t("episode.quote")}
          hint={t("episode.quoteHint")}
          value={draft.quote}
          onChange={(quote) => set({ quote })}
          rows={2}
          {...(quoteMissing ? { error: t("newClaim.quoteMissing") } : {})}
        />
        <div className="episode-form__pair">
          <TermField
            label={t("episode.kind")}
            vocabulary="episode-kind"
            value={draft.kind}
            onChange={(kind) => set({ kind })}
            error={tried && draft.kind === "" ? t("episode.missingKind") : undefined}
          />
          <TermField
            label={t("newClaim.knows")}
            vocabulary="knows"
            value={draft.knows}
            onChange={(knows) => set({ knows })}
          />
        </div>
        <div className="episode-form__pair">
          <DateField
            label={t("episode.from")}
            value={draft.from}
            onChange={(from) => set({ from })}
          />
          <DateField label={t("episode.to")} value={draft.to} onChange={(to) => set({ to })} />
        </div>
        <Places draft={draft} set={set} />
        <WhoAndWhy draft={draft} set={set} />
        {draft.acts.map((act, i) => (
          <ActFields
            key={act.key}
            act={act}
            n={i + 1}
            tried={tried}
            onChange={(next) =>
              set({ acts: draft.acts.map((one) => (one.key === act.key ? next : one)) })
            }
            onRemove={() => set({ acts: draft.acts.filter(({ key }) => key !== act.key) })}
          />
        ))}
        <div>
          <Button small onPress={() => set({ acts: [...draft.acts, newAct()] })}>
            {t("episode.addAct")}
          </Button>
        </div>
        {quoteMissing ? null : <ErrorNote error={saving.error} />}
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("episode.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: EpisodeDraft;
  readonly set: (change: Partial<EpisodeDraft>) => void;
}

/** What a source leaves open between two places stays open: each is a claim of its own. */
function Places({ draft, set }: PartProps): ReactNode {
  const change = (at: number, part: Partial<EpisodeDraft["places"][number]>): void =>
    set({ places: draft.places.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="episode-form__group">
      <legend>{t("episode.places")}</legend>
      {draft.places.map(({ facility, place }, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- places have no name of their own and are only added
        <div key={i} className="episode-form__pair">
          <TextField
            label={t("episode.facility")}
            value={facility}
            onChange={(next) => change(i, { facility: next })}
          />
          <TextField
            label={t("episode.place")}
            value={place}
            onChange={(next) => change(i, { place: next })}
          />
        </div>
      ))}
      <div>
        <Button
          small
          onPress={() => set({ places: [...draft.places, { facility: "", place: "" }] })}
        >
          {t("episode.otherPlace")}
        </Button>
      </div>
    </fieldset>
  );
}

const terms = [
  ["statedReason", "episode.stated", "reason"],
  ["suspectedReason", "episode.suspected", "reason"],
  ["legalBasis", "episode.legalBasis", "legal-basis"],
] as const;

function WhoAndWhy({ draft, set }: PartProps): ReactNode {
  return (
    <fieldset className="episode-form__group">
      <legend>{t("episode.who")}</legend>
      <div className="episode-form__pair">
        <TextField
          label={t("episode.holder")}
          value={draft.holder}
          onChange={(holder) => set({ holder })}
        />
        <TermField
          label={t("episode.holderKind")}
          vocabulary="holder-kind"
          value={draft.holderKind}
          onChange={(holderKind) => set({ holderKind })}
        />
        {terms.map(([name, label, vocabulary]) => (
          <TermField
            key={name}
            label={t(label)}
            vocabulary={vocabulary}
            value={draft[name]}
            onChange={(code) => set({ [name]: code })}
          />
        ))}
        <TextField
          label={t("episode.sentence")}
          value={draft.sentence}
          onChange={(sentence) => set({ sentence })}
        />
      </div>
    </fieldset>
  );
}
