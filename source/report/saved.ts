import type {Durability} from '../files/durability.ts';
import type {SaveResult} from '../records/save/save.ts';

/** Returns the result of a save without a full stop; `how` follows the file name, for example ` as UTF-8`. */
export function saveSummary({path, durability}: SaveResult, how = ''): string {
	switch (durability.kind) {
		case 'durable':
			return `Saved to ${path}${how}`;
		case 'perhaps-not-durable':
			return `Saved to ${path}${how}, but it may not survive a power failure (${durability.reason})`;
	}
}

/** Returns the warnings about a saved profile or token. */
export function durabilityNotes(what: string, durability: Durability): readonly string[] {
	switch (durability.kind) {
		case 'durable':
			return [];
		case 'perhaps-not-durable':
			return [`${what} was saved, but it may not survive a power failure (${durability.reason}).`];
	}
}

/** Returns the warnings about a save, one sentence each. */
export function saveNotes({notKept, leftover, sourceChange}: SaveResult): readonly string[] {
	const lost = notKept.filter(what => what !== 'hard-links');
	return [
		...sourceNotes[sourceChange],
		...(lost.length === 0 ? [] : [`These attributes of the old file were lost: ${lost.join(', ')}.`]),
		...(notKept.includes('hard-links')
			? ['The file has hard links. They keep the old content; only this name was replaced.']
			: []),
		...(leftover === undefined ? [] : [`The temporary file ${leftover} could not be removed. Remove it.`]),
	];
}

const sourceNotes: {readonly [Change in SaveResult['sourceChange']]: readonly string[]} = {
	none: [],
	grown: ['Another program added rows to the source file. They are not in this copy.'],
	replaced: ['Another program replaced the source file. Its new content is not in this copy.'],
};
