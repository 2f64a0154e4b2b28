// What is in the way of a submission: whose consent, which review; each with the way to it.
import type { ReactNode } from "react";
import type { RouteCard } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { LinkButton } from "../../parts/index.ts";

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
  if (kind === "source" && id !== undefined)
    return (
      <LinkButton small to="/sources/$id" params={{ id }}>
        {t("submissions.toSource")}
      </LinkButton>
    );
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

function blockText({ kind, as, id = "", field = "" }: Block, card: RouteCard): string {
  const named = { title: card.sources[id] ?? "", field: card.labels[field] ?? field };
  if (kind === "person") return tIf(`submissions.block.person.${as ?? "subject"}`) ?? "";
  return t(`submissions.block.${kind}`, named);
}

function reasonText({ reason }: Block): string {
  const told = tIf(`submissions.reason.${reason}`);
  return told === undefined ? "" : `: ${told}`;
}
