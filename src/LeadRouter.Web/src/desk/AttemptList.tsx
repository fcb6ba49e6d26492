import { useTranslation } from 'react-i18next';
import type { Attempt } from '../api/types';
import { formatDuration } from '../format/formats';
import { useFormats } from '../format/useFormats';
import classes from './LeadWork.module.css';
import listClasses from './AttemptList.module.css';

interface Props {
  attempts: readonly Attempt[];
  timeZone: string | undefined;
}

const talkSeconds = ({ answeredAt, endedAt }: Attempt) =>
  answeredAt != null && endedAt != null ? (Date.parse(endedAt) - Date.parse(answeredAt)) / 1000 : null;

/** Newest first. */
export function AttemptList({ attempts, timeZone }: Props) {
  const { t } = useTranslation();
  const formats = useFormats(timeZone);
  if (attempts.length === 0) return null;
  return (
    <section className={classes.panel}>
      <h2 className={classes.title}>{t('desk.attempts')}</h2>
      <ol className={listClasses.list} data-testid="attempts">
        {[...attempts].reverse().map((attempt) => {
          const talk = talkSeconds(attempt);
          return (
            <li key={attempt.attemptId} className={listClasses.item}>
              <span className={listClasses.number}>{attempt.number}</span>
              <span className={listClasses.word}>{t(`attempt.${attempt.status}`)}</span>
              {talk !== null && <span>{formatDuration(talk)}</span>}
              {!attempt.proven && <span className={listClasses.unproven}>{t('attempt.unproven')}</span>}
              <span className={listClasses.at}>{formats.exact(attempt.startedAt)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
