import { useTranslation } from 'react-i18next';
import type { Lead, RepDesk } from '../../shared/api/wire';
import classes from './LeadWork.module.css';
import textClasses from './ScriptPanel.module.css';
import { fillScript } from './fillScript';
import { inLanguage } from './leadView';

interface Props {
  lead: Lead;
  desk: RepDesk;
  repName: string;
}

/** The script in the lead's language, because it is said to the lead; ready to read out, names filled in. */
export function ScriptPanel({ lead, desk, repName }: Props) {
  const { t, i18n } = useTranslation();
  const script = inLanguage(desk.scripts[lead.queue], lead.language, i18n.language);
  if (script === undefined) return null;
  const words = {
    rep: repName,
    centre: desk.centre,
    name: lead.name ?? '…',
    campaign: lead.campaign ?? t('desk.scriptCampaign'),
  };
  return (
    <section className={classes.panel}>
      <h2 className={classes.title}>{t('desk.script')}</h2>
      <div className={textClasses.script} dir="auto" data-testid="script">
        {fillScript(script, words)}
      </div>
    </section>
  );
}
