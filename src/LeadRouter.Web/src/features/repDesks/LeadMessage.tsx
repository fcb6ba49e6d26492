import { useTranslation } from 'react-i18next';
import type { Lead } from '../../shared/api/wire';
import classes from './LeadFacts.module.css';

/** What the person wrote, and what we noted at the last call. */
export function LeadMessage({ lead }: { lead: Lead }) {
  const { t } = useTranslation();
  return (
    <>
      {lead.message != null && lead.message !== '' && (
        <blockquote className={classes.message} dir="auto">
          {lead.message}
        </blockquote>
      )}
      {lead.note != null && lead.note !== '' && (
        <p className={classes.note} dir="auto">
          <b>{t('lead.lastNote')}:</b> {lead.note}
        </p>
      )}
    </>
  );
}
