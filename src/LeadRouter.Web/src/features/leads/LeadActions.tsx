import { Button, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { centreQuery } from '../../shared/api/centreQuery';
import { post } from '../../shared/api/http';
import { leadQuery } from '../../shared/api/leadQuery';
import { fieldError } from '../../shared/api/problemText';
import { repsQuery } from '../../shared/api/repsQuery';
import type { Lead } from '../../shared/api/wire';
import { FormModal } from '../../shared/ui/FormModal';
import { showToast } from '../../shared/ui/toasts';

interface DialogProps {
  lead: Lead;
  onClose: () => void;
}

function useLeadAction(lead: Lead, path: 'reassign' | 'withdraw', onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Record<string, string>) =>
      post<unknown>(`/api/v1/leads/${encodeURIComponent(lead.leadId)}/${path}`, body),
    onSuccess: async () => {
      onDone();
      showToast('success', t('leads.done'));
      await client.invalidateQueries({ queryKey: leadQuery(lead.leadId).queryKey });
    },
  });
}

function ReassignDialog({ lead, onClose }: DialogProps) {
  const { t } = useTranslation();
  const reps = useQuery(repsQuery).data ?? [];
  const queues = useQuery(centreQuery).data?.queues ?? [];
  const [repId, setRepId] = useState<string | null>(null);
  const [queue, setQueue] = useState<string | null>(null);
  const reassign = useLeadAction(lead, 'reassign', onClose);
  const body: Record<string, string> | null = repId !== null ? { repId } : queue !== null ? { queue } : null;
  return (
    <FormModal
      title={t('leads.reassign')}
      submitLabel={t('leads.reassignDo')}
      submitDisabled={body === null}
      pending={reassign.isPending}
      error={reassign.error}
      fields={['repId', 'queue']}
      onClose={onClose}
      onSubmit={() => body && reassign.mutate(body)}
    >
      <Select
        label={t('leads.toRep')}
        searchable
        clearable
        data={reps
          .filter(({ active, repId: id }) => active && id !== lead.owner)
          .map(({ repId: value, name, presence }) => ({ value, label: `${name} · ${t(`presence.${presence}`)}` }))}
        value={repId}
        error={fieldError(reassign.error, 'repId', t)}
        onChange={(value) => {
          setRepId(value);
          setQueue(null);
        }}
        data-testid="reassign-rep"
      />
      <Select
        label={t('leads.toQueue')}
        clearable
        data={queues}
        value={queue}
        error={fieldError(reassign.error, 'queue', t)}
        onChange={(value) => {
          setQueue(value);
          setRepId(null);
        }}
        data-testid="reassign-queue"
      />
    </FormModal>
  );
}

function WithdrawDialog({ lead, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const withdraw = useLeadAction(lead, 'withdraw', onClose);
  return (
    <FormModal
      title={t('leads.withdraw')}
      submitLabel={t('leads.withdrawDo')}
      submitColor="red"
      submitDisabled={reason.trim() === ''}
      pending={withdraw.isPending}
      error={withdraw.error}
      fields={['reason']}
      onClose={onClose}
      onSubmit={() => withdraw.mutate({ reason: reason.trim() })}
    >
      <Textarea
        label={t('leads.reason')}
        value={reason}
        maxLength={500}
        data-autofocus
        error={fieldError(withdraw.error, 'reason', t)}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="withdraw-reason"
      />
    </FormModal>
  );
}

/** Move an open lead to a rep or a queue, or take it out. */
export function LeadActions({ lead }: { lead: Lead }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'reassign' | 'withdraw' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('reassign')} data-testid="lead-reassign">
        {t('leads.reassign')}
      </Button>
      <Button color="red" variant="light" onClick={() => setOpen('withdraw')} data-testid="lead-withdraw">
        {t('leads.withdraw')}
      </Button>
      {open === 'reassign' && <ReassignDialog lead={lead} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog lead={lead} onClose={close} />}
    </>
  );
}
