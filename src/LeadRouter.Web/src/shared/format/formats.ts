import type { Money } from '../api/wire';

/** Shown where a number has no value yet. */
export const noValue = '–';

/** `m:ss`, or `h:mm:ss` from an hour on; negative reads as zero. */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds == null) return noValue;
  const whole = Math.max(0, Math.floor(seconds));
  const ss = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${ss}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${ss}`;
}

/** How long to wait, in words: seconds below a minute, else begun minutes. */
export function formatWait(seconds: number, locale: string): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making an Intl formatter costs a thousand times using it, and a wallboard formats all day. */
function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  let formatter = formatters.get(key) as T | undefined;
  if (!formatter) formatters.set(key, (formatter = make()));
  return formatter;
}

export interface Formats {
  number(value: number): string;
  /** A share of one, for example 0.873 as 87%. */
  percent(share: number | null | undefined): string;
  money(money: Money, centreCurrency?: string): string;
  /** Without cents, for sums read from afar. */
  wholeMoney(money: Money, centreCurrency?: string): string;
  /** Time of day; with the date when it is not today. */
  when(at: string | number, nowMs: number): string;
  /** Date and time with seconds. */
  exact(at: string | number): string;
  time(at: string | number): string;
  /** Day, month and year. */
  date(at: string | number): string;
  /** Day of the week and date. */
  weekday(at: string | number): string;
}

/** Formats of one language, in the time zone of the centre; without a zone, in the machine's own. */
export function createFormats(locale: string, timeZone?: string): Formats {
  const date = (name: string, options: Intl.DateTimeFormatOptions) =>
    cached(
      `${name}|${locale}|${timeZone ?? ''}`,
      () => new Intl.DateTimeFormat(locale, { ...options, ...(timeZone === undefined ? {} : { timeZone }) }),
    );
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = (at: number) => date('day', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  const ms = (at: string | number) => (typeof at === 'number' ? at : Date.parse(at));
  const currency = (
    { amount, currency: own }: Money,
    centre: string | undefined,
    digits: 'stripIfInteger' | 'whole',
  ) => {
    const code = own ?? centre;
    if (code === undefined) return cached(`n|${locale}`, () => new Intl.NumberFormat(locale)).format(amount);
    const options: Intl.NumberFormatOptions =
      digits === 'whole' ? { maximumFractionDigits: 0 } : { trailingZeroDisplay: digits };
    return cached(
      `m|${digits}|${locale}|${code}`,
      () => new Intl.NumberFormat(locale, { style: 'currency', currency: code, ...options }),
    ).format(amount);
  };
  return {
    number: (value) => cached(`n|${locale}`, () => new Intl.NumberFormat(locale)).format(value),
    percent: (share) =>
      share == null
        ? noValue
        : cached(
            `p|${locale}`,
            () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
          ).format(share),
    money: (money, centreCurrency) => currency(money, centreCurrency, 'stripIfInteger'),
    wholeMoney: (money, centreCurrency) => currency(money, centreCurrency, 'whole'),
    when: (at, nowMs) =>
      day(ms(at)) === day(nowMs)
        ? date('time', clock).format(ms(at))
        : date('when', { day: 'numeric', month: 'short', ...clock }).format(ms(at)),
    exact: (at) => date('exact', { day: 'numeric', month: 'short', ...clock, second: '2-digit' }).format(ms(at)),
    time: (at) => date('time', clock).format(ms(at)),
    date: (at) => date('date', { day: 'numeric', month: 'short', year: 'numeric' }).format(ms(at)),
    weekday: (at) => date('weekday', { weekday: 'short', day: 'numeric', month: 'short' }).format(ms(at)),
  };
}
