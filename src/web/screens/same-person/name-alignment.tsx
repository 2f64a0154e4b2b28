// The two names that are most alike, word by word, with the rules in words.
import type { ReactNode } from "react";
import type { ComparedNames, NamePairView, PersonItem } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { sentenceText } from "./sentences.ts";

type Forms = PersonItem["names"];

/** A name as the file knows it, for its language and letters. */
function Written({
  text,
  name,
  forms,
}: {
  readonly text: string;
  readonly name: string;
  readonly forms: Forms;
}): ReactNode {
  const form = forms.find((one) => one.text === name);
  return (
    <Bidi lang={form?.lang} script={form?.script}>
      {text}
    </Bidi>
  );
}

/** How two words answer each other, in short: the words themselves stand beside it. */
function answerText({ answer, grade }: NamePairView): string {
  const short = tIf(`same.word.${answer.rule}`, { percent: Math.round(grade * 100) });
  return short ?? sentenceText(answer);
}

export function NameAlignment({
  names,
  left,
  right,
}: {
  readonly names: ComparedNames;
  readonly left: Forms;
  readonly right: Forms;
}): ReactNode {
  const { pairs, notes } = names;
  const ruled = pairs.filter((pair) => pair.rules.length > 0);
  return (
    <section className="align sheet" aria-labelledby="align-title">
      <h3 id="align-title">{t("same.names")}</h3>
      <p>{sentenceText(names.verdict)}</p>
      {pairs.length === 0 ? null : (
        <table className="align__words">
          <thead>
            <tr>
              <th scope="col">
                <Written text={names.left} name={names.left} forms={left} />
              </th>
              <th scope="col" className="align__how">
                <span className="sr-only">{t("same.howWords")}</span>
              </th>
              <th scope="col">
                <Written text={names.right} name={names.right} forms={right} />
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.left} ${pair.right}`}>
                <td className="align__word">
                  <Written text={pair.left} name={names.left} forms={left} />
                </td>
                <td className="align__how">{answerText(pair)}</td>
                <td className="align__word">
                  <Written text={pair.right} name={names.right} forms={right} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ruled.length + notes.length === 0 ? null : (
        <ul className="align__notes">
          {ruled.map((pair) => (
            <li key={`${pair.left} ${pair.right}`}>
              <Bidi>{pair.left}</Bidi> – <Bidi>{pair.right}</Bidi>
              <ul>
                {pair.rules.map((rule, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the same rule may apply to two letters
                  <li key={`${index}${rule.rule}`} dir="auto">
                    {sentenceText(rule)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {notes.map((note) => (
            <li key={note.text} dir="auto">
              {sentenceText(note)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
