import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead, RepDesk } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import { OwnText } from '../../shared/ui/OwnText';
import { isWaiting, scheduleOf } from './leadView';
import { waitingText } from './waitingText';
import classes from './SideList.module.css';

interface Props {
  leads: readonly Lead[];
  focusedId: string | undefined;
  desk: RepDesk;
  serverNowMs: number;
  onPick: (leadId: string) => void;
}

/** All open leads of the rep, to look at and to call again; those scheduled for later tell when. */
export function MyLeads({ leads, focusedId, desk, serverNowMs, onPick }: Props) {
  const { t } = useTranslation();
  const formats = useFormats(desk.timeZone);
  const standing = (lead: Lead) => {
    const next = scheduleOf(lead, serverNowMs);
    if (isWaiting(lead)) return t(...waitingText(lead, serverNowMs, formats));
    return next === null
      ? t(`lead.state.${lead.state}`)
      : t(`desk.myLeads.${next.kind}`, { when: formats.when(next.atMs, serverNowMs) });
  };
  return (
    <section className={classes.panel} aria-labelledby="my-leads-title">
      <h2 id="my-leads-title" className={classes.title}>
        {t('desk.myLeads.title')} <span className={classes.count}>{formats.number(leads.length)}</span>
      </h2>
      <ul className={classes.list} data-testid="my-leads">
        {leads.map((lead) => (
          <li key={lead.leadId}>
            <UnstyledButton
              className={classes.item}
              aria-current={lead.leadId === focusedId}
              onClick={() => onPick(lead.leadId)}
              data-testid={`my-lead-${lead.leadId}`}
            >
              <OwnText className={classes.main}>{lead.name ?? lead.phone ?? t('lead.unnamed')}</OwnText>
              <span className={classes.sub}>{standing(lead)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {leads.length === 0 && <p className={classes.empty}>{t('desk.myLeads.empty')}</p>}
    </section>
  );
}
