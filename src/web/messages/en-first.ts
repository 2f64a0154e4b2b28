// Texts of the screen `first`.
export const enFirst = {} as const;
