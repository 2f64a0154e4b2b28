// How a page was had, or what a package made elsewhere was found to be; what either says of itself stands apart from what we saw.
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { AutoArchiverCheck, CollectionFacts, WaczCheck } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { ExactTime } from "./exact-time.tsx";

type Found = CollectionFacts | WaczCheck | AutoArchiverCheck | { readonly format?: undefined };
type Fact = readonly [name: string, value: ReactNode];

export function HowCaptured({ id }: { readonly id: string }): ReactNode {
  const address = `/api/sources/${encodeURIComponent(id)}/capture`;
  const record = useQuery({
    queryKey: ["captured", id],
    queryFn: async ({ signal }) => get<Found>(address, { signal }),
    staleTime: Infinity,
  });
  const found = record.data;
  switch (found?.format) {
    case undefined:
      return null;
    case "guwah-capture/1":
      return (
        <Section title={t("captured.title")} seen={seenOf(found)} said={saidBySite(found)}>
          <div>
            <a
              className="btn btn--plain"
              href={`${address}/picture`}
              target="_blank"
              rel="noreferrer"
            >
              {t("captured.picture")}
            </a>
          </div>
        </Section>
      );
    case "guwah-wacz-check/1":
      return (
        <Section title={t("captured.package")} seen={waczSeen(found)} said={waczSaid(found)} />
      );
    case "guwah-auto-archiver-check/1":
      return (
        <Section
          title={t("captured.package")}
          seen={archiverSeen(found)}
          said={archiverSaid(found)}
        />
      );
  }
}

function Section({
  title,
  seen,
  said,
  children,
}: {
  readonly title: string;
  readonly seen: readonly Fact[];
  readonly said: readonly Fact[];
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <Facts facts={seen} />
      {children}
      {said.length === 0 ? null : (
        <>
          <h3>{t("captured.said")}</h3>
          <p className="quiet evidence__lead">{t("captured.saidLead")}</p>
          <Facts facts={said} />
        </>
      )}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="evidence__facts sheet">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="evidence__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function seenOf({ target, collection, content }: CollectionFacts): readonly Fact[] {
  const refused = content.refused ?? [];
  return [
    [
      t("capture.final"),
      <bdi key="final" dir="ltr">
        {target.finalUrl}
      </bdi>,
    ],
    [t("capture.when"), <ExactTime key="when" at={Date.parse(collection.startedAt)} />],
    [
      t("capture.status"),
      `HTTP ${target.httpStatus}, ${t("capture.redirects", { count: target.redirects.length - 1 })}`,
    ],
    [t("capture.server"), target.serverAddress ?? t("capture.serverHidden")],
    [
      t("capture.exchanges"),
      t("capture.exchangesText", { count: content.exchanges, missing: content.withoutAnswer }),
    ],
    [
      t("capture.refused"),
      refused.length === 0
        ? t("capture.refusedNone")
        : refused.map(({ host, why }) => `${host} (${t(`capture.why.${why}`)})`).join(", "),
    ],
    [t("evidence.tool"), `${collection.tool}, ${collection.browser}`],
    ...(content.limitsReached.length === 0
      ? []
      : [[t("captured.limits"), content.limitsReached.join(", ")] as const]),
  ];
}

const saidBySite = ({ saidByTarget: { httpDate, lastModified } }: CollectionFacts) =>
  told([
    [t("captured.siteClock"), httpDate],
    [t("captured.siteChanged"), lastModified],
  ]);

function waczSeen({ checkedAt, resources, undeclared, signature }: WaczCheck): readonly Fact[] {
  const right = resources.filter(({ state }) => state === "right").length;
  return [
    [t("captured.hashes"), t("captured.ofAll", { right, all: resources.length })],
    [t("captured.undeclared"), String(undeclared.length)],
    ...(signature === "none"
      ? []
      : [[t("captured.signature"), t("captured.notVerified")] as const]),
    [t("captured.checked"), <ExactTime key="checked" at={Date.parse(checkedAt)} />],
  ];
}

const waczSaid = ({ saidByPackage: said }: WaczCheck) =>
  told([
    [t("captured.address"), said.mainPageUrl],
    [t("captured.pageTime"), said.mainPageDate],
    [t("captured.packed"), said.created],
    [t("evidence.tool"), said.software],
  ]);

function archiverSeen(check: AutoArchiverCheck): readonly Fact[] {
  const { files, missing, stamps, wacz, checkedAt } = check;
  const right = files.filter(({ state }) => state === "listed").length;
  return [
    [t("captured.listed"), t("captured.ofAll", { right, all: files.length })],
    [t("captured.missing"), String(missing)],
    ...(wacz === null
      ? []
      : [
          [t("captured.hashes"), t("captured.ofAll", { right: wacz.right, all: wacz.of })] as const,
        ]),
    ...(stamps.count === 0 ? [] : [[t("captured.stamps"), t("captured.notVerified")] as const]),
    [t("captured.checked"), <ExactTime key="checked" at={Date.parse(checkedAt)} />],
  ];
}

const archiverSaid = ({ saidByPackage: said }: AutoArchiverCheck) =>
  told([
    [t("captured.address"), said.url],
    [t("captured.pageTime"), said.timestamp],
    [t("captured.packed"), said.processedAt],
    [t("evidence.tool"), said.software],
  ]);

const told = (facts: readonly (readonly [string, string | null])[]): readonly Fact[] =>
  facts.flatMap(([name, value]) =>
    value === null ? [] : [[name, <Bidi key={name}>{value}</Bidi>] as const],
  );
