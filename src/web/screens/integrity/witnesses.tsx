// The partners who cosign: how far each has come, and the files that go to them and come back.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type {
  AddedCosignatures,
  CheckpointList,
  CosignatureRequest,
  WitnessView,
} from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, toast } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { PickText, saveText } from "./text-files.tsx";
import { WitnessDialog } from "./witness-dialog.tsx";

export function Witnesses({
  list,
  onList,
  onChanged,
}: {
  readonly list: CheckpointList;
  readonly onList: (list: CheckpointList) => void;
  readonly onChanged: () => Promise<void>;
}): ReactNode {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const requesting = useMutation({
    mutationFn: async (witness: string) =>
      post<CosignatureRequest>("/api/checkpoints/request", { witness }),
    onSuccess: ({ text, size }, name) => saveText(`request-${fileName(name)}-${size}.txt`, text),
  });
  const adding = useMutation({
    mutationFn: async (note: string) =>
      post<AddedCosignatures>("/api/checkpoints/cosignatures", { note }),
    onSuccess: async ({ added }) => {
      toast({
        text:
          added.length === 0
            ? t("integrity.answerKnown")
            : t("integrity.answerAdded", { names: added.join(", ") }),
      });
      await onChanged();
    },
  });
  return (
    <section className="stack">
      <h2>{t("integrity.witnesses")}</h2>
      <p className="quiet integrity__lead">{t("integrity.witnessesLead")}</p>
      {list.witnesses.length === 0 ? (
        <p>{t("integrity.witnessesNone")}</p>
      ) : (
        <ul className="integrity__witnesses sheet">
          {list.witnesses.map((witness) => (
            <WitnessRow
              key={witness.name}
              witness={witness}
              canAsk={list.checkpoints.length > 0}
              onAsk={() => requesting.mutate(witness.name)}
            />
          ))}
        </ul>
      )}
      <ErrorNote error={requesting.error ?? adding.error} />
      <div className="actions">
        {list.witnesses.length === 0 ? null : (
          <PickText onText={(note) => adding.mutate(note)}>{t("integrity.answerAdd")}</PickText>
        )}
        {may("keep") ? (
          <Button onPress={() => setOpen(true)}>{t("integrity.witnessesChange")}</Button>
        ) : null}
      </div>
      {isOpen ? (
        <WitnessDialog list={list} onClose={() => setOpen(false)} onSaved={onList} />
      ) : null}
    </section>
  );
}

function WitnessRow({
  witness: { name, cosigned, address, last },
  canAsk,
  onAsk,
}: {
  readonly witness: WitnessView;
  readonly canAsk: boolean;
  readonly onAsk: () => void;
}): ReactNode {
  const outcome = last === null ? undefined : tIf(`integrity.last.${last}`);
  return (
    <li>
      <div>
        <Bidi className="integrity__witness">{name}</Bidi>
        <div className="quiet">
          {cosigned === 0
            ? t("integrity.witnessNothing")
            : t("integrity.witnessCosigned", { count: cosigned })}
          {" · "}
          <bdi>{address ?? t("integrity.witnessByFile")}</bdi>
          {outcome === undefined ? null : ` · ${outcome}`}
        </div>
      </div>
      {canAsk ? (
        <Button small onPress={onAsk}>
          {t("integrity.requestSave")}
          <span className="sr-only"> {t("integrity.requestFor", { name })}</span>
        </Button>
      ) : null}
    </li>
  );
}

/** A name as a part of a file name on any system. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "") || "witness";
}
