// Texts of the screens around sources: list, reader, adding, table import, batches. Keys begin with `sources.`, `reader.`, `add.`, `table.`, `batches.`.
export const enSources = {} as const;
