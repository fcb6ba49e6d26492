import { Button, Modal } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from './FormErrors';
import classes from './FormModal.module.css';

interface Props {
  title: string;
  submitLabel: string;
  submitColor?: string;
  submitDisabled?: boolean;
  pending: boolean;
  error: unknown;
  /** Fields that show their own errors. */
  fields: readonly string[];
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** A dialog with a form; it is open for as long as it is rendered. */
export function FormModal(props: Props) {
  const { t } = useTranslation();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!props.pending && props.submitDisabled !== true) props.onSubmit();
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {props.children}
        <FormErrors error={props.error} fields={props.fields} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t('shell.cancel')}
          </Button>
          <Button
            type="submit"
            color={props.submitColor}
            loading={props.pending}
            disabled={props.submitDisabled}
            data-testid="form-submit"
          >
            {props.submitLabel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
