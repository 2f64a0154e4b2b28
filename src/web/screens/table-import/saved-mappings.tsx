// Mappings kept under a name, for the next list of the same kind.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Mapping } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { TableLook } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, Tag, TextField, toast } from "../../parts/index.ts";

export function SavedMappings({
  look,
  mapping,
  onUse,
}: {
  readonly look: TableLook;
  readonly mapping: Mapping;
  readonly onUse: (mapping: Mapping) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async () => post("/api/mappings", { name: name.trim(), mapping }),
    onSuccess: async () => {
      setName("");
      toast({ text: t("table.saveDone") });
      await client.invalidateQueries({ queryKey: ["table-look"] });
    },
  });
  const fitting = look.savedMappings.toSorted((a, b) => Number(b.fits) - Number(a.fits));
  return (
    <details className="table-saved">
      <summary>
        {t("table.saved")} <span className="count">{look.savedMappings.length}</span>
      </summary>
      <div className="stack table-saved__in">
        {fitting.length === 0 ? (
          <p className="quiet">{t("table.savedNone")}</p>
        ) : (
          <ul className="table-saved__list">
            {fitting.map((saved) => (
              <li key={saved.id} className="row">
                <Bidi>{saved.name}</Bidi>
                {saved.fits ? (
                  <Tag tone="good">{t("table.savedFits")}</Tag>
                ) : (
                  <Tag>{t("table.savedFitsNot")}</Tag>
                )}
                <Button
                  small
                  label={`${t("table.savedUse")}: ${saved.name}`}
                  onPress={() => {
                    onUse(saved.mapping);
                    toast({ text: t("table.savedUsed", { name: saved.name }) });
                  }}
                >
                  {t("table.savedUse")}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form
          className="table-saved__new"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setMissing(name.trim() === "");
            if (name.trim() !== "") saving.mutate();
          }}
        >
          <TextField
            label={t("table.saveAs")}
            value={name}
            onChange={setName}
            {...(missing && name.trim() === "" ? { error: t("table.saveMissing") } : {})}
          />
          <Button type="submit" isPending={saving.isPending}>
            {t("table.saveSubmit")}
          </Button>
        </form>
        <ErrorNote error={saving.error} />
      </div>
    </details>
  );
}
