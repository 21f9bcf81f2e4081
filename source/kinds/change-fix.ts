import type {Fix} from './problem.ts';

/** A fix is safe if it cannot change what a person meant. */
type FixSafety = 'safe' | 'unsafe';

/** Returns a fix that changes the value itself. */
export function changeFix(field: string, value: string, safety: FixSafety, title = `change to ${value}`): Fix {
	return {title, safe: safety === 'safe', kind: 'cells', changes: [{field, value}]};
}
