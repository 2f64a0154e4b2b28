// Where a value comes from, drawn: each origin with the sources that carry its word, down to who repeats whom.
// Nested lists with lines, so that it reads the same by eye, by ear, from the right, and on a phone.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { Carrier, ClaimView, OriginView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  atOf,
  Bidi,
  Button,
  cx,
  Dot,
  edtfText,
  originsText,
  shareText,
} from "../../parts/index.ts";
import { type Branch, branchesOf, sourcesIn } from "./evidence-branches.ts";
import "./evidence.css";

export interface EvidenceTreeProps {
  readonly origins: readonly OriginView[];
  /** The claims of the property, for the place in each source. */
  readonly claims: readonly ClaimView[];
}

export function EvidenceTree({ origins, claims }: EvidenceTreeProps): ReactNode {
  const places = new Map(
    claims.map((claim) => [
      claim.id,
      claim.passage === undefined ? undefined : atOf(claim.passage),
    ]),
  );
  return (
    <div className="evidence" role="group" aria-label={t("origins.title")}>
      <p className="evidence__sum">
        <Bidi>
          {originsText({ origins: origins.length, retellings: 0, sources: sourcesIn(origins) })}
        </Bidi>
      </p>
      <ul className="evidence__origins">
        {origins.map((origin) => (
          <Origin key={origin.key} origin={origin} places={places} />
        ))}
      </ul>
      {origins.length > 1 ? <p className="quiet small">{t("origins.unchecked")}</p> : null}
    </div>
  );
}

type Places = ReadonlyMap<string, string | undefined>;

function Origin({
  origin,
  places,
}: {
  readonly origin: OriginView;
  readonly places: Places;
}): ReactNode {
  const branches = branchesOf(origin);
  if (origin.kind === "source" && branches.length === 1)
    return <Node branch={branches[0] as Branch} places={places} isRoot />;
  return (
    <li className="evidence__item">
      <span className="evidence__node evidence__node--root">
        <Dot tone="accent" />
        <span className="evidence__words">
          <strong>
            <Bidi>{origin.label}</Bidi>
          </strong>
          {origin.kind === "speaker" ? <span className="quiet">{t("origins.speaker")}</span> : null}
        </span>
      </span>
      <Nodes branches={branches} places={places} />
    </li>
  );
}

const shownAtMost = 12;

function Nodes({
  branches,
  places,
}: {
  readonly branches: readonly Branch[];
  readonly places: Places;
}): ReactNode {
  const [all, setAll] = useState(false);
  if (branches.length === 0) return null;
  const shown =
    all || branches.length <= shownAtMost + 1 ? branches : branches.slice(0, shownAtMost);
  const hidden = branches.length - shown.length;
  return (
    <ul className="evidence__below">
      {shown.map((branch) => (
        <Node key={branch.carrier.key} branch={branch} places={places} />
      ))}
      {hidden === 0 ? null : (
        <li className="evidence__item">
          <Button small variant="quiet" onPress={() => setAll(true)}>
            {t("origins.all", { count: hidden })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Node({
  branch,
  places,
  isRoot = false,
}: {
  readonly branch: Branch;
  readonly places: Places;
  readonly isRoot?: boolean;
}): ReactNode {
  const { carrier, from, below } = branch;
  const speaks = carrier.claims.length > 0;
  return (
    <li className="evidence__item">
      <span className={cx("evidence__node", isRoot && "evidence__node--root")}>
        {isRoot ? <Dot tone="accent" /> : <i className="dot dot--open" aria-hidden="true" />}
        <span className="evidence__words">
          <Source carrier={carrier} places={places} />
          {from === undefined ? null : <How carrier={carrier} from={from} />}
          {speaks || carrier.source === undefined ? null : (
            <span className="quiet">{t("origins.between")}</span>
          )}
        </span>
      </span>
      <Nodes branches={below} places={places} />
    </li>
  );
}

function Source({
  carrier,
  places,
}: {
  readonly carrier: Carrier;
  readonly places: Places;
}): ReactNode {
  const { source, title, publisher, published } = carrier;
  const facts = [publisher, published === undefined ? undefined : edtfText(published)]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  if (source === undefined)
    return (
      <>
        <Bidi>“{title}”</Bidi>
        <span className="quiet">{t("origins.notHeld")}</span>
      </>
    );
  const at = carrier.claims.map((claim) => places.get(claim)).find((place) => place !== undefined);
  return (
    <>
      <Link to="/sources/$id" params={{ id: source }} search={at === undefined ? {} : { at }}>
        <Bidi>{title}</Bidi>
      </Link>
      {facts === "" ? null : (
        <span className="quiet">
          <Bidi>{facts}</Bidi>
        </span>
      )}
    </>
  );
}

function How({ carrier, from }: { readonly carrier: Carrier; readonly from: Carrier }): ReactNode {
  const { how, share } = carrier;
  const same = how === "same-text";
  return (
    <span className={cx("evidence__how", same && "evidence__how--same")}>
      <span aria-hidden="true">{same ? "≈ " : "↑ "}</span>
      {!same
        ? t("origins.repeats")
        : share === undefined || share === 0
          ? t("origins.sameText")
          : t("origins.sameTextShare", { share: shareText(share) })}
      <span className="sr-only">
        {" "}
        {same ? t("origins.sameTextWhom", { title: from.title }) : from.title}
      </span>
    </span>
  );
}
