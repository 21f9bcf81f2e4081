/** Returns the sequence (OSC 52) that asks a terminal to put a text on its clipboard. */
export function clipboardSequence(text: string): string {
	return `\u001B]52;c;${Buffer.from(text).toString('base64')}\u0007`;
}

/** True if a terminal may know the sequence. The console of Linux would print it. */
export function mayHaveClipboard({TERM}: NodeJS.ProcessEnv): boolean {
	return TERM !== 'linux' && TERM !== 'dumb';
}
