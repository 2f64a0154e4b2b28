// Which kinds of change need two members: a keeper ticks them; taking one away waits for a second keeper.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post, useDecisions, waitsForSecond } from "../../api/index.ts";
import { t, tIf } from "../../messages/index.ts";
import { Button, Checkbox, ErrorNote, toast } from "../../parts/index.ts";

export function SecondPersonCard({ canChange }: { readonly canChange: boolean }): ReactNode {
  const decisions = useDecisions();
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async (kinds: readonly string[]) => post("/api/decisions/kinds", { kinds }),
    onSuccess: async (answer) => {
      setPicked(null);
      toast({ text: waitsForSecond(answer) ? t("second.waits") : t("second.saved") });
      await client.invalidateQueries({ queryKey: ["decisions"] });
    },
  });
  const view = decisions.data;
  const kinds = picked ?? view?.kinds ?? [];
  return (
    <section className="settings__part">
      <h2>{t("second.settings")}</h2>
      <p>{t("second.settingsText")}</p>
      <ErrorNote error={decisions.error ?? saving.error} />
      {(view?.choices ?? []).map((kind) => (
        <Checkbox
          key={kind}
          label={tIf(`second.set.${kind}`)}
          checked={kinds.includes(kind)}
          disabled={!canChange}
          onChange={(on) => setPicked(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
        />
      ))}
      {canChange ? (
        <div className="row">
          <Button
            isPending={saving.isPending}
            onPress={() => {
              if (picked !== null) saving.mutate(picked);
            }}
          >
            {t("second.save")}
          </Button>
        </div>
      ) : (
        <p className="quiet">{t("second.onlyKeepers")}</p>
      )}
    </section>
  );
}
