import { expect, test } from 'vitest';
import { fillScript } from '../src/features/repDesks/fillScript';

const words = { rep: 'Dana', centre: 'Sun Energy', name: 'Yossi $& Sons', campaign: 'Free quote' };

test('fills in the names, as often as they come', () => {
  expect(fillScript('{rep} of {centre} for {name}, about {campaign}. Yours, {rep}', words)).toBe(
    'Dana of Sun Energy for Yossi $& Sons, about Free quote. Yours, Dana',
  );
});

test('leaves other braces alone', () => {
  expect(fillScript('{price} {Rep} {}', words)).toBe('{price} {Rep} {}');
});
