import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AuthCard } from './AuthCard';
import { homeOf, useSetup } from '../../shared/api/session';
import { useLinkToken } from '../../shared/ui/useLinkToken';

/** Reached by the one-time link that the server prints while it has no administrator. */
export function SetupPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const token = useLinkToken();
  const setup = useSetup();
  const submit = (user: string, password: string) =>
    setup.mutate(
      { token: token ?? '', user, password },
      { onSuccess: (session) => void navigate(homeOf(session.user), { replace: true }) },
    );
  return (
    <AuthCard
      title={t('session.setupTitle')}
      hint={t('session.setupHint')}
      submitLabel={t('session.setupSubmit')}
      passwordKind="new-password"
      pending={setup.isPending}
      error={setup.error}
      onSubmit={submit}
    />
  );
}

export const Component = SetupPage;
