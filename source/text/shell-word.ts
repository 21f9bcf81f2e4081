import {unprintable} from './visible.ts';

/**
Quotes a text as one word of a POSIX shell, so that a printed command can be typed unchanged. Unprintable characters become
escapes ($'…', supported by bash, zsh and ksh).
*/
export function shellWord(text: string): string {
	if (/^[\w@%+=:,./-]+$/.test(text)) return text;
	// "##" can be a command of a CI service.
	const hasHashes = text.includes('##');
	if (!hasHashes && !unprintable.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
	const units = Array.from(text, character => {
		if (unprintable.test(character) || (hasHashes && character === '#')) return bytesOf(character);
		return character === "'" || character === '\\' ? `\\${character}` : character;
	});
	return `$'${units.join('')}'`;
}

/** Quotes a path as one word that cannot be read as an option, a profile or a command. */
export function shellPath(path: string): string {
	return shellWord(path.startsWith('-') || /^[\w-]*$/.test(path) ? `./${path}` : path);
}

function bytesOf(character: string): string {
	return Array.from(new TextEncoder().encode(character), byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
