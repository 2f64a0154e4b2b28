// Prints what a browser must fetch before the first screen is drawn: the scripts and styles named in index.html
// and everything they import at once. Exits with 1 above the limit.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const limitKB = 300;
const folder = join(import.meta.dirname, "../../../dist/web");

/** Paths under dist/web that the first load fetches, index.html among them. */
function firstLoad(): readonly string[] {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? "",
  );
  const seen = new Set<string>();
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith(".js")) continue;
    const code = readFileSync(join(folder, path), "utf8");
    for (const match of code.matchAll(
      /(?:^|[;}\s])import\s*(?:[^"'()]*?from\s*)?["']\.\/([^"']+)["']/g,
    ))
      wanted.push(`assets/${match[1] ?? ""}`);
  }
  return ["index.html", ...seen];
}

const files = firstLoad().map((path) => ({
  path,
  gzipped: gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
}));
const totalKB = files.reduce((sum, file) => sum + file.gzipped, 0) / 1000;
process.stdout.write(
  `${JSON.stringify({ totalKB: Math.round(totalKB * 10) / 10, limitKB, files }, null, 2)}\n`,
);
process.exitCode = totalKB <= limitKB ? 0 : 1;
