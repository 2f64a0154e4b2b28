// A WebVTT or SRT file becomes a version of one track; what was wrong with it is told line by line.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { ImportedTranscript, InterviewView } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Field, Note, Select, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { languageOptions } from "../sources/kinds.ts";
import { trackOf } from "./use-transcript.ts";
import type { Track, TrackFacts } from "./use-transcript.ts";

const largestBytes = 8 * 1024 * 1024;

export function ImportDialog({
  view,
  track,
  facts,
  onDone,
  onClose,
}: {
  readonly view: InterviewView;
  readonly track: Track;
  readonly facts: TrackFacts;
  readonly onDone: (facts: TrackFacts) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [language, setLanguage] = useState(facts.language);
  const [by, setBy] = useState(facts.by);
  const [tried, setTried] = useState(false);
  const tooLarge = (file?.size ?? 0) > largestBytes;
  const ready = file !== null && !tooLarge && language !== "" && by.trim() !== "";
  const importing = useMutation({
    mutationFn: async (chosen: File) =>
      post<ImportedTranscript>(
        `/api/interviews/${encodeURIComponent(view.source)}/transcript-file`,
        {
          track,
          language,
          by: by.trim(),
          name: chosen.name,
          base64: base64Of(new Uint8Array(await chosen.arrayBuffer())),
          expect: trackOf(view, track, language)?.seq ?? null,
        },
      ),
    onSuccess: ({ findings }) => {
      if (findings.length === 0) onDone({ language, by });
    },
  });
  const done = importing.data;
  return (
    <Dialog
      title={t("interview.importTitle")}
      isOpen
      onClose={done === undefined ? onClose : () => onDone({ language, by })}
    >
      {done === undefined ? (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (ready) importing.mutate(file);
          }}
        >
          <Field
            label={t("interview.file")}
            hint={t("interview.fileHint")}
            {...(tried && file === null ? { error: t("interview.fileMissing") } : {})}
            {...(tooLarge ? { error: t("interview.fileLarge") } : {})}
          >
            {(ids) => (
              <input
                {...ids}
                type="file"
                accept=".vtt,.srt,text/vtt,application/x-subrip"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </Field>
          <Select
            label={t("interview.language")}
            value={language}
            onChange={setLanguage}
            empty={t("interview.languageNone")}
            options={languageOptions(language)}
            {...(tried && language === "" ? { error: t("interview.languageMissing") } : {})}
          />
          <TextField
            label={track === "original" ? t("interview.writtenBy") : t("interview.translatedBy")}
            hint={t("interview.byHint")}
            value={by}
            onChange={setBy}
            {...(tried && by.trim() === "" ? { error: t("interview.byMissing") } : {})}
          />
          <ErrorNote error={importing.error} />
          <Actions>
            <Button type="submit" variant="primary" isPending={importing.isPending}>
              {t("interview.import")}
            </Button>
            <Button onPress={onClose}>{t("parts.cancel")}</Button>
          </Actions>
        </form>
      ) : (
        <div className="stack">
          <Note tone="warn">
            {t("interview.imported", { count: done.transcript.segments.length })}
          </Note>
          <ul>
            {done.findings.map(({ code, line }) => (
              <li key={`${line} ${code}`}>
                {t("interview.finding", { line: number(line), text: t(`interview.found.${code}`) })}
              </li>
            ))}
          </ul>
          <Actions>
            <Button variant="primary" onPress={() => onDone({ language, by })}>
              {t("interview.readOn")}
            </Button>
          </Actions>
        </div>
      )}
    </Dialog>
  );
}

function base64Of(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call with a million arguments is refused by the browser.
  for (let i = 0; i < bytes.length; i += 8_192)
    text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text);
}
