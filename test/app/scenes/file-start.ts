import {readFileSync} from 'node:fs';
import {openFile} from '../../../source/app/flows/open-file.ts';
import type {FileJournal, OpenTarget, UnsavedEditsOnDisk} from '../../../source/app/services.ts';
import {header} from '../../support/session.ts';
import type {SceneStart} from './scene.ts';

/** The example file of the program. */
export const example = readFileSync(new URL('../../../examples/warehouse.csv', import.meta.url), 'utf8');

/** Returns the text of a file with these records under the documented header. */
export function csv(...lines: readonly string[]): string {
	return [header, ...lines, ''].join('\n');
}

export type FileStartOptions = Partial<Pick<OpenTarget, 'reading' | 'greeting' | 'safeFixes' | 'isTemporary'>> & {
	/** Unsaved edits of earlier openings. */
	readonly earlierEdits?: readonly UnsavedEditsOnDisk[];
	readonly otherProcess?: FileJournal['otherProcess'];
	/** The reason why the journal cannot be written. */
	readonly journalError?: string;
	readonly firstScreen?: 'rows' | 'preview';
};

/** Returns the target of a scene: a file without an upload target, with a journal that keeps nothing. */
export function openedFile(file: string, options: FileStartOptions = {}): OpenTarget {
	const {earlierEdits = [], otherProcess: elsewhere, journalError: fault, firstScreen: _, ...more} = options;
	return {
		file,
		reading: {},
		upload: undefined,
		safeFixes: false,
		howToConnect: 'No upload target.',
		journals: {
			open: async () => ({
				journal: {record: () => undefined, savedCopy: () => undefined, savedInPlace: () => undefined},
				earlierEdits,
				otherProcess: elsewhere,
				onFailure: listener => fault !== undefined && listener(fault),
				end: () => undefined,
				release: () => undefined,
			}),
		},
		...more,
	};
}

/** Returns the start of a scene with an open file. */
export function fileStart(content: string | Buffer, options: FileStartOptions = {}): SceneStart {
	return {
		files: {'warehouse.csv': content},
		args: ['warehouse.csv'],
		begin: stage =>
			openFile(
				{
					target: openedFile('warehouse.csv', options),
					firstScreen: options.firstScreen ?? 'rows',
					paths: {complete: async () => [], expand: text => text, resolve: text => text},
					onSave: () => undefined,
					onEditsKept: () => undefined,
					onUploadEnd: () => undefined,
				},
				stage,
			),
	};
}
