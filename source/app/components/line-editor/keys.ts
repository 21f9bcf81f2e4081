import type {KeyName} from '../../keys.ts';
import type {LineAction} from './state.ts';

/** The keys of every field: those of the terminal's own line editing, and those of a form. */
const bindings: ReadonlyMap<KeyName, LineAction> = new Map<KeyName, LineAction>([
	['left', {type: 'move', to: 'left'}],
	['ctrl+b', {type: 'move', to: 'left'}],
	['right', {type: 'move', to: 'right'}],
	['ctrl+f', {type: 'move', to: 'right'}],
	['home', {type: 'move', to: 'start'}],
	['ctrl+a', {type: 'move', to: 'start'}],
	['end', {type: 'move', to: 'end'}],
	['ctrl+e', {type: 'move', to: 'end'}],
	['ctrl+left', {type: 'move', to: 'word-left'}],
	['alt+left', {type: 'move', to: 'word-left'}],
	['alt+b', {type: 'move', to: 'word-left'}],
	['ctrl+right', {type: 'move', to: 'word-right'}],
	['alt+right', {type: 'move', to: 'word-right'}],
	['alt+f', {type: 'move', to: 'word-right'}],
	['backspace', {type: 'delete', what: 'back'}],
	['ctrl+h', {type: 'delete', what: 'back'}],
	['delete', {type: 'delete', what: 'forward'}],
	['ctrl+d', {type: 'delete', what: 'forward'}],
	['ctrl+w', {type: 'delete', what: 'word-back'}],
	['alt+backspace', {type: 'delete', what: 'word-back'}],
	['ctrl+u', {type: 'delete', what: 'to-start'}],
	['ctrl+k', {type: 'delete', what: 'to-end'}],
]);

/** What a key does to the line; a plain character is typed. `undefined` for keys that a field does not know. */
export function lineAction(key: KeyName): LineAction | undefined {
	const bound = bindings.get(key);
	if (bound !== undefined) return bound;
	// Every named key is longer than one character; a typed character is one.
	return [...key].length === 1 && key >= ' ' ? {type: 'insert', text: key} : undefined;
}
