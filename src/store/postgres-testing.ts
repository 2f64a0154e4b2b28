// Where the tests' own PostgreSQL answers. Invariant: a test without it fails; none is skipped.

export function postgresUrl(): string {
  const url = process.env["GUWAH_TEST_POSTGRES_URL"];
  if (url === undefined)
    throw new Error(
      "Set GUWAH_TEST_POSTGRES_URL, or run the tests through npm test, which starts PostgreSQL.",
    );
  return url;
}
