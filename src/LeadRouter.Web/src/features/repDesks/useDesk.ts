import { useEffect, useEffectEvent, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkStatus, HubLink } from '../../shared/api/hubLink';
import { useHubLink } from '../../shared/api/useHubLink';
import { useFormats } from '../../shared/format/useFormats';
import { showToast } from '../../shared/ui/toasts';
import { deskReducer, emptyDesk, type DeskModel } from './deskModel';
import { isClosed } from '../../shared/ui/leadStates';
import { scheduleOf } from './leadView';

export interface Desk {
  model: DeskModel;
  link: HubLink<'/hubs/rep'>;
  status: LinkStatus;
}

/** The rep hub as a model that follows it, with a word to the rep when an offer went away by itself. */
export function useDesk(): Desk {
  const { t } = useTranslation();
  const [model, dispatch] = useReducer(deskReducer, emptyDesk);
  const { link, status } = useHubLink('/hubs/rep', {}, (hub) => {
    hub.on('State', (state) => dispatch({ type: 'state', state, receivedAtMs: Date.now() }));
    hub.on('OfferMade', (offer) => dispatch({ type: 'offerMade', offer }));
    hub.on('OfferEnded', (ended) => dispatch({ type: 'offerEnded', ended }));
    hub.on('LeadUpdated', (lead) => dispatch({ type: 'leadUpdated', lead }));
    hub.on('Reminder', (reminder) => dispatch({ type: 'reminder', reminder }));
  });

  const { ended, reminded, unanswered, rep } = model;
  const formats = useFormats(rep?.desk.timeZone);
  const tellEnded = useEffectEvent(() => {
    if (!ended || ended.why === 'accepted' || ended.why === 'declined') return;
    const name = ended.name ?? t('lead.unnamed');
    showToast(ended.why === 'missed' ? 'warning' : 'info', t(`desk.offerEnded.${ended.why}`, { name }));
  });
  const tellReminder = useEffectEvent(() => {
    if (!reminded) return;
    const name = model.leads.find(({ leadId }) => leadId === reminded.leadId)?.name ?? t('lead.unnamed');
    showToast('info', t(`desk.reminders.text.${reminded.kind}`, { name, defaultValue: reminded.text }));
  });
  const tellUnanswered = useEffectEvent(() => {
    const status = unanswered?.attempts.at(-1)?.status;
    if (!unanswered || status === undefined) return;
    const words = { name: unanswered.name ?? t('lead.unnamed'), result: t(`attempt.${status}`) };
    const serverNowMs = Date.now() + (model.clockOffsetMs ?? 0);
    const next = scheduleOf(unanswered, serverNowMs);
    if (isClosed(unanswered)) showToast('info', t('desk.unanswered.closed', words));
    else if (next)
      showToast('info', t('desk.unanswered.again', { ...words, when: formats.when(next.atMs, serverNowMs) }));
  });
  useEffect(() => tellEnded(), [ended]);
  useEffect(() => tellReminder(), [reminded]);
  useEffect(() => tellUnanswered(), [unanswered]);
  return { model, link, status };
}
