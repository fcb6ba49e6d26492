import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Money, TimelineEntry } from '../api/wire';
import type { Formats } from '../format/formats';
import { useFormats } from '../format/useFormats';
import classes from './Timeline.module.css';

interface Props {
  entries: readonly TimelineEntry[];
  timeZone: string | undefined;
  /** Rep id to name; without it, ids are not shown. */
  names?: ReadonlyMap<string, string>;
}

/** `takenBack` reads as `taken back` when a newer server tells of an event that this build has no words for. */
const words = (type: string) => type.replace(/([A-Z])/g, ' $1').toLowerCase();

/** What is worth reading of an event, in words; the whole of it is in the API. */
function facts(data: unknown, t: TFunction, formats: Formats): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const given = data as Record<string, unknown>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const word = (name: string, group: string) => text(name) && t(`${group}.${text(name)}`, { defaultValue: text(name) });
  const when = (name: string) => text(name) && formats.exact(text(name));
  const money = given.amount as Money | null | undefined;
  return [
    word('status', 'lead.state'),
    word('result', 'attempt'),
    word('why', 'offerEnd'),
    word('reason', 'queueReason'),
    text('queue'),
    text('disposition'),
    money == null ? '' : formats.money(money),
    when('nextAttemptAt'),
    when('callbackAt'),
    text('by'),
    given.proven === false ? t('attempt.unproven') : '',
    text('note'),
  ].filter((fact) => fact !== '');
}

/** Newest first. */
export function Timeline({ entries, timeZone, names }: Props) {
  const { t } = useTranslation();
  const formats = useFormats(timeZone);
  return (
    <ol className={classes.timeline} data-testid="timeline">
      {[...entries]
        .sort((a, b) => b.seq - a.seq)
        .map(({ seq, at, type, repId, data }) => {
          const name = repId != null ? names?.get(repId) : undefined;
          return (
            <li key={seq} className={classes.entry}>
              <div className={classes.head}>
                <span className={classes.type}>{t(`timeline.${type}`, { defaultValue: words(type) })}</span>
                {name !== undefined && <bdi className={classes.who}>{name}</bdi>}
                <time className={classes.at} dateTime={at}>
                  {formats.exact(at)}
                </time>
              </div>
              <div className={classes.facts}>
                {facts(data, t, formats).map((fact) => (
                  <bdi key={fact}>{fact}</bdi>
                ))}
              </div>
            </li>
          );
        })}
    </ol>
  );
}
