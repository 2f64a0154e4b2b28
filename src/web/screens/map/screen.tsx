// The people of the vault by place and along the years, for members.
// Invariant: the tables say the same as the pictures; those of whom no place is known are counted beside them.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import { post, useJob } from "../../api/index.ts";
import type { PeopleByPlaceView } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  Checkbox,
  EmptyState,
  ErrorNote,
  JobProgress,
  Page,
  Select,
  Table,
} from "../../parts/index.ts";
import { FigurePicture } from "../../parts/figure-picture.tsx";
import { CountTabs } from "../counts/count-tabs.tsx";
import { episodeKinds, mapPicture, timelinePicture } from "./map-pictures.ts";
import "./map.css";

type Place = PeopleByPlaceView["places"][number];

export function Screen(): ReactNode {
  const [year, setYear] = useState("");
  const [kind, setKind] = useState("");
  const [orHome, setOrHome] = useState(false);
  const [years, setYears] = useState<readonly string[]>([]);
  const job = useJob<PeopleByPlaceView>((result) => setYears(result.years));
  const { start } = job;
  useEffect(() => {
    void start(async () =>
      post("/api/counts/places", {
        ...(year === "" ? {} : { year }),
        ...(kind === "" ? {} : { kinds: [kind] }),
        orHome,
      }),
    );
  }, [start, year, kind, orHome]);
  const found = job.phase === "done" ? job.job?.result : undefined;
  const asked = {
    year: year === "" ? t("map.anyYear") : year,
    kind: kind === "" ? t("map.anyKind") : termText("episode-kind", kind),
    where: t(orHome ? "map.captionHome" : "map.captionWhere"),
  };
  return (
    <Page title={t("map.title")} lead={t("map.lead")}>
      <CountTabs current="map" />
      <div className="map-ask">
        <Select
          label={t("map.year")}
          value={year}
          onChange={setYear}
          empty={t("map.anyYear")}
          options={years.map((one) => ({ value: one, label: one }))}
        />
        <Select
          label={t("map.kind")}
          value={kind}
          onChange={setKind}
          empty={t("map.anyKind")}
          options={episodeKinds()}
        />
        <Checkbox label={t("map.orHome")} checked={orHome} onChange={setOrHome} />
      </div>
      <ErrorNote error={job.error} />
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("map.looking")} onCancel={job.cancel} />
      ) : null}
      {found === undefined ? null : found.people === 0 ? (
        <EmptyState title={t("map.none")} text={t("map.noneText")} />
      ) : (
        <>
          <section className="map-part" aria-labelledby="map-where">
            <h2 id="map-where">{t("map.where")}</h2>
            <p>
              {t("map.summary", {
                people: number(found.people),
                unknown: number(found.placeNotKnown),
              })}{" "}
              {t("map.several")}
            </p>
            <FigurePicture picture={mapPicture(found, asked)} noTable />
            <Places found={found} />
          </section>
          <section className="map-part" aria-labelledby="map-when">
            <h2 id="map-when">{t("map.when")}</h2>
            <FigurePicture picture={timelinePicture(found)} />
          </section>
        </>
      )}
    </Page>
  );
}

interface Row extends Omit<Place, "unsure"> {
  readonly unsure: number | null;
}

function Places({ found }: { readonly found: PeopleByPlaceView }): ReactNode {
  const rows: readonly Row[] = [
    ...found.places,
    {
      code: "",
      label: t("map.notKnown"),
      people: found.placeNotKnown,
      unsure: null,
      some: [],
    },
  ];
  return (
    <Table<Row>
      caption={t("figpic.tableOf", { what: t("map.where") })}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "place",
          head: t("map.place"),
          main: true,
          cell: ({ label }) => <Bidi>{label}</Bidi>,
        },
        {
          key: "people",
          head: t("map.people"),
          numeric: true,
          cell: ({ people }) => number(people),
        },
        {
          key: "unsure",
          head: t("map.unsure"),
          numeric: true,
          cell: ({ unsure }) => (unsure === null ? "" : number(unsure)),
        },
        { key: "who", head: t("map.who"), cell: (row) => <Who row={row} /> },
      ]}
    />
  );
}

const mostNamed = 12;

function Who({ row: { some, people } }: { readonly row: Row }): ReactNode {
  if (some.length === 0) return null;
  const more = people - Math.min(some.length, mostNamed);
  return (
    <span className="map-who">
      {some.slice(0, mostNamed).map(({ id, label }) => (
        <Link key={id} to="/people/$id" params={{ id }}>
          <Bidi>{label}</Bidi>
        </Link>
      ))}
      {more > 0 ? <span className="quiet">{t("map.more", { count: more })}</span> : null}
    </span>
  );
}
