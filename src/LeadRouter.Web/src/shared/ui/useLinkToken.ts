import { useLocation } from 'react-router';

/**
 * The token of a link: in the fragment, which a browser sends to no server and no log keeps. Links of before have it in the
 * query, and hang on walls.
 */
export function useLinkToken(): string | null {
  const { hash, search } = useLocation();
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token');
  return token === '' ? null : token;
}
