import { Navigate, Outlet, useOutletContext } from 'react-router';
import type { User } from '../shared/api/wire';
import { homeOf, isAdmin } from '../shared/api/session';

/** Screens of which everything but the look is refused to others. */
export function AdminOnly() {
  const user = useOutletContext<User>();
  return isAdmin(user) ? <Outlet context={user} /> : <Navigate to={homeOf(user)} replace />;
}
