import { useTranslation } from 'react-i18next';
import type { Decision } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import classes from './LeadPage.module.css';

interface Props {
  decisions: readonly Decision[];
  names: ReadonlyMap<string, string>;
  timeZone: string | undefined;
}

/** Why the lead was offered to whom; newest first. */
export function DecisionList({ decisions, names, timeZone }: Props) {
  const { t } = useTranslation();
  const formats = useFormats(timeZone);
  const name = (repId: string) => names.get(repId) ?? repId;
  if (decisions.length === 0) return <p className={classes.dim}>{t('leads.noDecisions')}</p>;
  return (
    <div data-testid="decisions">
      {[...decisions].reverse().map(({ at, repId, rule, eligible, excluded, excludedCount }) => (
        <div key={`${at}${repId}`} className={classes.decision}>
          <div className={classes.decisionHead}>
            <b>
              <bdi>{name(repId)}</bdi>
            </b>
            <span>{t('leads.byRule', { rule: t(`rule.${rule}`, { defaultValue: rule }) })}</span>
            <time className={classes.at} dateTime={at}>
              {formats.exact(at)}
            </time>
          </div>
          <div className={classes.dim}>{t('leads.eligible', { names: eligible.map(name).join(', ') })}</div>
          {excluded.length > 0 && (
            <ul className={classes.reasons} aria-label={t('leads.excluded')}>
              {excluded.map(({ repId: excludedId, reason }) => (
                <li key={excludedId}>
                  <bdi>{name(excludedId)}</bdi>: {t(`exclusion.${reason}`, { defaultValue: reason })}
                </li>
              ))}
            </ul>
          )}
          {excludedCount > excluded.length && (
            <div className={classes.dim}>{t('leads.moreExcluded', { count: excludedCount - excluded.length })}</div>
          )}
        </div>
      ))}
    </div>
  );
}
