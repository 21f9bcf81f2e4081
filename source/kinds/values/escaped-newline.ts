/** True if a text has line ends written as a backslash and n. A text with a Windows path has none. */
export function hasEscapedNewline(text: string): boolean {
	return /(?<!\\)\\n/.test(text) && !text.includes(':\\');
}

/** Returns the text with real line ends. */
export function withNewlines(text: string): string {
	return text.replaceAll(/(?<!\\)(?:\\r)?\\n/g, '\n');
}
