import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { AuthCard } from './AuthCard';
import { homeOf, useCurrentUser, useSignIn } from '../../shared/api/session';

/** Only a path of our own: a link must not be able to send people elsewhere after they signed in. */
const ownPath = (next: string | null) =>
  next !== null && /^\/(?![/\\])/.test(next) && next !== '/' && !next.startsWith('/sign-in') ? next : null;

export function SignInPage() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const { data: user } = useCurrentUser();
  const signIn = useSignIn();
  if (user) return <Navigate to={ownPath(query.get('next')) ?? homeOf(user)} replace />;
  return (
    <AuthCard
      title={t('session.signInTitle')}
      submitLabel={t('session.signIn')}
      passwordKind="current-password"
      pending={signIn.isPending}
      error={signIn.error}
      onSubmit={(name, password) => signIn.mutate({ user: name, password })}
    />
  );
}

export const Component = SignInPage;
