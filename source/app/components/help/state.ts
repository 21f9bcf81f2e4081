import type {KeyName} from '../../keys.ts';

/** The first binding that is shown. */
export type HelpState = {readonly top: number};

const steps: ReadonlyMap<KeyName, number> = new Map([
	['up', -1],
	['k', -1],
	['down', 1],
	['j', 1],
	['pageup', -10],
	['pagedown', 10],
	['home', Number.NEGATIVE_INFINITY],
	['end', Number.POSITIVE_INFINITY],
]);

const leaving: ReadonlySet<KeyName> = new Set(['escape', 'enter', '?', 'q', 'ctrl+c']);

/** What a key does to a help of so many bindings; `undefined` when it is left. */
export function helpKey(state: HelpState, key: KeyName, bindings: number): HelpState | undefined {
	if (leaving.has(key)) return undefined;
	const by = steps.get(key);
	return by === undefined ? state : {top: Math.max(0, Math.min(bindings - 1, state.top + by))};
}
