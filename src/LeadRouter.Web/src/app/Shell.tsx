import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import type { User } from '../shared/api/wire';
import { RequireRole } from '../shared/ui/RequireRole';
import { isAdmin, useSignOut } from '../shared/api/session';
import { LanguageSwitch } from '../shared/ui/LanguageSwitch';
import classes from './Shell.module.css';

function Navigation({ user }: { user: User }) {
  const { t } = useTranslation();
  const links = [
    { to: '/board', label: t('shell.board') },
    { to: '/leads', label: t('shell.leads') },
    { to: '/team', label: t('shell.team') },
    ...(isAdmin(user)
      ? [
          { to: '/sources', label: t('shell.sources') },
          { to: '/rules', label: t('shell.rules') },
        ]
      : []),
    ...(user.roles.includes('rep') ? [{ to: '/desk', label: t('shell.desk') }] : []),
  ];
  return (
    <nav className={classes.nav} aria-label={t('shell.navigation')}>
      {links.map(({ to, label }) => (
        <NavLink key={to} to={to} className={({ isActive }) => (isActive ? classes.active : classes.link) ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

/** The frame of the supervisor's and the administrator's screens. */
export function Shell() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <RequireRole roles={['supervisor', 'admin']}>
      {(user) => (
        <div className={classes.shell}>
          <header className={classes.header}>
            <div className={classes.brand}>
              <img src="/favicon.svg" alt="" width={24} height={24} />
              LeadRouter
            </div>
            <Navigation user={user} />
            <div className={classes.person}>
              <span className={classes.name}>
                <bdi>{user.name}</bdi>
              </span>
              <LanguageSwitch />
              <Button variant="subtle" size="compact-sm" loading={signOut.isPending} onClick={() => signOut.mutate()}>
                {t('session.signOut')}
              </Button>
            </div>
          </header>
          <main className={classes.main}>
            <Outlet context={user} />
          </main>
        </div>
      )}
    </RequireRole>
  );
}

export const Component = Shell;
