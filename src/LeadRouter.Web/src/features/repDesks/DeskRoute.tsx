import { RequireRole } from '../../shared/ui/RequireRole';
import { DeskPage } from './DeskPage';

export function DeskRoute() {
  return <RequireRole roles={['rep']}>{() => <DeskPage />}</RequireRole>;
}

export const Component = DeskRoute;
