// The sources that go, and for each whether its file goes, or a copy with parts blacked out in its place.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { DossierPreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Select } from "../../parts/index.ts";
import type { Copies } from "./screen.tsx";

export function Sources({
  plan,
  copies,
  onCopies,
}: {
  readonly plan: DossierPreview;
  readonly copies: Copies;
  readonly onCopies: (copies: Copies) => void;
}): ReactNode {
  const offered = new Map(plan.offered.map((one) => [one.source, one]));
  return (
    <ul className="dossier__sources">
      {plan.sources.map(({ id, title, kind }) => {
        const offer = offered.get(id);
        return (
          <li key={id}>
            <Link to="/sources/$id" params={{ id }}>
              <Bidi>{title}</Bidi>
            </Link>{" "}
            <small className="quiet">{termText("source-kind", kind)}</small>
            {offer === undefined ? null : (
              <Select
                label={t("dossier.fileOf", { title })}
                hint={copies[id] === undefined ? undefined : t("dossier.copyHint")}
                value={copies[id] ?? ""}
                empty={offer.original === "goes" ? t("dossier.fileGoes") : t("dossier.fileStays")}
                onChange={(file) => {
                  const { [id]: _before, ...others } = copies;
                  onCopies(file === "" ? others : { ...others, [id]: file });
                }}
                options={offer.copies.map(({ file, madeAt }) => ({
                  value: file,
                  label: t("dossier.copyOf", {
                    when: new Date(madeAt).toISOString().slice(0, 16).replace("T", " "),
                  }),
                }))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
