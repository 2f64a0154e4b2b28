// Person by person: at which level each is shown, what of them stays, who stays altogether, and why.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { HeldCount, PersonPreview, ReleasePreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button } from "../../parts/index.ts";
import { HoldDialog } from "./hold.tsx";

interface Planned {
  readonly plan: ReleasePreview;
}

/** So many lines are drawn at once. */
const shown = 200;

export function CouldBeTold({ plan }: Planned): ReactNode {
  const count = plan.people.filter(({ reason }) => reason === "could-be-told").length;
  return (
    <section className="release__part">
      <h2>{t("release.could")}</h2>
      <p>
        {count === 0
          ? t("release.couldNone", { k: plan.k })
          : t("release.couldSome", { count, k: plan.k })}
      </p>
    </section>
  );
}

export function Changes({ plan }: Planned): ReactNode {
  const { changes } = plan.release;
  const kinds = (["new", "changed", "withdrawn"] as const)
    .map((kind) => ({ kind, count: changes.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className="release__part">
      <h2>{t("release.changes")}</h2>
      <p>
        {kinds.length === 0
          ? t("release.changesNone")
          : kinds.map(({ kind, count }) => t(`release.changes.${kind}`, { count })).join(" · ")}
      </p>
    </section>
  );
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
  return (
    <>
      <ul className="release__people">
        {people.slice(0, shown).map((person) => (
          <Person key={person.id} person={person} told={told?.get(person.number ?? "")} />
        ))}
      </ul>
      {people.length > shown ? (
        <p className="quiet">{t("release.more", { count: people.length - shown })}</p>
      ) : null}
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

function HeldList({ held }: { readonly held: readonly HeldCount[] }): ReactNode {
  if (held.length === 0) return <p>{t("release.heldNothing")}</p>;
  return (
    <ul className="release__held">
      {held.map(({ what, reason, count }) => (
        <li key={`${what} ${reason}`}>
          <span>{t(`release.what.${what}`, { count })}</span>
          <span className="quiet">{t(`release.why.${reason}`)}</span>
        </li>
      ))}
    </ul>
  );
}
