import { Badge, Button, Select, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../shared/api/problemText';
import type { Presence, Rep } from '../../shared/api/wire';
import { formatDuration } from '../../shared/format/formats';
import { useNow } from '../../shared/format/useNow';
import { showToast } from '../../shared/ui/toasts';
import classes from './RepTable.module.css';
import { useSetPresence } from './repChanges';

interface Props {
  reps: readonly Rep[];
  /** Absent for people who may only look. */
  onEdit: ((rep: Rep) => void) | undefined;
}

const presences: readonly Presence[] = ['available', 'break', 'offline'];
const colors: Record<Presence, string> = { available: 'green', break: 'orange', offline: 'gray' };

export function RepTable({ reps, onEdit }: Props) {
  const { t } = useTranslation();
  const nowMs = useNow(1_000);
  const setPresence = useSetPresence();
  const override = (rep: Rep, state: string | null) => {
    if (state === null || state === rep.presence) return;
    setPresence.mutate(
      { repId: rep.repId, state: state as Presence },
      { onError: (error) => showToast('error', problemText(error, t)) },
    );
  };
  const reason = ({ presence, presenceReason }: Rep) =>
    presenceReason != null && presence !== 'available'
      ? t(`presence.reason.${presenceReason}`, { defaultValue: presenceReason })
      : null;
  return (
    <Table verticalSpacing="sm" data-testid="reps-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('team.name')}</Table.Th>
          <Table.Th>{t('team.presence')}</Table.Th>
          <Table.Th>{t('team.setPresence')}</Table.Th>
          <Table.Th>{t('team.activeLeads')}</Table.Th>
          <Table.Th>{t('team.queues')}</Table.Th>
          <Table.Th>{t('team.languages')}</Table.Th>
          <Table.Th>{t('team.skills')}</Table.Th>
          {onEdit && <Table.Th />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reps.map((rep) => (
          <Table.Tr key={rep.repId} data-testid={`rep-${rep.repId}`} className={rep.active ? '' : classes.inactive}>
            <Table.Td>
              <b>
                <bdi>{rep.name}</bdi>
              </b>
              <div className={classes.dim}>{rep.user}</div>
            </Table.Td>
            <Table.Td>
              <Badge variant="light" tt="none" color={colors[rep.presence]}>
                {t(`presence.${rep.presence}`)}
              </Badge>{' '}
              <span className={classes.since}>{formatDuration((nowMs - Date.parse(rep.presenceSince)) / 1000)}</span>
              <div className={classes.dim}>
                {!rep.active ? t('team.inactive') : !rep.connected ? t('team.notConnected') : reason(rep)}
              </div>
            </Table.Td>
            <Table.Td>
              <Select
                className={classes.select}
                size="xs"
                allowDeselect={false}
                disabled={!rep.active || setPresence.isPending}
                aria-label={t('team.setPresenceOf', { name: rep.name })}
                data={presences.map((value) => ({ value, label: t(`presence.${value}`) }))}
                value={rep.presence}
                onChange={(state) => override(rep, state)}
              />
            </Table.Td>
            <Table.Td>
              {rep.activeLeads}/{rep.capacity}
            </Table.Td>
            <Table.Td>{rep.queues.join(', ')}</Table.Td>
            <Table.Td>{rep.languages.length > 0 ? rep.languages.join(', ') : t('team.anyLanguage')}</Table.Td>
            <Table.Td>
              {Object.entries(rep.skills)
                .map(([skill, level]) => `${skill} ${level}`)
                .join(', ')}
            </Table.Td>
            {onEdit && (
              <Table.Td>
                <Button size="compact-sm" variant="light" onClick={() => onEdit(rep)}>
                  {t('team.edit')}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
