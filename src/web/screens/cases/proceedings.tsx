// Courts and offices, as sources tell of them: every value with whose word it is, and who could be asked to stop a removal.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get, queryClient } from "../../api/index.ts";
import type { CaseView, ProceedingDate, ProceedingView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { DeadlineDialog } from "./deadline-dialog.tsx";
import type { DeadlineDraft } from "./deadline-draft.ts";
import { Interim } from "./interim.tsx";
import { awayText, readerZone, todayIn } from "./moment-text.ts";
import { ProceedingDialog } from "./proceeding-dialog.tsx";
import { SaidIn } from "./said-in.tsx";
import { Section } from "./section.tsx";

const AddClaim = lazy(async () => ({
  default: (await import("../person/add-claim.tsx")).AddClaim,
}));

export function Proceedings({ view }: { readonly view: CaseView }): ReactNode {
  const [adding, setAdding] = useState(false);
  const may = useMay();
  return (
    <Section
      title={t("case.proceedings")}
      action={
        may("add") && view.people.length > 0 ? (
          <Button small onPress={() => setAdding(true)}>
            {t("case.addProceeding")}
          </Button>
        ) : null
      }
    >
      {view.proceedings.length === 0 ? <p className="quiet">{t("case.proceedingsNone")}</p> : null}
      {view.proceedings.map((one) => (
        <Proceeding key={one.id} one={one} view={view} />
      ))}
      <Interim lines={view.interim} />
      {adding ? <ProceedingDialog people={view.people} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

const texts = [
  "countries",
  "courts",
  "caseNumbers",
  "outcomes",
  "destinations",
  "assurances",
  "lawyers",
] as const;

function Proceeding({
  one,
  view,
}: {
  readonly one: ProceedingView;
  readonly view: CaseView;
}): ReactNode {
  const [adding, setAdding] = useState(false);
  const may = useMay();
  const kinds = one.kinds.map(({ text }) => text).join(", ");
  const dates = Map.groupBy(one.dates, ({ property }) => property);
  return (
    <article className="case-proc sheet">
      <header className="case-part__head">
        <h3>
          <Link to="/records/$id" params={{ id: one.id }} className="rowlink">
            <Bidi>{kinds === "" ? one.label : kinds}</Bidi>
          </Link>{" "}
          <small className="quiet">{one.number}</small>
        </h3>
        {may("add") ? (
          <Button small variant="quiet" onPress={() => setAdding(true)}>
            {t("case.addClaim")}
          </Button>
        ) : null}
      </header>
      <dl className="case-proc__facts">
        {[...dates].map(([property, all]) => (
          <div key={property}>
            <dt>{t(`case.proc.${property}`)}</dt>
            {all.map((date) => (
              <dd key={date.edtf}>
                <Stated date={date} one={one} view={view} />
              </dd>
            ))}
          </div>
        ))}
        {texts.map((key) =>
          one[key].length === 0 ? null : (
            <div key={key}>
              <dt>{t(`case.proc.${key}`)}</dt>
              {one[key].map(({ text, said }) => (
                <dd key={text}>
                  <Bidi>{text}</Bidi> <SaidIn said={said} />
                </dd>
              ))}
            </div>
          ),
        )}
      </dl>
      {adding ? <AddTo id={one.id} onClose={() => setAdding(false)} /> : null}
    </article>
  );
}

const kindOf: Readonly<Record<ProceedingDate["property"], string>> = {
  hearing: "hearing",
  deadline: "appeal",
  removalDate: "removal",
  opened: "other",
};

/** A date a source gives, and the way to make it one of ours; a date that is not exact proposes its first day. */
function Stated({
  date,
  one,
  view,
}: {
  readonly date: ProceedingDate;
  readonly one: ProceedingView;
  readonly view: CaseView;
}): ReactNode {
  const [setting, setSetting] = useState<Partial<DeadlineDraft> | null>(null);
  const may = useMay();
  const today = todayIn(readerZone());
  const { first, last, said, property } = date;
  const taken = view.deadlines.some(({ claim }) => said.some((by) => by.claim === claim));
  const ahead = last !== null && last >= today && property !== "opened";
  return (
    <>
      {date.text}{" "}
      {first === null || first !== last || !ahead ? null : (
        <small className="quiet">{awayText(first, today)}</small>
      )}{" "}
      <SaidIn said={said} />{" "}
      {taken ? <small className="quiet">{t("case.isDeadline")}</small> : null}
      {!taken && ahead && may("add") ? (
        <Button
          small
          variant="quiet"
          onPress={() =>
            setSetting({
              kind: kindOf[property],
              day: first ?? "",
              proceeding: one.id,
              ...(said[0] === undefined ? {} : { claim: said[0].claim }),
            })
          }
        >
          {t("case.makeDeadline")}
        </Button>
      ) : null}
      {setting === null ? null : (
        <DeadlineDialog
          caseId={view.id}
          given={setting}
          zones={one.zones}
          onClose={() => setSetting(null)}
        />
      )}
    </>
  );
}

/** A further claim on this proceeding, through the form every file has. */
function AddTo({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const file = useQuery({
    queryKey: ["file", id],
    queryFn: async ({ signal }) => get<RecordFile>(`/api/records/${id}`, { signal }),
  });
  if (file.data === undefined) return <ErrorNote error={file.error} />;
  return (
    <Suspense>
      <AddClaim
        file={file.data}
        onClose={() => {
          onClose();
          void queryClient.invalidateQueries({ queryKey: ["cases"] });
        }}
      />
    </Suspense>
  );
}
