// Builds the offline form while the web app is built: script and style go into one HTML file, under a policy that names
// them by hash and allows nothing else.
// Invariant: the file makes no request: no address is in its policy, and nothing is inlined that the policy does not name.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const here = import.meta.dirname;

/** The kinds of age recipient the form never meets, and the large code behind them. */
const unused: Readonly<Record<string, string>> = {
  "@noble/post-quantum/hybrid.js":
    "export const MLKEM768P256 = {}; export const MLKEM768X25519 = {};",
  "@noble/curves/nist.js": "export const p256 = {};",
};

function withoutUnused(): Plugin {
  return {
    name: "guwah:x25519-only",
    enforce: "pre",
    resolveId: (id) => (Object.hasOwn(unused, id) ? `\0${id}` : null),
    load: (id) => (id.startsWith("\0") ? (unused[id.slice(1)] ?? null) : null),
  };
}

/** `target`: the oldest browsers, as the web app's own. `lean`: leaves out of the model's data what only servers read. */
export function appealFormPage(target: string[], lean: Plugin): Plugin {
  return {
    name: "guwah:appeal-form",
    apply: "build",
    async generateBundle() {
      const built = await build({
        configFile: false,
        root: here,
        logLevel: "warn",
        plugins: [lean, withoutUnused()],
        build: {
          write: false,
          target,
          cssTarget: target,
          cssCodeSplit: false,
          lib: {
            entry: join(here, "page.ts"),
            formats: ["iife"],
            name: "guwahAppeal",
            fileName: "page",
          },
          rolldownOptions: {
            treeshake: {
              moduleSideEffects: (id: string) =>
                !/[\\/](src[\\/]model|edtf|zod|nearley)[\\/]/.test(id),
            },
          },
        },
      });
      const [one] = Array.isArray(built) ? built : [built];
      if (one === undefined || !("output" in one)) throw new Error("the appeal form was not built");
      const script = one.output.find((file) => file.type === "chunk")?.code;
      const style = one.output.find(
        (file) => file.type === "asset" && file.fileName.endsWith(".css"),
      );
      if (script === undefined || style?.type !== "asset")
        throw new Error("the appeal form has no script or no style");
      this.emitFile({
        type: "asset",
        fileName: "appeal-form.html",
        source: pageOf(inline(script), String(style.source).trim()),
      });
    },
  };
}

/** A script that may stand between script tags. */
const inline = (script: string): string =>
  script.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function pageOf(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "img-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="guwah-recipient" content="">
<meta name="guwah-group" content="">
<title>Appeal</title>
<style>${style}</style>
</head>
<body>
<noscript>This form needs JavaScript. Open it in an ordinary browser; it needs no network.</noscript>
<script>${script}</script>
</body>
</html>
`;
}
