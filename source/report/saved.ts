import type {Durability} from '../files/durability.ts';
import type {SaveResult} from '../records/save/save.ts';

/** Returns what a save did, without the full stop; `how` is added to the name of the file, such as ` as UTF-8`. */
export function saveSummary({path, durability}: SaveResult, how = ''): string {
	switch (durability.kind) {
		case 'durable':
			return `Saved to ${path}${how}`;
		case 'perhaps-not-durable':
			return `Saved to ${path}${how}, but it may not survive a power failure (${durability.reason})`;
	}
}

/** Returns the sentences that are true of a profile or a token that was written, beside that it is there. */
export function durabilityNotes(what: string, durability: Durability): readonly string[] {
	switch (durability.kind) {
		case 'durable':
			return [];
		case 'perhaps-not-durable':
			return [`${what} was saved, but it may not survive a power failure (${durability.reason}).`];
	}
}

/** Returns what else the user must know about a save, a sentence each. */
export function saveNotes({notKept, leftover, sourceChange}: SaveResult): readonly string[] {
	const lost = notKept.filter(what => what !== 'hard-links');
	return [
		...sourceNotes[sourceChange],
		...(lost.length === 0 ? [] : [`Could not be kept: ${lost.join(', ')}.`]),
		...(notKept.includes('hard-links')
			? ['The file has other names (hard links): they keep the old content, only this one was replaced.']
			: []),
		...(leftover === undefined ? [] : [`The temporary file ${leftover} could not be removed: remove it.`]),
	];
}

const sourceNotes: {readonly [Change in SaveResult['sourceChange']]: readonly string[]} = {
	none: [],
	grown: ['Another program has added rows to the source file: they are not in this copy.'],
	replaced: ['Another program has replaced the source file: its new content is not in this copy.'],
};
