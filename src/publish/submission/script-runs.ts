// Text cut where the writing system changes, so that each stretch gets a face that has its letters and runs its own way.
// Invariant: linear in the text; the stretches joined are the text.

export interface Stretch {
  readonly text: string;
  readonly script: "plain" | "arabic" | "han";
}

const arabic = /\p{Script=Arabic}/u;
const han = /\p{Script=Han}|\p{Script=Bopomofo}/u;
const letter = /\p{L}|\p{N}/u;

export function stretches(text: string): Stretch[] {
  const found: { text: string; script: Stretch["script"] }[] = [];
  // Spaces and points between two Arabic words belong to them; those after the last one do not.
  let between = "";
  for (const sign of text) {
    const script = arabic.test(sign)
      ? "arabic"
      : han.test(sign)
        ? "han"
        : letter.test(sign)
          ? "plain"
          : null;
    if (script === null) {
      between += sign;
      continue;
    }
    const last = found.at(-1);
    if (last?.script === script) last.text += between + sign;
    else {
      if (between !== "") append(found, between, "plain");
      append(found, sign, script);
    }
    between = "";
  }
  if (between !== "") append(found, between, "plain");
  return found;
}

function append(
  found: { text: string; script: Stretch["script"] }[],
  text: string,
  script: Stretch["script"],
): void {
  const last = found.at(-1);
  if (last?.script === script) last.text += text;
  else found.push({ text, script });
}
