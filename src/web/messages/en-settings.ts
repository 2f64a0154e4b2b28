// Texts of the screen `settings`.
export const enSettings = {} as const;
