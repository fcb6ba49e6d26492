import { useState } from 'react';

const draftKey = (leadId: string) => `leadrouter.note.${leadId}`;

export const forgetDraft = (leadId: string) => sessionStorage.removeItem(draftKey(leadId));

/** The note being written; a reload or a look at another lead in the middle of a call must not lose it. */
export function useNoteDraft(leadId: string): [string, (note: string) => void] {
  const [note, setNote] = useState(() => sessionStorage.getItem(draftKey(leadId)) ?? '');
  const write = (text: string) => {
    setNote(text);
    sessionStorage.setItem(draftKey(leadId), text);
  };
  return [note, write];
}
