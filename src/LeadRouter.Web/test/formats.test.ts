import { describe, expect, it } from 'vitest';
import { createFormats, formatDuration, formatWait } from '../src/shared/format/formats';

describe('Formats', () => {
  it.each([
    [null, '–'],
    [0, '0:00'],
    [9.9, '0:09'],
    [74, '1:14'],
    [3_599, '59:59'],
    [4_210, '1:10:10'],
    [-3, '0:00'],
  ])('shows %s seconds as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  it.each([
    [1, 'en-GB', '1 second'],
    [59, 'en-GB', '59 seconds'],
    [60, 'en-GB', '1 minute'],
    [61, 'he-IL', 'שתי דקות'],
  ])('says a wait of %s seconds in %s as %s', (seconds, locale, text) =>
    expect(formatWait(seconds, locale)).toBe(text),
  );

  it('shows money in the centre currency when the amount names none', () => {
    const formats = createFormats('en-GB', 'Asia/Jerusalem');
    expect(formats.money({ amount: 1200 }, 'ILS')).toBe('₪1,200');
    expect(formats.money({ amount: 1200.5, currency: 'EUR' }, 'ILS')).toBe('€1,200.50');
    expect(formats.wholeMoney({ amount: 13268.75 }, 'ILS')).toBe('₪13,269');
  });

  it('shows times of the centre and the date only of other days', () => {
    const formats = createFormats('en-GB', 'Asia/Jerusalem');
    const now = Date.parse('2026-11-22T22:30:00Z');
    expect(formats.when('2026-11-22T22:05:00Z', now)).toBe('00:05');
    expect(formats.when('2026-11-22T21:05:00Z', now)).toMatch(/22 Nov.*23:05/);
  });
});
