import { Button, Paper, PasswordInput, TextInput, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../shared/api/problemText';
import { FormErrors } from '../../shared/ui/FormErrors';
import { LanguageSwitch } from '../../shared/ui/LanguageSwitch';
import classes from './AuthCard.module.css';

interface Props {
  title: string;
  hint?: string;
  submitLabel: string;
  /** A new password, with its length told, or the one the person has. */
  passwordKind: 'new-password' | 'current-password';
  pending: boolean;
  error: unknown;
  onSubmit: (user: string, password: string) => void;
}

/** Name and password: the form of signing in and of the first set-up. */
export function AuthCard({ title, hint, submitLabel, passwordKind, pending, error, onSubmit }: Props) {
  const { t } = useTranslation();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!pending) onSubmit(user.trim(), password);
  };
  return (
    <main className={classes.page}>
      <Paper component="form" onSubmit={submit} withBorder shadow="sm" p="xl" radius="md" className={classes.card}>
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <span>LeadRouter</span>
        </div>
        <Title order={1} size="h3">
          {title}
        </Title>
        {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        <TextInput
          label={t('session.user')}
          value={user}
          onChange={(event) => setUser(event.currentTarget.value)}
          error={fieldError(error, 'user', t)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
          size="md"
          data-testid="sign-in-user"
        />
        <PasswordInput
          label={t('session.password')}
          description={passwordKind === 'new-password' ? t('session.passwordHint') : undefined}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fieldError(error, 'password', t)}
          autoComplete={passwordKind}
          required
          withAsterisk={false}
          size="md"
          data-testid="sign-in-password"
        />
        <FormErrors error={error} fields={['user', 'password']} />
        <Button type="submit" size="md" loading={pending} data-testid="sign-in-submit">
          {submitLabel}
        </Button>
      </Paper>
      <LanguageSwitch />
    </main>
  );
}
