import {commandText} from './next-command.ts';

/** The options that a follow-up command must repeat to use the same history and token. */
export type RepeatedOptions = {readonly state?: string | undefined; readonly tokenFile?: string | undefined};

/** Returns a function that builds the command to watch the sync of an upload again. */
export function watchCommandFor({state, tokenFile}: RepeatedOptions): (entry: number) => string {
	const options = [
		...(state === undefined ? [] : ['--state', state]),
		...(tokenFile === undefined ? [] : ['--token-file', tokenFile]),
	];
	return entry => commandText(['history', String(entry), '--watch', ...options]);
}
