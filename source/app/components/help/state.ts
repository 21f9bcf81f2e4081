import type {KeyName} from '../../keys.ts';
import {letterMoves, moves} from '../../moves.ts';

/** The first binding that is shown. */
export type HelpState = {readonly top: number};

const leaving: ReadonlySet<KeyName> = new Set(['escape', 'enter', '?', 'q', 'ctrl+c']);

/** What a key does to a help of so many bindings; `undefined` when it is left. */
export function helpKey(state: HelpState, key: KeyName, bindings: number): HelpState | undefined {
	if (leaving.has(key)) return undefined;
	const by = moves.get(key) ?? letterMoves.get(key);
	return by === undefined ? state : {top: Math.max(0, Math.min(bindings - 1, state.top + by))};
}
