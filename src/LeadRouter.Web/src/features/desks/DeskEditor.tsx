import { Alert, Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { ProblemError, call, errorsOf, send, type FieldErrors } from '../../shared/api/http';
import { fieldErrorText, problemText } from '../../shared/api/problemText';
import type { DeskValidation } from '../../shared/api/wire';
import { FormModal } from '../../shared/ui/FormModal';
import { showToast } from '../../shared/ui/toasts';
import classes from './DeskEditor.module.css';
import type { DeskDocument } from './deskDocument';
import { jsonFault } from './jsonText';

interface Props {
  loaded: DeskDocument;
  onReload: () => void;
}

const changedByOther = 412;

/** The server's complaints, by JSON path. */
function PathErrors({ errors }: { errors: FieldErrors }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.errors} data-testid="desk-errors">
      {Object.entries(errors).map(([path, list]) => (
        <li key={path}>
          <code dir="ltr">{path}</code> {list.map((error) => fieldErrorText(error, t)).join(' ')}
        </li>
      ))}
    </ul>
  );
}

export function DeskEditor({ loaded, onReload }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(loaded.text);
  const [etag, setEtag] = useState(loaded.etag);
  const [savedText, setSavedText] = useState(loaded.text);
  const dirty = text !== savedText;
  const fault = jsonFault(text);

  const validate = useMutation({ mutationFn: () => call<DeskValidation>('POST', '/api/v1/desk/validate', text) });
  const save = useMutation({
    mutationFn: () => send('PUT', '/api/v1/desk', text, { 'if-match': etag }),
    onSuccess: (response) => {
      setEtag(response.headers.get('etag') ?? etag);
      setSavedText(text);
      showToast('success', t('rules.saved'));
    },
  });
  const blocker = useBlocker(dirty);
  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [dirty]);

  const edit = (next: string) => {
    setText(next);
    validate.reset();
    save.reset();
  };
  const conflict = save.error instanceof ProblemError && save.error.status === changedByOther;
  return (
    <>
      <Textarea
        aria-label={t('shell.rules')}
        classNames={{ input: classes.input }}
        value={text}
        autosize
        minRows={20}
        maxRows={36}
        dir="ltr"
        spellCheck={false}
        error={
          fault && (fault.line === null ? fault.message : t('rules.fault', { line: fault.line, text: fault.message }))
        }
        onChange={(event) => edit(event.currentTarget.value)}
        data-testid="desk-editor"
      />
      <div className={classes.bar}>
        <Button
          variant="default"
          disabled={fault !== null}
          loading={validate.isPending}
          onClick={() => validate.mutate()}
          data-testid="desk-validate"
        >
          {t('rules.validate')}
        </Button>
        <Button
          disabled={fault !== null || !dirty}
          loading={save.isPending}
          onClick={() => save.mutate()}
          data-testid="desk-save"
        >
          {t('rules.save')}
        </Button>
        {dirty && <span className={classes.dirty}>{t('rules.unsaved')}</span>}
      </div>
      {validate.data?.valid === true && <Alert color="green">{t('rules.valid')}</Alert>}
      {validate.data?.valid === false && (
        <Alert color="red" title={t('rules.invalid')} role="alert">
          <PathErrors errors={errorsOf(validate.data)} />
        </Alert>
      )}
      {validate.error && (
        <Alert color="red" role="alert">
          {problemText(validate.error, t)}
        </Alert>
      )}
      {conflict && (
        <Alert color="orange" title={t('rules.conflictTitle')} role="alert" data-testid="desk-conflict">
          <p>{t('rules.conflict')}</p>
          <Button variant="default" onClick={onReload}>
            {t('rules.reload')}
          </Button>
        </Alert>
      )}
      {save.error && !conflict && (
        <Alert color="red" title={problemText(save.error, t)} role="alert">
          {save.error instanceof ProblemError && <PathErrors errors={save.error.errors} />}
        </Alert>
      )}
      {blocker.state === 'blocked' && (
        <FormModal
          title={t('rules.leaveTitle')}
          submitLabel={t('rules.leave')}
          submitColor="red"
          pending={false}
          error={null}
          fields={[]}
          onClose={() => blocker.reset()}
          onSubmit={() => blocker.proceed()}
        >
          <p>{t('rules.leaveHint')}</p>
        </FormModal>
      )}
    </>
  );
}
