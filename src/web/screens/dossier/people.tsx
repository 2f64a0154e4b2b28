// Whom it is about: everybody's consent in one place, and a way to add more people by name.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { DossierPreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Note } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import { findPeople } from "../../parts/find.ts";
import { SaidConsents } from "../consents/said-consents.tsx";
import type { DossierPeople } from "./use-people.ts";

export function People({
  people,
  audience,
  leftOut,
}: {
  readonly people: DossierPeople;
  readonly audience: string;
  readonly leftOut: DossierPreview["leftOut"];
}): ReactNode {
  const { files, add, remove } = people;
  const isOne = files.length === 1;
  return (
    <section className="dossier__part">
      <h2>{isOne ? t("dossier.consent") : t("dossier.people", { count: files.length })}</h2>
      {audience === "inside" ? <p className="quiet">{t("dossier.consentInside")}</p> : null}
      {files.map((file, i) => {
        const out = leftOut.find(({ id }) => id === file.id);
        return (
          <div key={file.id} className="stack">
            {isOne ? null : (
              <div className="dossier__person">
                <h3>
                  <Link to="/people/$id" params={{ id: file.id }}>
                    <Bidi>{file.label}</Bidi>
                  </Link>{" "}
                  <small className="quiet">{file.number}</small>
                </h3>
                {i === 0 ? null : (
                  <Button
                    small
                    label={t("dossier.removeWho", { name: file.label })}
                    onPress={() => remove(file.id)}
                  >
                    {t("dossier.remove")}
                  </Button>
                )}
              </div>
            )}
            {out === undefined || out.consent === "yes" ? null : (
              <Note>
                {t(`dossier.blocked.${out.consent}`)} {t("dossier.leftOut")}
              </Note>
            )}
            <SaidConsents about={file.id} />
          </div>
        );
      })}
      <Chooser
        key={files.length}
        label={t("dossier.addPerson")}
        hint={t("dossier.addPersonHint")}
        kind={`people but ${files.map(({ id }) => id).join()}`}
        value={null}
        onChange={(found) => {
          if (found !== null) add(found.id);
        }}
        find={async (query, signal) =>
          (await findPeople(query, signal)).filter(({ id }) =>
            files.every((file) => file.id !== id),
          )
        }
      />
    </section>
  );
}
