/** Languages in which drafts are written. What LifeTime's own pages say stays English in both, as LifeTime shows it. */
export const LANGUAGES = ['en', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];
