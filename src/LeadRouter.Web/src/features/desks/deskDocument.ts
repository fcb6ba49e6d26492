import { send } from '../../shared/api/http';

export interface DeskDocument {
  text: string;
  /** Sent back as If-Match, so that nobody overwrites what somebody else has just saved. */
  etag: string;
}

export async function loadDesk(): Promise<DeskDocument> {
  const response = await send('GET', '/api/v1/desk');
  const text = JSON.stringify(await response.json(), null, 2);
  return { text, etag: response.headers.get('etag') ?? '' };
}
