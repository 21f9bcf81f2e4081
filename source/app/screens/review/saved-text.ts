import {type Encoding, encodingNames} from '../../../table/encoding.ts';

/** Returns where the edits were saved, and in which encoding where that is not the one of the opened file. */
export function savedText(path: string, convertedFrom: Encoding | undefined): string {
	if (convertedFrom === undefined) return `Saved to ${path}`;
	return `Saved to ${path} as UTF-8. The opened file is ${encodingNames[convertedFrom]} and stays as it is.`;
}
