// How the interview was held, and who spoke: a pseudonym, with the sealed name behind it for those who may see it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { InterviewView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { languageText } from "../sources/kinds.ts";
import { CloseButton } from "./closed.tsx";
import { RecordForm } from "./record-form.tsx";

export function Record({ view }: { readonly view: InterviewView }): ReactNode {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { earlier } = view;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t("interview.testifier"), <Testifier key="t" view={view} />],
    ...told("interviewer", view.interviewer),
    ...told("interpreter", view.interpreter),
    ...told("language", view.language === undefined ? undefined : languageText(view.language)),
    ...told("held", view.held === undefined ? undefined : formatDate(view.held)),
    ...told("place", view.place),
    ...told("mode", tIf(`interview.mode.${view.mode ?? ""}`)),
    ...told("form", tIf(`interview.form.${view.form ?? ""}`)),
    ...told("present", view.present),
    ...told("questions", view.questions),
    ...told("consentNote", view.consentNote),
    ...(earlier === undefined
      ? []
      : [[t("interview.earlier"), <Linked key="e" {...earlier} />] as const]),
    ...(view.later.length === 0
      ? []
      : [
          [
            t("interview.later"),
            <ul key="l" className="interview-record__list">
              {view.later.map((one) => (
                <li key={one.id}>
                  <Linked {...one} />
                </li>
              ))}
            </ul>,
          ] as const,
        ]),
  ];
  return (
    <section className="interview-record sheet" aria-label={t("interview.record")}>
      <dl className="interview-record__facts">
        {lines.map(([head, value]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {may("add") ? (
        <div className="row">
          <Button small onPress={() => setEditing(true)}>
            {view.seq === null ? t("interview.describe") : t("interview.edit")}
          </Button>
          <CloseButton view={view} />
        </div>
      ) : null}
      {editing ? <RecordForm view={view} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function told(
  name:
    | "interviewer"
    | "interpreter"
    | "language"
    | "held"
    | "place"
    | "mode"
    | "form"
    | "present"
    | "questions"
    | "consentNote",
  value: string | undefined,
): readonly (readonly [string, ReactNode])[] {
  return value === undefined ? [] : [[t(`interview.${name}`), <Bidi key={name}>{value}</Bidi>]];
}

function Linked({ id, title }: { readonly id: string; readonly title: string }): ReactNode {
  return (
    <Link to="/sources/$id/interview" params={{ id }}>
      <Bidi>{title}</Bidi>
    </Link>
  );
}

/** The name stays on the page only while it is looked at. */
function Testifier({ view }: { readonly view: InterviewView }): ReactNode {
  const may = useMay();
  const [name, setName] = useState<string | null>(null);
  const opening = useMutation({
    mutationFn: async () =>
      post<{ text: string }>(`/api/interviews/${encodeURIComponent(view.source)}/identity`),
    onSuccess: ({ text }) => setName(text),
  });
  return (
    <>
      <Bidi>{view.testifier ?? t("interview.nobody")}</Bidi>{" "}
      {!view.hasIdentity ? null : name !== null ? (
        <>
          <Bidi className="interview-record__name">{name}</Bidi>{" "}
          <Button small variant="quiet" onPress={() => setName(null)}>
            {t("interview.hide")}
          </Button>
        </>
      ) : may("open-sealed") ? (
        <Button
          small
          variant="quiet"
          isPending={opening.isPending}
          onPress={() => opening.mutate()}
        >
          {t("interview.showName")}
        </Button>
      ) : (
        <span className="quiet small">{t("interview.sealed")}</span>
      )}
      <ErrorNote error={opening.error} />
    </>
  );
}
