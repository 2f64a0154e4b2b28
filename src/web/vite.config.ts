// Builds the web app into dist/web: one small first load, then a chunk for each screen.
// Invariant: the page obeys a policy of 'self' only, so nothing is ever inlined as data: or as a <style>.
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin } from "vite";
import { appealFormPage } from "./appeal-form/build-page.ts";

/** Where `npm start` listens. */
const guwah = `http://127.0.0.1:${process.env["GUWAH_PORT"] ?? "4824"}`;

/** The import headings and code lists of the data files serve the server's table import; a screen never reads them. */
function leanModelData(): Plugin {
  const serverOnly = new Set(["headers", "huridocs", "names"]);
  return {
    name: "guwah:lean-model-data",
    enforce: "pre",
    transform(code, id) {
      if (!/[\\/]src[\\/]model[\\/]data[\\/](schemas|vocabularies)[\\/][^\\/]+\.json$/.test(id))
        return null;
      const lean: unknown = JSON.parse(code, (key, value: unknown) =>
        serverOnly.has(key) ? undefined : value,
      );
      return { code: JSON.stringify(lean), map: null };
    },
  };
}

// The last browsers that old laptops can still run.
const oldest = ["chrome109", "firefox115", "safari16.4"];

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [leanModelData(), react(), appealFormPage(oldest, leanModelData())],
  build: {
    outDir: join(import.meta.dirname, "../../dist/web"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: oldest,
    cssTarget: oldest,
    chunkSizeWarningLimit: 700,
    // The model's files define and do nothing else: what a screen does not use of them (parsers, zod, EDTF) stays out.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: (id: string) => !/[\\/](src[\\/]model|edtf|zod|nearley)[\\/]/.test(id),
      },
    },
  },
  // For drawing screens: beside a running Guwah, whose demonstration has everything. Modules of ours stand in a folder
  // called api, too; those are not the server's.
  server: {
    port: 4825,
    strictPort: true,
    proxy: {
      "^/api/(?!.*\\.tsx?(?:\\?|$))": {
        target: guwah,
        changeOrigin: true,
        headers: { Origin: guwah },
      },
    },
  },
});
