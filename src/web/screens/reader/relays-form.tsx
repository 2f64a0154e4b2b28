// Which sources this one repeats: what makes ten outlets citing one relative one origin.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, TextField, toast } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findSources } from "../../parts/find.ts";
import { describe } from "./describe.ts";
import { RelayProposals } from "./repeats.tsx";
import { useOrigins, useRelayDecider } from "./use-origins.ts";
import { sourceKey, useSourceChanged } from "./use-source.ts";

interface Line {
  readonly key: number;
  readonly found: Found | null;
  readonly words: string;
  readonly passage?: unknown;
}

export function RelaysForm({
  source,
  onClose,
}: {
  readonly source: SourceView;
  readonly onClose: () => void;
}): ReactNode {
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const known = source.relays.map((relay, key) => ({
      key,
      found:
        relay.source === undefined
          ? null
          : { id: relay.source, label: relay.title ?? relay.source },
      words: relay.words,
      ...(relay.passage === undefined ? {} : { passage: relay.passage }),
    }));
    return known.length === 0 ? [{ key: 0, found: null, words: "" }] : known;
  });
  const origins = useOrigins(source.id);
  const titleOf = (id: string): string =>
    origins.data?.relays.flatMap((relay) => relay.fits).find((fit) => fit.source === id)?.title ??
    id;
  // What is accepted here is written at once, and stands in the form beside what is not saved yet.
  const decider = useRelayDecider(source, ({ source: id, words, passage }) =>
    setLines((before) => [
      ...before.filter((line) => line.found !== null || line.words.trim() !== ""),
      {
        key: Math.max(-1, ...before.map((line) => line.key)) + 1,
        found: id === undefined ? null : { id, label: titleOf(id) },
        words,
        ...(passage === undefined ? {} : { passage }),
      },
    ]),
  );
  const client = useQueryClient();
  const changed = useSourceChanged(source.id);
  const saving = useMutation({
    mutationFn: async () =>
      describe(source, {
        relays: lines
          .filter((line) => line.found !== null || line.words.trim() !== "")
          .map(({ found, words, passage }) => ({
            words: words.trim(),
            ...(found === null ? {} : { source: found.id }),
            ...(passage === undefined ? {} : { passage }),
          })),
      }),
    onSuccess: async (view) => {
      client.setQueryData(sourceKey(source.id), view);
      onClose();
      toast({ text: t("meta.saved") });
      await changed();
    },
  });
  const change = (key: number, by: Partial<Line>): void =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...by } : line)));
  return (
    <Dialog title={t("facts.relaysEdit")} isOpen onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p className="quiet">{t("facts.relaysHint")}</p>
        <RelayProposals source={source} decider={decider} />
        {lines.map((line) => (
          <fieldset key={line.key} className="fieldset stack reader-relay">
            <legend className="sr-only">{t("facts.relays")}</legend>
            <Chooser
              label={t("facts.relaysFind")}
              kind="source"
              value={line.found}
              onChange={(found) => change(line.key, { found })}
              find={findSources}
            />
            <TextField
              label={t("facts.relaysWords")}
              hint={t("facts.relaysWordsHint")}
              value={line.words}
              onChange={(words) => change(line.key, { words })}
            />
            <div>
              <Button small onPress={() => setLines(lines.filter((one) => one.key !== line.key))}>
                {t("facts.relaysRemove")}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button
            small
            onPress={() =>
              setLines([
                ...lines,
                { key: Math.max(-1, ...lines.map((l) => l.key)) + 1, found: null, words: "" },
              ])
            }
          >
            {t("facts.relaysAdd")}
          </Button>
        </div>
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("parts.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
