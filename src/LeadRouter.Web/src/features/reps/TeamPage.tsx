import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { problemText } from '../../shared/api/problemText';
import { repsQuery } from '../../shared/api/repsQuery';
import type { Rep, User } from '../../shared/api/wire';
import { isAdmin } from '../../shared/api/session';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Page, Panel } from '../../shared/ui/Page';
import { RepForm } from './RepForm';
import { RepTable } from './RepTable';
import { UserForm } from './UserForm';

type Dialog = { kind: 'rep'; rep: Rep | null } | { kind: 'user' };

/** Who is there: supervisors pause and resume reps, administrators also add and change them. */
export function TeamPage() {
  const { t } = useTranslation();
  const admin = isAdmin(useOutletContext<User>());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { data: reps, error, refetch } = useQuery(repsQuery);
  const close = () => setDialog(null);
  if (error && !reps) return <ErrorPanel text={problemText(error, t)} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('shell.team')}
      actions={
        admin && (
          <>
            <Button onClick={() => setDialog({ kind: 'rep', rep: null })} data-testid="rep-add">
              {t('team.addRep')}
            </Button>
            <Button variant="default" onClick={() => setDialog({ kind: 'user' })} data-testid="user-add">
              {t('team.addUser')}
            </Button>
          </>
        )
      }
    >
      <Panel>
        {reps ? (
          <RepTable reps={reps} onEdit={admin ? (rep) => setDialog({ kind: 'rep', rep }) : undefined} />
        ) : (
          <Loader aria-label={t('shell.loading')} />
        )}
        {reps?.length === 0 && <p>{t('team.none')}</p>}
      </Panel>
      {dialog?.kind === 'rep' && <RepForm rep={dialog.rep} onClose={close} />}
      {dialog?.kind === 'user' && <UserForm onClose={close} />}
    </Page>
  );
}

export const Component = TeamPage;
