// Texts of the screen `same`.
export const enSame = {} as const;
