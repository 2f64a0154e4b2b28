// Whom the text seems to repeat, as drafts one click from accepted, and the sources with nearly the same text.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { RelayProposal, SourceCopy, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, edtfText, Icon, Select, shareText, Tag } from "../../parts/index.ts";
import "./repeats.css";
import { relayOf, type RelayDecider, useOrigins, useRelayDecider } from "./use-origins.ts";

/** Beside what a source is said to repeat: what nobody has decided on yet. */
export function Repeats({
  source,
  mayAdd,
}: {
  readonly source: SourceView;
  readonly mayAdd: boolean;
}): ReactNode {
  const decider = useRelayDecider(source);
  return (
    <>
      <RelayProposals source={source} decider={mayAdd ? decider : null} />
      <NearCopies source={source} decider={mayAdd ? decider : null} />
    </>
  );
}

/** The proposals of a source; without a decider they can only be read. */
export function RelayProposals({
  source,
  decider,
}: {
  readonly source: SourceView;
  readonly decider: RelayDecider | null;
}): ReactNode {
  const origins = useOrigins(source.id);
  const open = (origins.data?.relays ?? []).filter((relay) => relay.state === "open");
  if (open.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t("repeats.proposed")}</h3>
      <p className="quiet small">{t("repeats.proposedHint")}</p>
      <ul className="reader-list">
        {open.map((proposal) => (
          <Proposal key={proposal.id} source={source.id} proposal={proposal} decider={decider} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({
  source,
  proposal,
  decider,
}: {
  readonly source: string;
  readonly proposal: RelayProposal;
  readonly decider: RelayDecider | null;
}): ReactNode {
  const [first] = proposal.fits;
  const [fit, setFit] = useState(first?.source ?? "");
  const { start, end } = proposal.passage;
  return (
    <li className="reader-repeat">
      <div className="row">
        <Tag sign="?">{t("review.proposed")}</Tag>
        <Link
          to="/sources/$id"
          params={{ id: source }}
          search={{ at: `${start}-${end}` }}
          title={t("repeats.where")}
          resetScroll={false}
        >
          <Bidi>“{proposal.words}”</Bidi>
        </Link>
      </div>
      <FitChoice proposal={proposal} fit={fit} onFit={decider === null ? null : setFit} />
      {decider === null ? null : (
        <div className="row">
          <Button
            small
            isDisabled={decider.busy}
            label={t("repeats.acceptOne", { words: proposal.words })}
            onPress={() => decider.accept(relayOf(proposal, fit))}
          >
            <Icon name="check" />
            {t("repeats.accept")}
          </Button>
          <Button
            small
            isDisabled={decider.busy}
            label={t("repeats.rejectOne", { words: proposal.words })}
            onPress={() => decider.reject(proposal)}
          >
            {t("repeats.reject")}
          </Button>
        </div>
      )}
    </li>
  );
}

function fitText({ title, published, because }: RelayProposal["fits"][number]): string {
  const why = because === "address" ? t("repeats.fitsAddress") : t("repeats.fitsPublisher");
  return [title, published === undefined ? undefined : edtfText(published), why]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** Which source of the vault is meant; the likeliest stands first, and it may be none of them. */
function FitChoice({
  proposal,
  fit,
  onFit,
}: {
  readonly proposal: RelayProposal;
  readonly fit: string;
  readonly onFit: ((fit: string) => void) | null;
}): ReactNode {
  const { fits } = proposal;
  const [first] = fits;
  if (first === undefined) return <p className="quiet small">{t("repeats.fitsNone")}</p>;
  if (onFit === null)
    return (
      <p className="quiet small">
        {t("repeats.fits")} <Bidi>{fitText(first)}</Bidi>
      </p>
    );
  return (
    <Select
      label={t("repeats.fits")}
      value={fit}
      onChange={onFit}
      options={fits.map((one) => ({ value: one.source, label: fitText(one) }))}
      empty={t("repeats.fitsNone")}
    />
  );
}

function NearCopies({
  source,
  decider,
}: {
  readonly source: SourceView;
  readonly decider: RelayDecider | null;
}): ReactNode {
  const copies = useOrigins(source.id).data?.copies ?? [];
  if (copies.length === 0) return null;
  const said = new Set([
    ...source.relays.map((relay) => relay.source),
    ...source.relayedBy.map((one) => one.id),
  ]);
  return (
    <section className="stack">
      <h3>{t("repeats.copies")}</h3>
      <p className="quiet small">{t("repeats.copiesHint")}</p>
      <ul className="reader-list">
        {copies.map((copy) => (
          <li key={copy.source}>
            <Link to="/sources/$id" params={{ id: copy.source }}>
              <Bidi>{copy.title}</Bidi>
            </Link>{" "}
            <span className="quiet">
              <Bidi>{aboutCopy(copy)}</Bidi>
            </span>{" "}
            {decider === null || said.has(copy.source) ? null : (
              <Button
                small
                isDisabled={decider.busy}
                label={t("repeats.sayRepeatsOne", { title: copy.title })}
                onPress={() => decider.accept({ source: copy.source, words: "" })}
              >
                {t("repeats.sayRepeats")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Shares that differ much tell which of the two is the longer text. */
const apart = 0.05;

function aboutCopy({ publisher, published, share, back }: SourceCopy): string {
  return [
    publisher,
    published === undefined ? undefined : edtfText(published),
    t("repeats.copyShare", { share: shareText(share) }),
    Math.abs(share - back) < apart ? undefined : t("repeats.copyBack", { share: shareText(back) }),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
