export const sourcesKey = ['sources'] as const;
