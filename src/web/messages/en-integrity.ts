// Texts of the screen `integrity`.
export const enIntegrity = {} as const;
