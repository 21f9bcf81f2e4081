import {withoutHashCommands} from './log-lines.ts';
import {encodeUnprintable} from './visible.ts';

/**
Returns a value as JSON with escapes for unprintable characters and for commands of CI services. A JSON parser returns
exactly the value.
*/
export function jsonText(value: unknown): string {
	return withoutHashCommands(encodeUnprintable(JSON.stringify(value), escapes), escapes('#'));
}

function escapes(character: string): string {
	return Array.from({length: character.length}, (_, at) => {
		const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
		return `\\u${unit}`;
	}).join('');
}
