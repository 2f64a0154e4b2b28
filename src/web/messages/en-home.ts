// Texts of the screen `home`.
export const enHome = {} as const;
