// The foot of a long list.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { Button } from "./button.tsx";

export function MoreRows({
  shown,
  total,
  isBusy,
  onMore,
}: {
  readonly shown: number;
  readonly total: number;
  readonly isBusy: boolean;
  readonly onMore: (() => void) | undefined;
}): ReactNode {
  if (onMore === undefined) return null;
  return (
    <div className="row">
      <Button onPress={onMore} isPending={isBusy}>
        {t("parts.more")}
      </Button>
      <span className="quiet small">{t("parts.progressOf", { done: shown, total })}</span>
    </div>
  );
}
