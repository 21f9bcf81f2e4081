import type {SaveResult} from '../../../records/save/save.ts';
import {type Encoding, encodingNames} from '../../../records/source/encoding.ts';
import {saveNotes, saveSummary} from '../../../report/saved.ts';
import {saveTexts as texts} from './texts.ts';

/** Returns where the edits were saved, and notes such as another encoding than that of the opened file. */
export function savedText(saved: SaveResult, convertedFrom: Encoding | undefined): string {
	const conversion = convertedFrom === undefined ? [] : [texts.originalEncoding(encodingNames[convertedFrom])];
	const notes = [...conversion, ...saveNotes(saved)];
	const summary = saveSummary(saved, convertedFrom === undefined ? '' : texts.asUtf8);
	return notes.length === 0 ? summary : `${summary}. ${notes.join(' ')}`;
}

/** True if the save needs no attention. */
export function isSavedWell(saved: SaveResult): boolean {
	return saved.durability.kind === 'durable' && saveNotes(saved).length === 0;
}
