// What the lists say: who is on which, and several models side by side, or why there is none.
import type { ReactNode } from "react";
import type { HiddenEstimate, PictureInput } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Bidi, Note } from "../../parts/index.ts";
import { FigurePicture } from "../../parts/figure-picture.tsx";

export function Models({ found }: { readonly found: HiddenEstimate }): ReactNode {
  const shown = modelsOf(found);
  return (
    <section className="counts-table" aria-labelledby="overlap-result">
      <h2 id="overlap-result">{t("overlap.result")}</h2>
      {found.refused.length === 0 ? null : (
        <Note tone="bad">
          <strong>{t("overlap.refused")}</strong>
          <ul>
            {found.refused.map(({ reason }) => (
              <li key={reason}>
                <Bidi>{reason}</Bidi>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {found.warnings.length === 0 ? null : (
        <Note tone="warn">
          <strong>{t("overlap.mind")}</strong>
          <ul>
            {found.warnings.map((warning) => (
              <li key={warning}>
                <Bidi>{warning}</Bidi>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <FigurePicture picture={patternsPicture(found)} />
      {shown.length === 0 ? null : (
        <>
          <FigurePicture picture={modelsPicture(found, shown)} tableOpen />
          {found.method === "chapman" ? null : (
            <p className="quiet small">
              {t("overlap.tried", {
                tried: number(found.modelsTried),
                without: number(found.modelsWithoutMaximum),
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

function patternsPicture({ lists, overlaps }: HiddenEstimate): PictureInput {
  return {
    kind: "overlap",
    words: {
      title: t("overlap.patterns"),
      caption: t("overlap.patternsCaption"),
      asOf: today(),
      caveat: `${t("overlap.patternsCaveat")} ${t("figpic.members")}`,
    },
    lists,
    patterns: overlaps.patterns,
  };
}

interface Shown {
  readonly label: string;
  readonly model: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

const mostNear = 8;

/** The named models first, then others near the best by BIC; none twice. */
function modelsOf(found: HiddenEstimate): Shown[] {
  const named = [
    ["overlap.chapman", found.chapman],
    ["overlap.independent", found.independence],
    ["overlap.byBic", found.bestByBic],
    ["overlap.byAic", found.bestByAic],
    ["overlap.allPairs", found.allPairs],
  ] as const;
  const shown = new Map<string, Shown>();
  for (const [key, one] of named) {
    if (one === null) continue;
    const before = shown.get(one.model);
    const label = before === undefined ? t(key) : `${before.label}; ${t(key)}`;
    shown.set(one.model, { ...pick(one), label });
  }
  for (const one of found.models.slice(0, mostNear))
    if (!shown.has(one.model)) shown.set(one.model, { ...pick(one), label: t("overlap.near") });
  return [...shown.values()];
}

function pick({ model, estimate, low, high }: Omit<Shown, "label">): Omit<Shown, "label"> {
  return { model, estimate, low, high };
}

function modelsPicture(found: HiddenEstimate, models: readonly Shown[]): PictureInput {
  return {
    kind: "models",
    words: {
      title: t("overlap.models"),
      caption: t("overlap.modelsCaption"),
      asOf: today(),
      caveat: `${t("overlap.modelsCaveat")} ${t("figpic.members")}`,
    },
    observed: found.observed,
    models,
    assumptions: found.assumptions.map(({ statement, answer, why }) => ({
      statement: why === undefined || why.trim() === "" ? statement : `${statement} (${why})`,
      answer,
    })),
  };
}
