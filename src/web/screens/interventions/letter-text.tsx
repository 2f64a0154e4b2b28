// The letter as it would be, gaps marked; and what to know before it leaves.
import { Fragment } from "react";
import type { ReactNode } from "react";
import type { LetterPart, LetterPlan } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, LinkButton, Note } from "../../parts/index.ts";

const fieldNames = (fields: readonly string[]): string =>
  fields.map((name) => tIf(`letter.field.${name}`) ?? name).join(", ");

export function LetterNotes({
  plan,
  person,
}: {
  readonly plan: LetterPlan;
  readonly person: string;
}): ReactNode {
  const { blocks, gaps, untranslated, disputed, heldBack, reviewed } = plan;
  return (
    <div className="stack">
      {blocks.length === 0 ? null : (
        <section className="letter-blocked sheet stack" role="status">
          <h2>{t("letter.blocked")}</h2>
          <ul>
            {blocks.map(({ id, as, blocks: why }) => (
              <li key={id}>
                {t(`letter.block.${as}`)} {t(`letter.why.${why ?? "never-asked"}`)}
              </li>
            ))}
          </ul>
          <div>
            <LinkButton to="/people/$id/consents" params={{ id: person }}>
              {t("letter.askConsent")}
            </LinkButton>
          </div>
        </section>
      )}
      {reviewed ? null : <Note>{t("letter.notReviewed")}</Note>}
      {gaps.length === 0 ? null : (
        <p>{t("letter.gaps", { count: gaps.length, names: fieldNames(gaps) })}</p>
      )}
      {untranslated.length === 0 ? null : (
        <p>{t("letter.untranslated", { names: fieldNames(untranslated) })}</p>
      )}
      {disputed.length === 0 ? null : (
        <p>{t("letter.disputed", { names: fieldNames(disputed) })}</p>
      )}
      {heldBack === 0 ? null : <p className="quiet">{t("letter.heldBack", { count: heldBack })}</p>}
    </div>
  );
}

export function LetterText({ plan }: { readonly plan: LetterPlan }): ReactNode {
  return (
    <article className="letter sheet" lang={plan.language} aria-label={t("letter.preview")}>
      {plan.lines.map((parts, i) => (
        // Lines have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={i}>
          {parts.length === 0 ? "\u00a0" : null}
          {parts.map((part, n) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={n}>{partOf(part)}</Fragment>
          ))}
        </p>
      ))}
      {plan.notes.length === 0 ? null : (
        <ol className="letter__notes">
          {plan.notes.map(({ n, text }) => (
            <li key={n}>
              <Bidi>{text}</Bidi>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function partOf(part: LetterPart): ReactNode {
  if (part.kind === "text") return part.text;
  if (part.kind === "gap")
    return (
      <mark className="letter__gap" lang="en">
        […<span className="sr-only">{t("letter.gap")}</span>]
      </mark>
    );
  return (
    <>
      <Bidi>{part.text}</Bidi>
      {part.note === undefined ? null : <sup>{part.note}</sup>}
    </>
  );
}
