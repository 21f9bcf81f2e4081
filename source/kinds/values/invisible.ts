/** Control, no-break, soft-hyphen, zero-width and bidi characters, and the byte order mark. */
const invisible = /[\u0000-\u001F\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;

/** True if a text contains an invisible character. */
export function hasInvisible(text: string): boolean {
	return invisible.test(text);
}

/** Removes invisible characters. */
export function withoutInvisible(text: string): string {
	return text.replaceAll(new RegExp(invisible, 'g'), '');
}
