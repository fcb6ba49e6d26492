/** A line that posts a first lead with the key, ready for a terminal: a test, which rings and is counted nowhere. */
export function curlLine(origin: string, key: string): string {
  const body = JSON.stringify({ name: 'Test Lead', phone: '+972501234567', attributes: { test: 'route' } });
  return `curl -X POST ${origin}/api/v1/leads -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '${body}'`;
}
