import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { problemText } from '../api/problemText';
import type { Role, User } from '../api/wire';
import { ErrorPanel } from './ErrorPanel';
import { homeOf, useCurrentUser } from '../api/session';

interface Props {
  /** Anyone of these roles may see it. */
  roles: Role[];
  children: (user: User) => ReactNode;
}

/** Shows its content to signed-in people of a role; others are led to sign in, and back, or to their own screen. */
export function RequireRole({ roles, children }: Props) {
  const { t } = useTranslation();
  const location = useLocation();
  const { data: user, error, isPending, refetch } = useCurrentUser();
  if (user && !user.roles.some((role) => roles.includes(role))) return <Navigate to={homeOf(user)} replace />;
  if (user) return children(user);
  if (user === null) {
    const next = location.pathname + location.search;
    return <Navigate to={`/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (isPending)
    return (
      <Center mih="60vh">
        <Loader aria-label={t('shell.loading')} />
      </Center>
    );
  return <ErrorPanel text={problemText(error, t)} onRetry={() => void refetch()} />;
}
