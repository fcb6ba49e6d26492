import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/types';
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

/** The event's own simple fields; ids and nested things are for the API, not for reading. */
function facts(data: unknown): [string, string][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data as Record<string, unknown>)
    .filter(([name]) => !/(^at|Id|At)$/.test(name) && name !== 'type' && name !== 'seq')
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    .map(([name, value]) => [words(name), String(value)]);
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
              {facts(data).length > 0 && (
                <div className={classes.facts}>
                  {facts(data).map(([field, value]) => (
                    <span key={field} dir="auto">
                      {field}: <bdi>{value}</bdi>
                    </span>
                  ))}
                </div>
              )}
            </li>
          );
        })}
    </ol>
  );
}
