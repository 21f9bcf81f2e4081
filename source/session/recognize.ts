import type {FileKind, WholeFileTest} from '../kinds/file-kind.ts';
import {fileKinds} from '../kinds/index.ts';
import {detectUnreadable, type UnsupportedFormat} from '../kinds/unsupported-format.ts';
import type {RecordFormat} from '../records/record-format.ts';
import {FormatError} from './format-error.ts';
import type {ReadOptions} from './read-options.ts';

/** The kind and the format of a file. */
export type Recognized = {
	readonly kind: FileKind;
	readonly format: RecordFormat;
	/** The test that the rest of the file must pass. */
	readonly wholeFile: WholeFileTest | undefined;
};

/** Detects the kind and the format of a file by its first bytes (UTF-8). @throws FormatError if no kind matches */
export function recognize(
	path: string,
	head: Buffer,
	{kinds = fileKinds, delimiter, headerRow}: Pick<ReadOptions, 'kinds' | 'delimiter' | 'headerRow'>,
): Recognized {
	const unreadable = detectUnreadable(head);
	if (unreadable !== undefined) throw new FormatError(path, unreadable);
	let wrong: UnsupportedFormat | undefined;
	for (const kind of kinds) {
		const detection = kind.detect(head, {delimiter, headerRow, path});
		switch (detection.kind) {
			case 'yes':
				return {kind, format: detection.format, wholeFile: detection.wholeFile};
			case 'wrong':
				// The first kind that knows the format explains it best.
				wrong ??= detection.wrong;
				break;
			case 'no':
				break;
			default:
				detection satisfies never;
		}
	}

	throw new FormatError(path, wrong ?? unknown);
}

const unknown: UnsupportedFormat = {
	code: 'format-error',
	message: 'The file has no format that Secoda accepts.',
	next: 'Export the description of the warehouse as CSV.',
};
