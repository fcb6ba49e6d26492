import type { CSSProperties } from 'react';

/** For style sheets that make a text as large as its box allows: how many characters it has. */
export const charsOf = (text: string, least = 1, most = 99) =>
  ({ '--chars': Math.min(most, Math.max(least, text.length)) }) as CSSProperties;
