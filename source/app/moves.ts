import type {KeyName} from './keys.ts';

/** How far a key moves in anything that is listed. */
export const moves: ReadonlyMap<KeyName, number> = new Map([
	['up', -1],
	['ctrl+p', -1],
	['down', 1],
	['ctrl+n', 1],
	['pageup', -10],
	['pagedown', 10],
	['home', Number.NEGATIVE_INFINITY],
	['end', Number.POSITIVE_INFINITY],
]);

/** The same of letters, where nothing is typed. */
export const letterMoves: ReadonlyMap<KeyName, number> = new Map([
	['j', 1],
	['k', -1],
]);
