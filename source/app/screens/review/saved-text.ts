import type {SaveResult} from '../../../records/save/save.ts';
import {type Encoding, encodingNames} from '../../../records/source/encoding.ts';
import {saveNotes, saveSummary} from '../../../report/saved.ts';

/** Returns where the edits were saved and what the user must know of it, such as another encoding than the opened file has. */
export function savedText(saved: SaveResult, convertedFrom: Encoding | undefined): string {
	const conversion =
		convertedFrom === undefined ? [] : [`The opened file is ${encodingNames[convertedFrom]} and stays as it is.`];
	const notes = [...conversion, ...saveNotes(saved)];
	const summary = saveSummary(saved, convertedFrom === undefined ? '' : ' as UTF-8');
	return notes.length === 0 ? summary : `${summary}. ${notes.join(' ')}`;
}

/** True if nothing about the save needs the user's attention. */
export function isSavedWell(saved: SaveResult): boolean {
	return saved.durability.kind === 'durable' && saveNotes(saved).length === 0;
}
