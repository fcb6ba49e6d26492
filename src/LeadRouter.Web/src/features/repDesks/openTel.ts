/**
 * Opens a `tel:` link in the phone of the machine. It clicks a link and does not set the location, because a click can
 * be caught: by a softphone's extension, and by a browser test, which the browser's own question would hold up for ever.
 */
export function openTel(telLink: string): void {
  if (!telLink.startsWith('tel:')) return;
  const link = document.createElement('a');
  link.href = telLink;
  document.body.append(link);
  link.click();
  link.remove();
}
