import {folded} from '../../../text/folded.ts';
import {type EnabledBinding, keyText} from '../../keys.ts';

/** The bindings of a mode, and its title. */
export type HelpSection = {readonly title: string; readonly bindings: readonly EnabledBinding[]};

/** Returns the bindings that match a key ("ctrl+s", "^s", "Tab") or all words ("undo") of a query, with the titles of their modes. */
export function searchHelp(sections: readonly HelpSection[], query: string): readonly HelpSection[] {
	// The letter of "^s" is not a word.
	const words = /[\^+]/.test(query) ? [] : wordsOf(query);
	const key = keyToken(query.trim());
	if (key === '' && words.length === 0) return sections;
	return sections.flatMap(({title, bindings}) => {
		const found = bindings.filter(binding => hasKey(binding, key) || hasWords(binding, title, words));
		return found.length === 0 ? [] : [{title, bindings: found}];
	});
}

/** True if a binding has the key of a query; a name of several characters also matches by its start. */
function hasKey({keys, shown}: EnabledBinding, query: string): boolean {
	if (query === '') return false;
	const tokens = [...keys, ...keys.map(keyText), ...(shown ?? '').split(' ')].map(keyToken);
	return tokens.some(token => (query.length === 1 ? token === query : token.startsWith(query)));
}

/** Returns one name for all spellings of a key: `ctrls` for "Ctrl+S", "ctrl s", "^s" and "C-s". */
function keyToken(text: string): string {
	const name = folded(text)
		.replace(/^(?:\^|c-|control\b)(?=.)/, 'ctrl')
		.replace(/^page ?(up|down)$/, (_all, way: string) => (way === 'up' ? 'pgup' : 'pgdn'))
		.replace(/^escape$/, 'esc');
	return name.length === 1 ? name : name.replaceAll(/[\s+-]/g, '');
}

/** True if each word of the query is the start of a word of the binding or of the title of its mode. */
function hasWords({help, label, words}: EnabledBinding, title: string, query: readonly string[]): boolean {
	if (query.length === 0) return false;
	const own = wordsOf(`${help} ${label ?? ''} ${words ?? ''} ${title}`);
	return query.every(wanted => own.some(word => word.startsWith(wanted)));
}

function wordsOf(text: string): readonly string[] {
	return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
