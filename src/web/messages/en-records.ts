// Texts of the screen `records`.
export const enRecords = {} as const;
