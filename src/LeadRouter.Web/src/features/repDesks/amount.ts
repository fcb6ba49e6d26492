/** Reads an amount as people type it (`1200`, `1,200.50`); null when it is not one. */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/[\s₪$€£]/g, '');
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?$/.test(bare)) return null;
  return Number(bare.replaceAll(',', ''));
}
