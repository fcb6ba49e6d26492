import { useTranslation } from 'react-i18next';
import type { Attempt } from '../api/wire';
import { formatDuration } from '../format/formats';
import { useFormats } from '../format/useFormats';
import classes from './AttemptList.module.css';

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
  return (
    <ol className={classes.list} data-testid="attempts">
      {[...attempts].reverse().map((attempt) => {
        const talk = talkSeconds(attempt);
        return (
          <li key={attempt.attemptId} className={classes.item}>
            <span className={classes.number}>{attempt.number}</span>
            <span className={classes.word}>{t(`attempt.${attempt.status}`)}</span>
            {talk !== null && <span>{formatDuration(talk)}</span>}
            {!attempt.proven && <span className={classes.unproven}>{t('attempt.unproven')}</span>}
            <span className={classes.at}>{formats.exact(attempt.startedAt)}</span>
          </li>
        );
      })}
    </ol>
  );
}
