import type {Codes} from './codes.ts';
import type {FileKind} from './file-kind.ts';
import {warehouse} from './warehouse/warehouse.ts';

/** Every kind of file that can be uploaded; the first that recognizes a file has it. */
export const fileKinds: readonly FileKind[] = [warehouse];

/** The kind that a file is taken for which no kind can read. */
export const defaultKind: FileKind = warehouse;

/** Returns the kind with a name; `undefined` where this version knows none. */
export function kindNamed(name: string): FileKind | undefined {
	return fileKinds.find(kind => kind.name === name);
}

/** The codes of all kinds, for options that name one before a file is open. */
export const allCodes: Codes = new Map(fileKinds.flatMap(({codes}) => [...codes]));

/** The fields of all kinds. */
export const allFields: readonly string[] = [...new Set(fileKinds.flatMap(({fields}) => fields))];

/** Returns the field of any kind that a label means. */
export function fieldOfLabel(label: string): string | undefined {
	for (const kind of fileKinds) {
		const field = kind.fieldOfLabel(label);
		if (field !== undefined) return field;
	}

	return undefined;
}

/** Returns every code of every kind with its page, in the order of the lists. */
export function explainedCodes() {
	return fileKinds.flatMap(kind =>
		[...kind.codes].flatMap(([code, info]) => {
			const page = kind.pages.get(code);
			return page === undefined ? [] : [{kind, code, info, page}];
		}),
	);
}
