// The two names that are most alike, word by word, with the rule in words.
import type { ReactNode } from "react";
import type { PersonItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { alignmentOf } from "./alignment.ts";
import type { ComparedNames } from "./views.ts";

/** A name as the file knows it, for its language and letters. */
function Written({
  text,
  name,
  person,
}: {
  readonly text: string;
  readonly name: string;
  readonly person: PersonItem;
}): ReactNode {
  const form = person.names.find((one) => one.text === name);
  return (
    <Bidi lang={form?.lang} script={form?.script}>
      {text}
    </Bidi>
  );
}

export function NameAlignment({
  names,
  left,
  right,
}: {
  readonly names: ComparedNames;
  readonly left: PersonItem;
  readonly right: PersonItem;
}): ReactNode {
  const { verdict, words, notes } = alignmentOf(names);
  const rules = words.filter((word) => word.rules.length > 0);
  return (
    <section className="align sheet" aria-labelledby="align-title">
      <h3 id="align-title">{t("same.names")}</h3>
      <p>{verdict}</p>
      {words.length === 0 ? null : (
        <table className="align__words">
          <thead>
            <tr>
              <th scope="col">
                <Written text={names.left} name={names.left} person={left} />
              </th>
              <th scope="col" className="align__how">
                <span className="sr-only">{t("same.howWords")}</span>
              </th>
              <th scope="col">
                <Written text={names.right} name={names.right} person={right} />
              </th>
            </tr>
          </thead>
          <tbody>
            {words.map((word) => (
              <tr key={`${word.left} ${word.right}`}>
                <td className="align__word">
                  <Written text={word.left} name={names.left} person={left} />
                </td>
                <td className="align__how">{word.answer}</td>
                <td className="align__word">
                  <Written text={word.right} name={names.right} person={right} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rules.length + notes.length === 0 ? null : (
        <ul className="align__notes">
          {rules.map((word) => (
            <li key={`${word.left} ${word.right}`}>
              <Bidi>{word.left}</Bidi> – <Bidi>{word.right}</Bidi>
              <ul>
                {word.rules.map((rule, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the same rule may apply to two letters
                  <li key={`${index}${rule}`} dir="auto">
                    {rule}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {notes.map((note) => (
            <li key={note} dir="auto">
              {note}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
