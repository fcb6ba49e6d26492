import { Center, Loader } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionKey } from '../../shared/api/queryClient';
import type { RepState } from '../../shared/api/wire';
import { useNow } from '../../shared/format/useNow';
import { useSignOut } from '../../shared/api/session';
import { ConnectionBanner } from './ConnectionBanner';
import { DeskHeader } from './DeskHeader';
import classes from './DeskPage.module.css';
import { focusedLead } from './leadView';
import { IdlePanel } from './IdlePanel';
import { LeadWork } from './LeadWork';
import { MyLeads } from './MyLeads';
import { Reminders } from './Reminders';
import { RingingOffer } from './RingingOffer';
import { useDesk, type Desk } from './useDesk';
import { useHubActions } from './useHubActions';

interface ReadyProps {
  desk: Desk;
  rep: RepState;
}

function ReadyDesk({ desk, rep }: ReadyProps) {
  const { model, link, status } = desk;
  const connected = status === 'connected';
  const actions = useHubActions(link);
  const [muted, setMuted] = useLocalStorage({ key: 'leadrouter.muted', defaultValue: false });
  const signOut = useSignOut();
  const [pickedId, setPickedId] = useState<string | null>(null);
  const clockOffsetMs = model.clockOffsetMs ?? 0;
  const serverNowMs = useNow(1_000) + clockOffsetMs;
  const lead = focusedLead(model.leads, pickedId, serverNowMs);
  const setPresence = (presence: string) => void actions.run('presence', 'SetPresence', presence);

  /** A rep who leaves must not be rung at during the grace time of a lost connection. */
  const leave = async () => {
    if (connected && rep.presence !== 'offline') await actions.run('presence', 'SetPresence', 'offline');
    signOut.mutate();
  };

  return (
    <div className={classes.desk}>
      <DeskHeader
        rep={rep}
        status={status}
        presenceDisabled={!connected}
        onPresence={setPresence}
        muted={muted}
        onMute={setMuted}
        onSignOut={() => void leave()}
        signingOut={signOut.isPending}
      />
      <ConnectionBanner status={status} />
      <main className={classes.columns}>
        <section className={classes.work}>
          {lead ? (
            <LeadWork
              key={lead.leadId}
              lead={lead}
              desk={rep.desk}
              repName={rep.name}
              actions={actions}
              connected={connected}
              ringing={model.offers.length > 0}
              serverNowMs={serverNowMs}
              onCompleted={() => setPickedId(null)}
            />
          ) : (
            <IdlePanel rep={rep} disabled={!connected} onPresence={setPresence} />
          )}
        </section>
        <aside className={classes.side}>
          <Reminders
            reminders={model.reminders}
            leads={model.leads}
            desk={rep.desk}
            actions={actions}
            connected={connected}
            serverNowMs={serverNowMs}
            onPick={setPickedId}
          />
          <MyLeads
            leads={model.leads}
            focusedId={lead?.leadId}
            desk={rep.desk}
            serverNowMs={serverNowMs}
            onPick={setPickedId}
          />
        </aside>
      </main>
      <RingingOffer
        offers={model.offers}
        clockOffsetMs={clockOffsetMs}
        muted={muted}
        connected={connected}
        actions={actions}
        onAccepted={setPickedId}
      />
    </div>
  );
}

/** The rep's one screen: the next lead rings, one click calls it, one more says what happened. */
export function DeskPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const desk = useDesk();
  useEffect(() => {
    if (desk.status === 'signedOut') client.setQueryData(sessionKey, null);
  }, [desk.status, client]);
  if (desk.model.rep) return <ReadyDesk desk={desk} rep={desk.model.rep} />;
  return (
    <Center component="main" mih="80vh" data-testid="connection-state" data-state={desk.status}>
      <Loader aria-label={t('desk.connection.connecting')} />
    </Center>
  );
}
