// What is in the way of a submission: whose consent, which review; each with the way to it.
import { useState } from "react";
import type { ReactNode } from "react";
import type { RouteCard } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Button, LinkButton } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { GiveConsent } from "../consents/give.tsx";

type Block = RouteCard["blocked"][number];

export function Blocks({
  person,
  card,
}: {
  readonly person: string;
  readonly card: RouteCard;
}): ReactNode {
  if (card.blocked.length === 0) return null;
  return (
    <div>
      <h3>{t("submissions.blocked")}</h3>
      <ul className="submission__list">
        {card.blocked.map((block) => (
          <li key={`${block.kind} ${block.id ?? ""} ${block.field ?? ""}`}>
            <span>
              {blockText(block, card)}
              {reasonText(block)}
            </span>
            <Way block={block} person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Way({ block, person }: { readonly block: Block; readonly person: string }): ReactNode {
  const { kind, id } = block;
  if (kind === "held") return null;
  if (kind === "source" && id !== undefined) return <ToSource block={block} id={id} />;
  if (kind === "person")
    return (
      <LinkButton small to="/people/$id/consents" params={{ id: id ?? person }}>
        {t("submissions.toConsent")}
      </LinkButton>
    );
  return (
    <LinkButton small to="/people/$id" params={{ id: person }}>
      {t("submissions.toReview")}
    </LinkButton>
  );
}

/** Whoever gave a source is asked here: the source itself has no page of its own for that. */
function ToSource({ block, id }: { readonly block: Block; readonly id: string }): ReactNode {
  const [asking, setAsking] = useState(false);
  const may = useMay();
  return (
    <span className="row">
      {consentReasons.has(block.reason) && may("add") ? (
        <Button small onPress={() => setAsking(true)}>
          {t("submissions.toConsent")}
        </Button>
      ) : null}
      <LinkButton small to="/sources/$id" params={{ id }}>
        {t("submissions.toSource")}
      </LinkButton>
      {asking ? <GiveConsent about={id} onClose={() => setAsking(false)} /> : null}
    </span>
  );
}

const consentReasons = new Set<string>(["never-asked", "withdrawn", "ended"]);

function blockText({ kind, as, id = "", field = "" }: Block, card: RouteCard): string {
  const named = { title: card.sources[id] ?? "", field: card.labels[field] ?? field };
  if (kind === "person") return tIf(`submissions.block.person.${as ?? "subject"}`) ?? "";
  return t(`submissions.block.${kind}`, named);
}

function reasonText({ reason }: Block): string {
  const told = tIf(`submissions.reason.${reason}`);
  return told === undefined ? "" : `: ${told}`;
}
