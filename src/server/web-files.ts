// Serves the built web app from dist/web: hashed files for ever, the page itself always fresh.
// Invariant: only files that were there at start are served, by exact name; a path cannot climb out.
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Adds the web app's addresses. Every address that is not a file is the app's own (its router reads it). */
export async function serveWeb(app: OpenAPIHono, folder: string): Promise<void> {
  const files = await listFiles(folder);
  app.get("*", async (c) => {
    const name = decodeURIComponent(c.req.path).replace(/^\/+/, "");
    // A missing script must not be answered with a page: the browser would try to run it.
    if (!files.has(name) && extname(name) !== "") return c.text("There is no such file.", 404);
    const file = files.has(name) ? name : "index.html";
    if (!files.has(file)) return c.text("The web app is not built. Run npm start.", 503);
    const body = await readFile(join(folder, file));
    const isHashed = file.startsWith("assets/");
    return c.body(new Uint8Array(body), 200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Cache-Control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    });
  });
}

async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((e) => e.isFile())
      .map((e) => relative(folder, join(e.parentPath, e.name)).split(sep).join("/"));
    return new Set(paths.filter((path) => !path.split("/").some((part) => part.startsWith("."))));
  } catch {
    return new Set();
  }
}
