// A person says what a figure counts the same as: one of the other charts, nothing else, or what its own words say.
import { useState } from "react";
import type { ReactNode } from "react";
import type { FigureSaying, QuantityItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Radios } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { countedText } from "./figure-text.ts";
import { useMove } from "./use-figures.ts";

interface MoveDialogProps {
  readonly saying: FigureSaying;
  /** The charts it could go to: all but its own. */
  readonly others: readonly QuantityItem[];
  readonly onClose: () => void;
}

const own = "own";
const alone = "alone";

export function MoveDialog({ saying, others, onClose }: MoveDialogProps): ReactNode {
  // Nothing is chosen beforehand: which chart a figure belongs to is for a person to say.
  const [where, setWhere] = useState("");
  const [tried, setTried] = useState(false);
  const moving = useMove(onClose);
  const likeOf = (): string | null =>
    where === own ? null : where === alone ? saying.figure : where;
  return (
    <Dialog title={t("move.title")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (where === "") return;
          moving.mutate({ figure: saying.figure, like: likeOf(), wasPlaced: saying.placed });
        }}
      >
        <p>
          <q dir="auto">{saying.passage?.quote ?? saying.text}</q>
        </p>
        <p className="quiet">{t("move.text")}</p>
        <Radios
          label={t("move.where")}
          value={where}
          onChange={setWhere}
          choices={[
            ...(saying.placed
              ? [{ value: own, label: t("move.own"), hint: t("move.ownHint") }]
              : []),
            ...others.map((item) => ({ value: item.id, label: countedText(item.counted) })),
            { value: alone, label: t("move.alone"), hint: t("move.aloneHint") },
          ]}
        />
        {tried && where === "" ? (
          <p className="field__error" role="alert">
            {t("move.missing")}
          </p>
        ) : null}
        <ErrorNote error={moving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={moving.isPending}>
            {t("move.submit")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
