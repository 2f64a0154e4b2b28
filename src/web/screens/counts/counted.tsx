// A count: its number, its tables with who speaks beside each, and the two curves that say how much is missing.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { DocumentedCount } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Note } from "../../parts/index.ts";
import { FigurePicture } from "../../parts/figure-picture.tsx";
import { dateText, peopleText, pictureOf, shareOf } from "./count-pictures.ts";
import { HowMade } from "./how-made.tsx";
import type { Asked, Told } from "./screen.tsx";

type CountTable = DocumentedCount["tables"][number];

export function Counted({
  asked,
  drawnAs,
  only,
}: {
  readonly asked: Asked;
  readonly drawnAs: "bars" | "dots";
  /** One table of it alone. */
  readonly only?: string | undefined;
}): ReactNode {
  const { count } = asked;
  const tables = [...count.tables, count.whoSpeaks].filter(
    ({ by }) => only === undefined || by === only,
  );
  return (
    <>
      <section className="counts-head sheet" aria-labelledby="counts-documented">
        <h2 id="counts-documented">{t("counts.documented")}</h2>
        <p className="counts-number">{peopleText(count.documented)}</p>
        <p className="quiet">{t("counts.asOf", { day: dateText(count.asOf) })}</p>
        <p>{count.rule}</p>
        <Note tone="warn">
          <strong>{t("counts.notRead")}</strong>
          <p>{count.caveat}</p>
        </Note>
        <HowMade asked={asked} open={asked.kept !== undefined && only === undefined} />
      </section>
      {tables.map((table) => (
        <OneTable
          key={table.by}
          asked={asked}
          table={table}
          drawnAs={drawnAs}
          alone={only !== undefined}
        />
      ))}
      {only === undefined ? (
        <>
          <Discovery count={count} />
          <Delay count={count} />
        </>
      ) : null}
    </>
  );
}

function OneTable({
  asked,
  table,
  drawnAs,
  alone,
}: {
  readonly asked: Asked;
  readonly table: CountTable;
  readonly drawnAs: "bars" | "dots";
  readonly alone: boolean;
}): ReactNode {
  const { count } = asked;
  const share = shareOf(table);
  return (
    <section className="counts-table" aria-labelledby={`counts-${table.by}`}>
      <h2 id={`counts-${table.by}`}>
        {asked.kept === undefined ? (
          table.title
        ) : (
          <Link to="/counts/kept/$id" params={{ id: asked.kept }} search={{ by: table.by }}>
            {table.title}
          </Link>
        )}
      </h2>
      <div className="counts-beside">
        <div className="stack">
          <FigurePicture
            picture={pictureOf(count, table, drawnAs)}
            noCarry={count.audience === "public" && asked.kept === undefined}
          />
          <p className="quiet small">
            {share === null ? null : `${t("counts.shareNotKnown", { share })} `}
            {table.several ? t("counts.severalRows") : null}
          </p>
        </div>
        {table.by === "voice" ? null : <Voices of={table.title} voices={count.whoSpeaks} />}
      </div>
      <HowMade asked={asked} table={table} open={alone} />
    </section>
  );
}

function Voices({ of, voices }: { readonly of: string; readonly voices: CountTable }): ReactNode {
  return (
    <aside className="counts-voices sheet" aria-label={t("counts.whoSpeaksOf", { what: of })}>
      <h3>{t("counts.whoSpeaks")}</h3>
      <dl>
        {voices.rows.map(({ row, label, people }) => (
          <div key={row}>
            <dt>{label}</dt>
            <dd>{peopleText(people)}</dd>
          </div>
        ))}
        <div>
          <dt>{t("counts.notKnown")}</dt>
          <dd>{peopleText(voices.notKnown)}</dd>
        </div>
      </dl>
    </aside>
  );
}

function Discovery({ count }: { readonly count: Told }): ReactNode {
  if (count.discovery === null || count.discovery === undefined || count.discovery.length === 0)
    return null;
  return (
    <section className="counts-table" aria-labelledby="counts-discovery">
      <h2 id="counts-discovery">{t("counts.discovery")}</h2>
      <FigurePicture
        picture={{
          kind: "curve",
          words: {
            title: t("counts.discovery"),
            caption: t("counts.discoveryCaption"),
            asOf: count.asOf,
            caveat: `${count.caveat} ${t("figpic.members")}`,
          },
          steps: count.discovery.map(({ title, day, people, fresh, together }) => ({
            title,
            day,
            people,
            fresh,
            together,
          })),
        }}
      />
    </section>
  );
}

function Delay({ count: { delay } }: { readonly count: Told }): ReactNode {
  if (delay === null) return null;
  const { people, median, quarter, threeQuarters, notKnown } = delay;
  return (
    <section className="counts-head sheet" aria-labelledby="counts-delay">
      <h2 id="counts-delay">{t("counts.delay")}</h2>
      <p>
        {median === null || quarter === null || threeQuarters === null
          ? t("counts.delayNone")
          : t("counts.delayText", { people: number(people), median, quarter, threeQuarters })}
      </p>
      {notKnown === null ? null : (
        <p className="quiet">{t("counts.delayUnknown", { count: notKnown })}</p>
      )}
    </section>
  );
}
