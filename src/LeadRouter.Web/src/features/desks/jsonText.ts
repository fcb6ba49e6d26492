export interface JsonFault {
  message: string;
  /** 1 for the first; null when the browser did not say where. */
  line: number | null;
}

/** Why a text is not JSON, with the line, or null when it is. */
export function jsonFault(text: string): JsonFault | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = /line (\d+)/.exec(message)?.[1];
    if (line !== undefined) return { message, line: Number(line) };
    return { message, line: position === undefined ? null : text.slice(0, Number(position)).split('\n').length };
  }
}
