import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldError, otherErrors, problemText } from '../api/problemText';

interface Props {
  error: unknown;
  /** Fields of the form that show their own errors. */
  fields: readonly string[];
}

/** What the server refused and no field shows: the sentence itself, and texts for fields that the form does not have. */
export function FormErrors({ error, fields }: Props) {
  const { t } = useTranslation();
  if (error == null) return null;
  const others = otherErrors(error, fields, t);
  const shownAtFields = fields.some((field) => fieldError(error, field, t) !== undefined);
  if (shownAtFields && others.length === 0) return null;
  return (
    <Alert color="red" role="alert" data-testid="form-error">
      {[problemText(error, t), ...others].join(' ')}
    </Alert>
  );
}
