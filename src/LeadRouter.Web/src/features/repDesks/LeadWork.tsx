import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompleteRequest, Lead, RepDesk } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import { AttemptList } from '../../shared/ui/AttemptList';
import { CallBar } from './CallBar';
import { DispositionPanel } from './DispositionPanel';
import { LeadFacts } from './LeadFacts';
import { LeadHead } from './LeadHead';
import { LeadMessage } from './LeadMessage';
import classes from './LeadWork.module.css';
import { LeadTimeline } from './LeadTimeline';
import { isWaiting } from './leadView';
import { openTel } from './openTel';
import { ScriptPanel } from './ScriptPanel';
import { forgetDraft } from './useNoteDraft';
import { waitingText } from './waitingText';
import type { HubActions } from './useHubActions';

interface Props {
  lead: Lead;
  desk: RepDesk;
  repName: string;
  actions: HubActions;
  connected: boolean;
  /** An offer is on the screen and owns Enter and Escape. */
  ringing: boolean;
  serverNowMs: number;
  onCompleted: () => void;
}

/** One lead being worked: who it is, call it, what to say, and what came of it. */
export function LeadWork({ lead, desk, repName, actions, connected, ringing, serverNowMs, onCompleted }: Props) {
  const { t } = useTranslation();
  const [telLink, setTelLink] = useState<string | null>(null);
  const formats = useFormats(desk.timeZone);
  const { leadId } = lead;
  const waits = isWaiting(lead);
  const key = `lead:${leadId}`;
  const disabled = !connected || actions.isBusy(key);

  const dial = async () => {
    const reply = await actions.run(key, 'Call', leadId);
    if (reply?.telLink == null) return;
    setTelLink(reply.telLink);
    openTel(reply.telLink);
  };
  const complete = async (request: CompleteRequest) => {
    const reply = await actions.run(key, 'Complete', leadId, request);
    if (!reply) return;
    forgetDraft(leadId);
    onCompleted();
  };

  return (
    <article className={classes.work} data-testid="lead-card" data-lead-id={leadId}>
      <div className={classes.column}>
        <section className={classes.panel}>
          <LeadHead lead={lead} desk={desk} serverNowMs={serverNowMs} />
          <LeadMessage lead={lead} />
          {waits ? (
            <p data-testid="lead-waits">{t(...waitingText(lead, serverNowMs, formats))}</p>
          ) : (
            <CallBar
              lead={lead}
              carrier={desk.carrier}
              telLink={telLink}
              disabled={disabled}
              serverNowMs={serverNowMs}
              onCall={() => void dial()}
            />
          )}
        </section>
        {!waits && (
          <section className={classes.panel}>
            <DispositionPanel
              leadId={leadId}
              desk={desk}
              disabled={disabled}
              ringing={ringing}
              serverNowMs={serverNowMs}
              onComplete={(request) => void complete(request)}
            />
          </section>
        )}
      </div>
      <div className={classes.column}>
        <ScriptPanel lead={lead} desk={desk} repName={repName} />
        <LeadFacts lead={lead} desk={desk} />
        {lead.attempts.length > 0 && (
          <section className={classes.panel}>
            <h2 className={classes.title}>{t('desk.attempts')}</h2>
            <AttemptList attempts={lead.attempts} timeZone={desk.timeZone} />
          </section>
        )}
        <LeadTimeline leadId={leadId} timeZone={desk.timeZone} />
      </div>
    </article>
  );
}
