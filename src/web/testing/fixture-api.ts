// A stand-in for the server while screens are being drawn: `GUWAH_WEB_FIXTURES=1 vite`.
import type { Plugin } from "vite";

/** Answers /api from invented data when GUWAH_WEB_FIXTURES is 1; otherwise does nothing. */
export function fixtureApi(): Plugin {
  return {
    name: "guwah:fixture-api",
    apply: "serve",
    async configureServer(server) {
      if (process.env["GUWAH_WEB_FIXTURES"] !== "1") return;
      const { answer } = await import("./fixture-server.ts");
      server.middlewares.use("/api", (request, response, next) => {
        // Our own modules stand in a folder of the same name.
        if (/\.tsx?(?:\?|$)/.test(request.url ?? "")) next();
        else answer(request, response);
      });
    },
  };
}
