// Test settings for every room; `npm test -- names` narrows to one.
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^fast-check$/,
        replacement: join(import.meta.dirname, "tests/runner/fast-check.ts"),
      },
    ],
  },
  test: {
    root: import.meta.dirname,
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "dist/**"],
    globalSetup: "tests/services/setup.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
