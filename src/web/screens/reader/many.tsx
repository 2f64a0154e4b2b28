// Several things found by typing, each with a way to take it off again; a person can be opened anew on the spot.
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { RecordItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, Icon, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findRecords } from "../../parts/find.ts";

export interface ManyProps {
  readonly label: string;
  readonly hint: string;
  readonly schema: string;
  /** How they are found, where that is not by their schema alone. */
  readonly find?: (q: string, signal: AbortSignal) => Promise<readonly Found[]>;
  readonly chosen: readonly Found[];
  readonly onChange: (chosen: readonly Found[]) => void;
  /** The source a new person would come from; without it none can be opened here. */
  readonly newFrom?: string;
}

export function Many({
  label,
  hint,
  schema,
  find = findRecords(schema),
  chosen,
  onChange,
  newFrom,
}: ManyProps): ReactNode {
  const [opening, setOpening] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const [grown, setGrown] = useState(0);
  useEffect(() => {
    // The field one chose from begins anew; the focus goes to what was chosen instead of getting lost.
    if (grown > 0) list.current?.querySelector<HTMLElement>("li:last-child button")?.focus();
  }, [grown]);
  const add = (found: Found | null): void => {
    if (found === null || chosen.some((one) => one.id === found.id)) return;
    onChange([...chosen, found]);
    setGrown(grown + 1);
  };
  return (
    <div className="stack reader-many">
      <Chooser
        key={chosen.length}
        label={label}
        hint={hint}
        kind={schema}
        value={null}
        onChange={add}
        find={find}
      />
      {chosen.length === 0 ? null : (
        <ul ref={list} className="reader-many__list">
          {chosen.map((one) => (
            <li key={one.id} className="chooser__chosen">
              <span>
                <Bidi>{one.label}</Bidi>
                {one.detail === undefined ? null : <small className="quiet"> {one.detail}</small>}
              </span>
              <Button
                small
                variant="quiet"
                label={t("statement.remove", { name: one.label })}
                onPress={() => onChange(chosen.filter(({ id }) => id !== one.id))}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {newFrom === undefined ? null : opening ? (
        <NewPerson
          source={newFrom}
          onDone={(found) => {
            setOpening(false);
            add(found);
          }}
        />
      ) : (
        <div>
          <Button small onPress={() => setOpening(true)}>
            <Icon name="plus" />
            {t("statement.newPerson")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Stands inside a form, so it is no form of its own: Enter in its field opens the file and saves nothing else. */
function NewPerson({
  source,
  onDone,
}: {
  readonly source: string;
  readonly onDone: (found: Found | null) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const opening = useMutation({
    mutationFn: async (label: string) =>
      post<RecordItem>("/api/records", {
        schema: "Person",
        source,
        label,
        claims: [{ property: "name", words: label }],
      }),
    onSuccess: ({ id, label }) => onDone({ id, label }),
  });
  const submit = (): void => {
    if (name.trim() !== "" && !opening.isPending) opening.mutate(name.trim());
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only keeps Enter from sending the form around it
    <div
      className="stack reader-many__new"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        submit();
      }}
    >
      <TextField label={t("statement.newPersonName")} value={name} onChange={setName} autoFocus />
      <ErrorNote error={opening.error} />
      <div className="row">
        <Button onPress={submit} isPending={opening.isPending}>
          {t("statement.newPersonAdd")}
        </Button>
        <Button variant="quiet" onPress={() => onDone(null)}>
          {t("parts.cancel")}
        </Button>
      </div>
    </div>
  );
}
