// A site on loopback for tests of captures, and the settings that let a test's browser reach it. All of it is invented.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { CaptureTesting } from "./capture-page.ts";
import type { CaptureSettings } from "./capture-url.ts";

export interface TestSite {
  readonly port: number;
  readonly origin: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  end(): Promise<void>;
}

/** Starts a site; the pages of an invented newspaper where no other answers are given. */
export async function startTestSite(answer: RequestListener = courier): Promise<TestSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    asked,
    end: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Settings with which a capture reaches these ports of loopback, also as root. */
export function testSettings(ports: readonly number[], more: CaptureTesting = {}): CaptureSettings {
  return {
    browser: process.env["GUWAH_TEST_CHROMIUM"] ?? null,
    upstream: null,
    version: "0.0.0",
    testing: {
      noSandbox: process.getuid?.() === 0,
      openPorts: new Set(ports),
      ...more,
    },
  };
}

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const article = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Villager held for a year | The Invented Courier</title><link rel="stylesheet" href="/look.css"></head>
<body><article><h1>Villager held for a year</h1><p>By Saule Inventova</p><p>12 March 2019</p>
<p>Nurlan Testov, 41, was taken from his home in the invented village of Birinchi, his sister told the Invented Courier.</p>
<p>"He has not been allowed to call us since February," Aigul Testova said. "We do not know where he is."</p>
<p>A spokesperson of the invented county denied that anyone had been detained.</p><p id="later"></p>
<img src="/picture.png" alt=""></article>
<script>fetch("/note.json").then(r => r.json()).then(n => { document.getElementById("later").textContent = n.said; });</script>
</body></html>`;

/** `/` leads to the article, whose last sentence comes by script; `/never` never answers. */
const courier: RequestListener = (request, response) => {
  switch (request.url) {
    case "/":
      response.writeHead(302, { Location: "/article" }).end();
      return;
    case "/article":
      response.writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Encoding": "gzip",
        "Last-Modified": "Tue, 12 Mar 2019 08:00:00 GMT",
      });
      response.end(gzipSync(article));
      return;
    case "/look.css":
      response.writeHead(200, { "Content-Type": "text/css" }).end("h1 { color: #225 }");
      return;
    case "/picture.png":
      response.writeHead(200, { "Content-Type": "image/png" }).end(picture);
      return;
    case "/note.json":
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ said: "گۇۋاھ: the invented county said no more." }));
      return;
    case "/never":
      // No answer, ever.
      return;
    default:
      response.writeHead(404).end();
  }
};
