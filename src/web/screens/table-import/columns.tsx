// The mapping: each column, what stands in it, what it becomes and why that was guessed.
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { Mapping } from "../../../model/index.ts";
import type { ColumnGuess, TableLook } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { propertyLabel, schemaLabel } from "../../messages/names.ts";
import { Bidi, Table, Tag } from "../../parts/index.ts";
import { languageOptions } from "../sources/kinds.ts";
import { choiceOf, choices, propertyIn, withChoice, withOption } from "./plan.ts";

export interface ColumnsProps {
  readonly look: TableLook;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

interface Line {
  readonly index: number;
  readonly guess: ColumnGuess;
}

export function Columns({ look, mapping, onChange }: ColumnsProps): ReactNode {
  const options = useMemo(
    () => choices(mapping.schema, { property: propertyLabel, schema: schemaLabel }),
    [mapping.schema],
  );
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <Table<Line>
      caption={t("table.caption")}
      rows={look.columns.map((guess, index) => ({ guess, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: "column",
          head: t("table.colColumn"),
          main: true,
          cell: ({ guess }) => (
            <strong>
              <Bidi>{guess.column}</Bidi>
            </strong>
          ),
        },
        {
          key: "samples",
          head: t("table.colSamples"),
          cell: ({ guess }) => <Samples samples={guess.samples} />,
        },
        {
          key: "property",
          head: t("table.colProperty"),
          cell: ({ guess, index }) => {
            const plan = mapping.columns[index] ?? { column: guess.column };
            return (
              <div className="table-choice">
                <select
                  className="input input--select"
                  aria-label={`${t("table.colProperty")}: ${guess.column}`}
                  value={choiceOf(plan)}
                  onChange={(event) => onChange(withChoice(mapping, index, event.target.value))}
                >
                  <option value="">{t("table.leaveOut")}</option>
                  {groups.map((group) => (
                    <optgroup key={group} label={group}>
                      {options
                        .filter((option) => option.group === group)
                        .map((option) => (
                          <option key={option.value} value={option.value}>
                            {option.label}
                          </option>
                        ))}
                    </optgroup>
                  ))}
                </select>
                <PlanOption
                  mapping={mapping}
                  index={index}
                  column={guess.column}
                  onChange={onChange}
                />
              </div>
            );
          },
        },
        {
          key: "why",
          head: t("table.colWhy"),
          cell: ({ guess, index }) => (
            <Why
              guess={guess}
              choice={choiceOf(mapping.columns[index] ?? { column: guess.column })}
            />
          ),
        },
      ]}
    />
  );
}

function Samples({ samples }: { readonly samples: readonly string[] }): ReactNode {
  return (
    <ul className="table-samples">
      {samples.slice(0, 3).map((sample, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- samples never move
        <li key={i}>
          {sample === "" ? (
            <span className="quiet">{t("table.emptyCell")}</span>
          ) : (
            <Bidi>{sample}</Bidi>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How far a guess can be trusted, in a word. */
function Why({
  guess,
  choice,
}: {
  readonly guess: ColumnGuess;
  readonly choice: string;
}): ReactNode {
  const guessed =
    guess.property === null || guess.schema === null ? "" : `${guess.schema}.${guess.property}`;
  if (choice !== guessed) return <Tag tone="accent">{t("table.byHand")}</Tag>;
  if (guessed === "") return <span className="quiet small">{t("table.noGuess")}</span>;
  const tone = guess.confidence >= 0.9 ? "good" : guess.confidence >= 0.6 ? "accent" : "warn";
  const word =
    guess.confidence >= 0.9
      ? t("table.sure")
      : guess.confidence >= 0.6
        ? t("table.likely")
        : t("table.perhaps");
  return (
    <span className="small">
      <Tag tone={tone} sign={tone === "warn" ? "?" : tone === "good" ? "✓" : ""}>
        {word}
      </Tag>{" "}
      <span className="quiet">{tIf(`table.reason.${guess.reason}`) ?? guess.reason}</span>
    </span>
  );
}

/** Dates may need to be told which number is the day; names may be said to be in a language. */
function PlanOption({
  mapping,
  index,
  column,
  onChange,
}: {
  readonly mapping: Mapping;
  readonly index: number;
  readonly column: string;
  readonly onChange: (mapping: Mapping) => void;
}): ReactNode {
  const plan = mapping.columns[index];
  const type = plan === undefined ? undefined : propertyIn(plan)?.type;
  const set = (name: string) => (event: { target: { value: string } }) =>
    onChange(withOption(mapping, index, name, event.target.value));
  if (type === "date")
    return (
      <select
        className="input input--select table-option"
        aria-label={`${t("table.dateOrder")}: ${column}`}
        value={plan?.options?.["dateOrder"] ?? ""}
        onChange={set("dateOrder")}
      >
        <option value="">{t("table.dateOrderBoth")}</option>
        <option value="dmy">{t("table.dateOrderDmy")}</option>
        <option value="mdy">{t("table.dateOrderMdy")}</option>
      </select>
    );
  if (type === "name")
    return (
      <select
        className="input input--select table-option"
        aria-label={`${t("meta.language")}: ${column}`}
        value={plan?.options?.["lang"] ?? ""}
        onChange={set("lang")}
      >
        <option value="">{t("table.languageUnknown")}</option>
        {languageOptions(plan?.options?.["lang"]).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return null;
}
