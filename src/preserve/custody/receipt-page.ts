// The receipt as a page to be printed: no script, nothing loaded from anywhere.
// Invariant: it holds what `Receipt` holds and words of our own; whatever is put in is escaped.
import { receiptScript } from "./receipt-script.ts";
import type { Receipt, ReceiptFile } from "./receipt-facts.ts";

const style = `
:root { color-scheme: light; }
body { font: 11pt/1.5 Georgia, "Noto Serif", serif; color: #1c1b19; background: #fff; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1rem; }
dt { color: #55524c; } dd { margin: 0; }
code, pre { font: 9pt/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; border: 1px solid #b9b4a9; padding: .6rem; }
.care { border-inline-start: 3px solid #8a2a1c; padding-inline-start: .8rem; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-block-end: .6rem; } }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
`;

/** A whole HTML document. */
export function receiptPage(receipt: Receipt): string {
  const { original, text, proof, checkpoint } = receipt;
  const facts: [string, string][] = [
    ...fileFacts("Original", original),
    ...fileFacts("Its text", text),
    [
      "Received",
      `${new Date(receipt.receivedAt).toISOString().slice(0, 16).replace("T", " ")} UTC`,
    ],
    ["Number of the source", code(receipt.source)],
    ["Entry in the ledger", `${receipt.seq}, the first is 0`],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Receipt</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Receipt</h1>
<p>What you gave was taken into an encrypted vault, unchanged. The numbers below belong to that very file: if one letter of it were altered, they would be others. With them you can show later what you gave and by when, whoever holds the vault then.</p>
<p class="care">This paper names nobody, and says nothing of what is in the file. Carrying it may still be a risk where you live. A copy of the first number is enough to know the file again; you need not keep the rest.</p>
<h2>What was received</h2>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("\n")}</dl>
<h2>Is this the file?</h2>
<p>On Linux, in a terminal. On macOS write <code>shasum -a 256</code>, on Windows <code>certutil -hashfile FILE SHA256</code>.</p>
<pre>sha256sum FILE</pre>
<p>It must print the number of the original. If it prints another one, this is another file.</p>
${proofPart(receipt)}
<h2>The checkpoint</h2>
<p>The ledger of the vault was signed when it had ${checkpoint.size} entries. Ask for the key of the ledger elsewhere (the group's site, a partner): a key that is known from this page alone proves nothing.</p>
<pre>${escape(checkpoint.note)}</pre>
<dl><dt>Key of the ledger</dt><dd>${code(checkpoint.vkey)}</dd>
${checkpoint.witnesses.map((key) => `<dt>A witness's key</dt><dd>${code(key)}</dd>`).join("\n")}</dl>
<h2>What this shows</h2>
<p>${shows(proof !== null)}</p>
</main>
</body>
</html>
`;
}

function fileFacts(name: string, file: ReceiptFile | null): [string, string][] {
  if (file === null) return [];
  return [
    [`${name}, SHA-256`, code(file.hash)],
    [`${name}, size`, `${file.size} bytes`],
  ];
}

function proofPart({ proof, checkpoint, seq }: Receipt): string {
  if (proof === null) {
    return `<h2>Is it in the ledger?</h2>
<p>The entry that names this file also holds its name, which may tell who gave it. So it is not printed here. Whoever keeps the vault can open entry ${seq} and those around it before a court, with the proof that they stand under the checkpoint below.</p>`;
  }
  return `<h2>Is it in the ledger?</h2>
<p>Entry ${proof.seq} names the SHA-256 of the original. These lines compute from it, step by step, the root that the checkpoint below has signed, and check the signature. They need bash, sha256sum and openssl, and no network. Copy them into a file <code>check.sh</code> and run <code>bash check.sh</code>; the last line must be <code>proved: entry ${proof.seq} of ${checkpoint.size}</code>.</p>
<pre>${escape(receiptScript(proof, checkpoint))}</pre>`;
}

function shows(proved: boolean): string {
  const first = proved
    ? "The file was in the vault not later than the checkpoint was signed, and was not exchanged since."
    : "The vault says that it holds this file since the date above; the proof is with its keepers.";
  return `${first} The date of receiving is what the vault's own clock said; it is no stronger than the checkpoint, its witnesses and its time stamps. Nothing here says that what is in the file is true.`;
}

function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
