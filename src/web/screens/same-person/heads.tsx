// Who the two are: the name, every other form of it, and how much stands behind it.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { PersonItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { languageName, scriptName } from "../../messages/names.ts";
import { Bidi } from "../../parts/index.ts";

export function Heads({
  left,
  right,
}: {
  readonly left: PersonItem;
  readonly right: PersonItem;
}): ReactNode {
  return (
    <div className="heads">
      {[left, right].map((person) => (
        <Head key={person.id} person={person} />
      ))}
    </div>
  );
}

function Head({ person }: { readonly person: PersonItem }): ReactNode {
  const first = person.names.find((form) => form.text === person.label);
  const others = person.names.filter((form) => form !== first);
  return (
    <div className="heads__one sheet">
      <h3>
        <Bidi lang={first?.lang} script={first?.script} className="same__name">
          {person.label}
        </Bidi>
      </h3>
      {others.length === 0 ? (
        <p className="quiet small">{t("same.noOtherForm")}</p>
      ) : (
        <ul className="heads__forms" aria-label={t("person.names")}>
          {others.map((form) => (
            <li key={`${form.text}${form.lang ?? ""}${form.script ?? ""}`}>
              <Bidi lang={form.lang} script={form.script}>
                {form.text}
              </Bidi>{" "}
              <small className="quiet">{languageName(form.lang) ?? scriptName(form.script)}</small>
            </li>
          ))}
        </ul>
      )}
      <p className="heads__facts quiet">
        <span>{person.number}</span>
        <span>{t("person.countClaims", { count: person.claims })}</span>
        <span>{t("person.countSources", { count: person.sources })}</span>
        <Link to="/people/$id" params={{ id: person.id }}>
          {t("same.openFile")}
        </Link>
      </p>
    </div>
  );
}
