// Person by person: at which level each is shown, what of them stays, who stays altogether, and why.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { ExportPreview, PersonPreview, ReleasePreview } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button } from "../../parts/index.ts";
import { useCut } from "./cut-list.tsx";
import { HoldDialog } from "./hold.tsx";

interface Planned {
  readonly plan: ReleasePreview;
}

export function Going({ plan }: Planned): ReactNode {
  const going = plan.people.filter(({ level }) => level !== null);
  if (going.length === 0) return null;
  const told = new Map(plan.release.people.map((one) => [one.number, one]));
  return (
    <section className="release__part">
      <h2>{t("release.goes")}</h2>
      <People people={going} told={told} />
    </section>
  );
}

export function Staying({ plan }: Planned): ReactNode {
  const staying = plan.people.filter(({ level }) => level === null);
  return (
    <>
      <section className="release__part">
        <h2>{t("release.held")}</h2>
        <HeldList held={plan.heldBack.filter(({ what }) => what !== "person")} />
      </section>
      {staying.length === 0 ? null : (
        <section className="release__part">
          <h2>{t("release.stays")}</h2>
          <People people={staying} />
        </section>
      )}
    </>
  );
}

type Told = ReleasePreview["release"]["people"][number];

function People({
  people,
  told,
}: {
  readonly people: readonly PersonPreview[];
  readonly told?: ReadonlyMap<string, Told>;
}): ReactNode {
  const { shown, foot } = useCut(people);
  return (
    <>
      <ul className="release__people">
        {shown.map((person) => (
          <Person key={person.id} person={person} told={told?.get(person.number ?? "")} />
        ))}
      </ul>
      {foot}
    </>
  );
}

function Person({
  person,
  told,
}: {
  readonly person: PersonPreview;
  readonly told: Told | undefined;
}): ReactNode {
  const [holding, setHolding] = useState(false);
  const { id, label, level, number, reason, values, statements, alike, heldBack } = person;
  return (
    <li className="release__person">
      <div className="release__who">
        <span>
          <Link to="/people/$id" params={{ id }}>
            <Bidi>{label === "" ? id : label}</Bidi>
          </Link>{" "}
          {number === null ? null : <small className="quiet">{number}</small>}
        </span>
        <span className="quiet">
          {level === null
            ? t(`release.why.${reason ?? "nothing-left"}`)
            : [
                t(`release.level.${level}`),
                t("release.values", { count: values }),
                ...(statements === 0 ? [] : [t("release.statements", { count: statements })]),
                ...(alike === null ? [] : [t("release.alike", { count: alike })]),
              ].join(" · ")}
        </span>
        {level === null ? null : (
          <Button
            small
            onPress={() => {
              setHolding(true);
            }}
          >
            {t("release.hold")}
          </Button>
        )}
      </div>
      {told === undefined ? null : <Page told={told} />}
      {level === null || heldBack.length === 0 ? null : (
        <details>
          <summary>{t("release.held")}</summary>
          <HeldList held={heldBack} />
        </details>
      )}
      {holding ? (
        <HoldDialog
          about={id}
          stands
          onClose={() => {
            setHolding(false);
          }}
        />
      ) : null}
    </li>
  );
}

/** Every word of the page that would be shown. */
function Page({ told }: { readonly told: Told }): ReactNode {
  const values = [...told.values, ...told.parts.flatMap((part) => part.values)];
  const lines = [
    told.heading,
    ...told.names.map(({ text }) => text).filter((text) => text !== told.heading),
    told.status,
    ...values.flatMap(({ label, text, claims, others }) => [
      `${label}: ${text}`,
      ...others.map((other) => `${label}: ${other.text}`),
      ...claims.flatMap(({ quote }) => (quote === undefined ? [] : [`“${quote}”`])),
    ]),
    ...told.statements.map(({ speaker, words }) => `${speaker}: “${words}”`),
  ].filter((line) => line !== "");
  return (
    <details>
      <summary>{t("release.page")}</summary>
      <ul className="release__held">
        {[...new Set(lines)].map((line) => (
          <li key={line}>
            <Bidi>{line}</Bidi>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function HeldList({ held }: { readonly held: ExportPreview["heldBack"] }): ReactNode {
  if (held.length === 0) return <p>{t("release.heldNothing")}</p>;
  return (
    <ul className="release__held">
      {held.map(({ what, reason, count }) => (
        <li key={`${what} ${reason}`}>
          <span>{tIf(`release.what.${what}`, { count }) ?? `${count} × ${what}`}</span>
          <span className="quiet">{tIf(`release.why.${reason}`) ?? reason}</span>
        </li>
      ))}
    </ul>
  );
}
