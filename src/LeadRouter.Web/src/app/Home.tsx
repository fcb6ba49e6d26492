import { Navigate } from 'react-router';
import { homeOf } from '../shared/api/session';
import { RequireRole } from '../shared/ui/RequireRole';

/** `/` and addresses that do not exist lead everyone to their own screen. */
export function Home() {
  return (
    <RequireRole roles={['rep', 'supervisor', 'admin']}>{(user) => <Navigate to={homeOf(user)} replace />}</RequireRole>
  );
}
