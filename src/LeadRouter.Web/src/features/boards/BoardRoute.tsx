import { useQueryClient } from '@tanstack/react-query';
import { sessionKey } from '../../shared/api/queryClient';
import { RequireRole } from '../../shared/ui/RequireRole';
import { useLinkToken } from '../../shared/ui/useLinkToken';
import { BoardPage } from './BoardPage';

/** The board of a signed-in supervisor; a session that ends leads to the sign-in page and back here. */
function SessionBoard() {
  const client = useQueryClient();
  return <BoardPage onSignedOut={() => client.setQueryData(sessionKey, null)} />;
}

/** `/board` for supervisors, `/board#token=` for a screen on the wall that nobody signs in to. */
export function BoardRoute() {
  const token = useLinkToken();
  if (token !== null) return <BoardPage token={token} />;
  return <RequireRole roles={['supervisor', 'admin']}>{() => <SessionBoard />}</RequireRole>;
}

export const Component = BoardRoute;
