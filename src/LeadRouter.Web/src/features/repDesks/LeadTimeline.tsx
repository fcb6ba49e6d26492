import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadQuery } from '../../shared/api/leadQuery';
import { problemText } from '../../shared/api/problemText';
import { Timeline } from '../../shared/ui/Timeline';
import classes from './LeadWork.module.css';

interface Props {
  leadId: string;
  timeZone: string;
}

/** While it is open, the story is asked for again this often: calls go on meanwhile. */
const refreshMs = 10_000;

/** The whole story of the lead, fetched only when the rep asks for it. */
export function LeadTimeline({ leadId, timeZone }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data, error, isFetching } = useQuery({ ...leadQuery(leadId), enabled: open, refetchInterval: refreshMs });
  return (
    <section className={classes.panel}>
      <Button
        variant="subtle"
        size="compact-md"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="timeline-toggle"
      >
        {open ? t('desk.timelineHide') : t('desk.timelineShow')}
      </Button>
      {open && isFetching && !data && <Loader size="sm" aria-label={t('shell.loading')} />}
      {open && error && <p role="alert">{problemText(error, t)}</p>}
      {open && data && <Timeline entries={data.timeline} timeZone={timeZone} />}
    </section>
  );
}
