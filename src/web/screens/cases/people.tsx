// Who the case is about, with the ways to everything else of each person.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { CaseView, PersonRef } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Bidi, Button, ErrorNote } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findPeople } from "../../parts/find.ts";
import { ActionMenu } from "../../parts/menu.tsx";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { Section } from "./section.tsx";
import { useStep } from "./use-step.ts";

const ways = [
  ["/people/$id/story", "case.goto.story"],
  ["/people/$id/network", "network.open"],
  ["/people/$id/consents", "consents.open"],
  ["/people/$id/submissions", "submissions.open"],
  ["/people/$id/letter", "case.goto.letter"],
  ["/people/$id/dossier", "dossier.open"],
] as const;

export function People({ view }: { readonly view: CaseView }): ReactNode {
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<PersonRef | null>(null);
  const may = useMay();
  return (
    <Section
      title={t("case.people")}
      action={
        may("add") ? (
          <Button small onPress={() => setAdding(true)}>
            {t("case.addPerson")}
          </Button>
        ) : null
      }
    >
      {view.people.length === 0 ? <p className="quiet">{t("case.peopleNone")}</p> : null}
      <ul className="stack case-people">
        {view.people.map((person) => (
          <li key={person.id}>
            <div className="case-card__head">
              <span>
                <Link to="/people/$id" params={{ id: person.id }} className="rowlink">
                  <Bidi>{person.label}</Bidi>
                </Link>{" "}
                <small className="quiet">{person.number}</small>
              </span>
              {may("add") ? (
                <ActionMenu
                  label={t("case.more", { what: person.number })}
                  actions={[
                    { key: "out", label: t("case.removePerson"), run: () => setLeaving(person) },
                  ]}
                />
              ) : null}
            </div>
            <nav aria-label={`${t("case.goto")} ${person.number}`} className="case-ways small">
              {ways.map(([to, label]) => (
                <Link key={to} to={to} params={{ id: person.id }}>
                  {t(label)}
                </Link>
              ))}
              <Link to="/interventions">{t("nav.interventions")}</Link>
            </nav>
          </li>
        ))}
      </ul>
      {view.formerPeople.length === 0 ? null : (
        <p className="small quiet">
          {t("case.former")}: <Bidi>{view.formerPeople.map(({ label }) => label).join(", ")}</Bidi>
        </p>
      )}
      {adding ? <AddPerson id={view.id} onClose={() => setAdding(false)} /> : null}
      {leaving === null ? null : (
        <Leave id={view.id} person={leaving} onClose={() => setLeaving(null)} />
      )}
    </Section>
  );
}

const part = (id: string, record: string, isIn: boolean, reason?: string) => ({
  path: `/api/cases/${id}/people`,
  body: { record, in: isIn, ...(reason === undefined ? {} : { reason }) },
});

function Leave({
  id,
  person,
  onClose,
}: {
  readonly id: string;
  readonly person: PersonRef;
  readonly onClose: () => void;
}): ReactNode {
  const step = useStep({ told: "dialog", onDone: onClose });
  return (
    <ReasonDialog
      title={t("case.removePerson")}
      submit={t("case.removePerson")}
      isPending={step.isPending}
      error={step.error}
      onClose={onClose}
      onSubmit={(reason) =>
        step.mutate({
          ...part(id, person.id, false, reason),
          done: t("case.removed"),
          undo: () => part(id, person.id, true),
        })
      }
    />
  );
}

function AddPerson({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const [person, setPerson] = useState<Found | null>(null);
  const step = useStep({ told: "dialog", onDone: onClose });
  return (
    <Dialog title={t("case.addPerson")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (person === null || step.isPending) return;
          step.mutate({
            ...part(id, person.id, true),
            done: t("case.added"),
            undo: () => part(id, person.id, false, t("cases.undone")),
          });
        }}
      >
        <Chooser
          label={t("case.person")}
          kind="Person"
          value={person}
          onChange={setPerson}
          find={findPeople}
          autoFocus
        />
        <ErrorNote error={step.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={step.isPending}>
            {t("case.addPerson")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
