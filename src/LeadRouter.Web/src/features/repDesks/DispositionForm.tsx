import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompleteRequest, Disposition, RepDesk } from '../../shared/api/wire';
import { wallToInstantMs } from '../../shared/format/zonedTime';
import { parseAmount } from './amount';
import { CallbackField } from './CallbackField';
import classes from './DispositionPanel.module.css';
import { inLanguage } from './leadView';
import { useNoteDraft } from './useNoteDraft';

interface Props {
  leadId: string;
  /** What the rep picked; before that only the note can be written. */
  disposition: Disposition | undefined;
  desk: RepDesk;
  disabled: boolean;
  serverNowMs: number;
  onComplete: (request: CompleteRequest) => void;
}

const maxNoteLength = 4_000;
const maxCallbackDays = 90;

export function DispositionForm({ leadId, disposition, desk, disabled, serverNowMs, onComplete }: Props) {
  const { t, i18n } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [note, setNote] = useNoteDraft(leadId);
  const [amount, setAmount] = useState('');
  const [callbackAt, setCallbackAt] = useState('');
  const [error, setError] = useState<string | null>(null);
  const outcome = disposition?.outcome;

  useEffect(() => {
    if (outcome !== undefined) form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [outcome]);

  /** The request, or the text of what is still missing. */
  const build = (id: string): CompleteRequest | string => {
    const request: CompleteRequest = { disposition: id };
    if (note.trim() !== '') request.note = note.trim();
    if (outcome === 'won') {
      const value = parseAmount(amount);
      if (value === null) return t('desk.disposition.amountMissing');
      request.amount = { amount: value, currency: desk.currency };
    }
    if (outcome === 'callback') {
      if (callbackAt === '') return t('desk.disposition.callbackMissing');
      const atMs = wallToInstantMs(callbackAt, desk.timeZone);
      if (atMs <= serverNowMs) return t('desk.disposition.callbackPast');
      if (atMs > serverNowMs + maxCallbackDays * 86_400_000) return t('desk.disposition.callbackFar');
      request.callbackAt = new Date(atMs).toISOString();
    }
    return request;
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!disposition || disabled) return;
    const built = build(disposition.id);
    setError(typeof built === 'string' ? built : null);
    if (typeof built !== 'string') onComplete(built);
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      {outcome === 'won' && (
        <TextInput
          className={classes.amount}
          label={t('desk.disposition.amount')}
          rightSection={desk.currency}
          rightSectionWidth={56}
          inputMode="decimal"
          dir="ltr"
          size="md"
          value={amount}
          error={error}
          onChange={(event) => setAmount(event.currentTarget.value)}
          data-first
          data-testid="disposition-amount"
        />
      )}
      {outcome === 'callback' && (
        <CallbackField
          value={callbackAt}
          error={error}
          timeZone={desk.timeZone}
          serverNowMs={serverNowMs}
          onChange={setCallbackAt}
        />
      )}
      <Textarea
        label={t('desk.disposition.note')}
        value={note}
        maxLength={maxNoteLength}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
        data-testid="disposition-note"
      />
      {disposition && (
        <Button
          type="submit"
          size="lg"
          className={classes.confirm}
          disabled={disabled}
          {...(outcome !== 'won' && outcome !== 'callback' ? { 'data-first': true } : {})}
          data-testid="disposition-confirm"
        >
          {t('desk.disposition.confirm', { label: inLanguage(disposition.labels, i18n.language) ?? disposition.id })}
        </Button>
      )}
    </form>
  );
}
