import type {Codes} from './codes.ts';
import type {FileKind} from './file-kind.ts';
import {lineage} from './lineage/lineage.ts';
import {resources} from './resources/resources-kind.ts';
import {warehouse} from './warehouse/warehouse.ts';

/** The file kinds, in order of detection. */
export const fileKinds: readonly FileKind[] = [lineage, resources, warehouse];

/** The kind that problems of an unreadable file are reported for. */
export const defaultKind: FileKind = warehouse;

/** Returns the kind with a name, or `undefined` if this version does not know it. */
export function kindNamed(name: string): FileKind | undefined {
	return fileKinds.find(kind => kind.name === name);
}

/** Returns the kind whose files are sent together with those of a kind. */
export function kindPairedWith({pairing}: FileKind): FileKind | undefined {
	return pairing === undefined ? undefined : kindNamed(pairing.kind);
}

/** The codes of all kinds, for options that name a code before a file is open. */
export const allCodes: Codes = new Map(fileKinds.flatMap(({codes}) => [...codes]));

/** The fields of all kinds. */
export const allFields: readonly string[] = [...new Set(fileKinds.flatMap(({fields}) => fields))];

/** Returns the field for a header label, in any kind. */
export function fieldOfLabel(label: string): string | undefined {
	// Only files with a header can be mapped, so their aliases have priority: type is col_type, and a key of resources.
	for (const kind of [defaultKind, ...fileKinds]) {
		const field = kind.fieldOfLabel(label);
		if (field !== undefined) return field;
	}

	return undefined;
}

/** Returns the codes of all kinds with their pages, in display order. */
export function explainedCodes() {
	return fileKinds.flatMap(kind =>
		[...kind.codes].flatMap(([code, info]) => {
			const page = kind.pages.get(code);
			return page === undefined ? [] : [{kind, code, info, page}];
		}),
	);
}
