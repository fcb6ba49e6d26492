import { Badge, Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { centreQuery } from '../../shared/api/centreQuery';
import { leadQuery } from '../../shared/api/leadQuery';
import { problemText } from '../../shared/api/problemText';
import { AttemptList } from '../../shared/ui/AttemptList';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Page, Panel } from '../../shared/ui/Page';
import { useRepNames } from '../../shared/api/repsQuery';
import { DecisionList } from './DecisionList';
import { LeadActions } from './LeadActions';
import classes from './LeadPage.module.css';
import { LeadSummary } from './LeadSummary';
import { isClosed, stateColor } from '../../shared/ui/leadStates';
import { Timeline } from '../../shared/ui/Timeline';

const refreshMs = 5_000;

/** One lead for the supervisor: what happened, why it went where it went, and the levers to change that. */
export function LeadPage() {
  const { t } = useTranslation();
  const { leadId = '' } = useParams();
  const { data: lead, error, refetch } = useQuery({ ...leadQuery(leadId), refetchInterval: refreshMs });
  const names = useRepNames();
  const timeZone = useQuery(centreQuery).data?.timeZone;
  if (error && !lead) return <ErrorPanel text={problemText(error, t)} onRetry={() => void refetch()} />;
  if (!lead) return <Loader aria-label={t('shell.loading')} />;
  return (
    <Page
      title={
        <span className={classes.title}>
          <bdi>{lead.name ?? t('lead.unnamed')}</bdi>
          <Badge
            size="lg"
            variant="light"
            tt="none"
            color={stateColor(lead.state)}
            data-testid="lead-state"
            data-state={lead.state}
          >
            {t(`lead.state.${lead.state}`)}
          </Badge>
        </span>
      }
      actions={
        <>
          <Button component={Link} to="/leads" variant="default">
            {t('leads.back')}
          </Button>
          {!isClosed(lead) && <LeadActions lead={lead} />}
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <LeadSummary lead={lead} names={names} timeZone={timeZone} />
          <Panel>
            <h2 className={classes.heading}>{t('leads.decisions')}</h2>
            <DecisionList decisions={lead.decisions} names={names} timeZone={timeZone} />
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel>
            <h2 className={classes.heading}>{t('leads.timeline')}</h2>
            <Timeline entries={lead.timeline} names={names} timeZone={timeZone} />
          </Panel>
          {lead.attempts.length > 0 && (
            <Panel>
              <h2 className={classes.heading}>{t('desk.attempts')}</h2>
              <AttemptList attempts={lead.attempts} timeZone={timeZone} />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}

export const Component = LeadPage;
