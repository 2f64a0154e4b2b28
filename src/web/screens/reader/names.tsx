// Names and figures a rule found in the text, each once, with the way to make a record of it.
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, LinkButton, Tag } from "../../parts/index.ts";
import type { FigureSuggestion, MentionSuggestion, Reading, Span } from "./spans.ts";

export interface NamesProps {
  readonly text: string;
  readonly reading: Reading;
  readonly records: SourceView["records"];
  readonly mayAdd: boolean;
  readonly onShow: (span: Span) => void;
  readonly onMake: (span: Span, as: "name" | "figure", type?: MentionSuggestion["type"]) => void;
}

interface Entity {
  readonly first: MentionSuggestion;
  readonly count: number;
}

/** Each thing once, in the order of the document; the fullest of its names stands for it. */
export function entitiesOf(mentions: readonly MentionSuggestion[]): readonly Entity[] {
  const byEntity = new Map<number, MentionSuggestion[]>();
  for (const mention of mentions.toSorted((a, b) => a.start - b.start))
    byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), mention]);
  return [...byEntity.values()].flatMap((all) => {
    const [fullest] = all.toSorted((a, b) => b.end - b.start - (a.end - a.start));
    return fullest === undefined ? [] : [{ first: fullest, count: all.length }];
  });
}

export function Names({ text, reading, records, mayAdd, onShow, onMake }: NamesProps): ReactNode {
  const entities = useMemo(() => entitiesOf(reading.mentions), [reading.mentions]);
  const known = useMemo(() => new Map(records.map((r) => [r.label, r])), [records]);
  return (
    <div className="stack">
      <p className="quiet small">{entities.length === 0 ? t("names.none") : t("names.intro")}</p>
      <ul className="reader-names">
        {entities.map(({ first, count }) => {
          const record = known.get(first.text);
          return (
            <li key={first.entity} className="reader-names__one">
              <button type="button" className="link" onClick={() => onShow(first)}>
                <Bidi>{first.text}</Bidi>
              </button>
              <Tag>{t(`names.${first.type}`)}</Tag>
              <small className="quiet">{t("names.places", { count })}</small>
              <span className="reader-names__do">
                {record !== undefined ? (
                  <LinkButton
                    small
                    to={record.schema === "Person" ? "/people/$id" : "/records/$id"}
                    params={{ id: record.id }}
                  >
                    {t("reader.openIt")}
                  </LinkButton>
                ) : mayAdd ? (
                  <Button
                    small
                    label={`${t("names.make")}: ${first.text}`}
                    onPress={() => onMake(first, "name", first.type)}
                  >
                    {t("names.make")}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {reading.figures.length === 0 ? null : (
        <Figures
          text={text}
          figures={reading.figures}
          mayAdd={mayAdd}
          onShow={onShow}
          onMake={onMake}
        />
      )}
    </div>
  );
}

function Figures({
  text,
  figures,
  mayAdd,
  onShow,
  onMake,
}: Pick<NamesProps, "text" | "mayAdd" | "onShow" | "onMake"> & {
  readonly figures: readonly FigureSuggestion[];
}): ReactNode {
  return (
    <section className="stack">
      <h2>{t("figures.title")}</h2>
      <ul className="reader-names">
        {figures.map((figure) => {
          const words = text.slice(figure.start, figure.end).replace(/\s+/g, " ");
          return (
            <li key={figure.start} className="reader-names__one">
              <button type="button" className="link" onClick={() => onShow(figure)}>
                <Bidi>{words}</Bidi>
              </button>
              <span className="reader-names__do">
                {mayAdd ? (
                  <Button
                    small
                    label={`${t("names.make")}: ${words}`}
                    onPress={() => onMake(figure, "figure")}
                  >
                    {t("names.make")}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
