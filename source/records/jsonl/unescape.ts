/** Resolves the escapes in the text of a JSON string, without its quotes. A text that was cut may end in the middle of one. */
export function unescapeJson(text: string): string {
	try {
		return JSON.parse(`"${text}"`) as string;
	} catch {
		return JSON.parse(`"${withoutCutEscape(text)}"`) as string;
	}
}

/** Removes the start of an escape at the end of a text. */
function withoutCutEscape(text: string): string {
	const start = /\\(?:u[0-9a-fA-F]{0,3})?$/.exec(text);
	return start === null ? text : text.slice(0, start.index);
}
