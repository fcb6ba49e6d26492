import { useTranslation } from 'react-i18next';
import type { RepDesk } from '../api/hubTypes';
import type { Lead } from '../api/types';
import classes from './LeadWork.module.css';
import textClasses from './ScriptPanel.module.css';
import { inLanguage } from './leadView';

interface Props {
  lead: Lead;
  scripts: RepDesk['scripts'];
}

/** The script in the lead's language, because it is said to the lead. */
export function ScriptPanel({ lead, scripts }: Props) {
  const { t, i18n } = useTranslation();
  const script = inLanguage(scripts[lead.queue], lead.language, i18n.language);
  if (script === undefined) return null;
  return (
    <section className={classes.panel}>
      <h2 className={classes.title}>{t('desk.script')}</h2>
      <div className={textClasses.script} dir="auto" data-testid="script">
        {script}
      </div>
    </section>
  );
}
