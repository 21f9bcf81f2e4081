/** The options of this run that another command needs to see the same history and to use the same token. */
export type RepeatedOptions = {readonly state?: string | undefined; readonly tokenFile?: string | undefined};

/** Returns what makes the command that watches the sync of an upload again, ready to be typed. */
export function watchCommandFor({state, tokenFile}: RepeatedOptions): (entry: number) => string {
	const options = [
		...(state === undefined ? [] : ['--state', state]),
		...(tokenFile === undefined ? [] : ['--token-file', tokenFile]),
	];
	return entry => ['secoda-upload', 'history', String(entry), '--watch', ...options].map(quoted).join(' ');
}

/** A word as a POSIX shell reads it. */
function quoted(word: string): string {
	return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
