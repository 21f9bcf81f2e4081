import {readFileSync} from 'node:fs';
import {openFile} from '../../../source/app/flows/open-file.ts';
import type {FileJournal, UnsavedEditsOnDisk} from '../../../source/app/services/journals.ts';
import type {OpenTarget} from '../../../source/app/services/open-target.ts';
import {linkedNotes, links} from '../../support/links/links.ts';
import {header} from '../../support/session.ts';
import type {SceneStart} from './scene.ts';

/** The example file of the program. */
export const example = readFileSync(new URL('../../../examples/warehouse.csv', import.meta.url), 'utf8');

/** Returns the text of a file with these records under the documented header. */
export function csv(...lines: readonly string[]): string {
	return [header, ...lines, ''].join('\n');
}

export type FileStartOptions = Partial<
	Pick<OpenTarget, 'reading' | 'profileRecipe' | 'greeting' | 'safeFixes' | 'isTemporary'>
> & {
	/** Unsaved edits of earlier openings. */
	readonly earlierEdits?: readonly UnsavedEditsOnDisk[];
	readonly otherProcess?: FileJournal['otherProcess'];
	/** The reason why the journal cannot be written. */
	readonly journalError?: string;
	readonly firstScreen?: 'rows' | 'preview';
	/** The name of the file; `warehouse.csv` if absent. */
	readonly name?: string;
};

/** Returns the target of a scene: a file without an upload target, with a journal that keeps nothing. */
export function openedFile(file: string, options: FileStartOptions = {}): OpenTarget {
	const {
		earlierEdits = [],
		otherProcess: elsewhere,
		journalError: fault,
		firstScreen: _first,
		name: _name,
		...more
	} = options;
	return {
		files: [file],
		reading: {},
		upload: undefined,
		safeFixes: false,
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
	const {name = 'warehouse.csv'} = options;
	return {files: {[name]: content}, args: [name], begin: begin(openedFile(name, options), options)};
}

/** Returns the start of a scene with two files of kinds that only tests know. If only one is named, the other one is offered. */
export function pairStart(named: 'both' | 'one'): SceneStart {
	const target = openedFile('columns.notes', {reading: {kinds: [linkedNotes, links]}});
	return {
		files: {
			'columns.notes': 'DB.sales.orders.id | int | The key\nDB.sales.orders.total | NUMERIC | \n',
			'columns.links': 'DB.sales.orders.id -> DB.sales.orders.total\nDB.sales.orders.ID -> DB.sales.orders.total\n',
		},
		begin: begin(
			named === 'both'
				? {...target, files: ['columns.links', 'columns.notes']}
				: {...target, findCompanion: () => 'columns.links'},
		),
	};
}

/** Returns the start of a scene with several files, in the order of their names here. */
export function filesStart(files: Readonly<Record<string, string>>): SceneStart {
	const [first = '', ...others] = Object.keys(files);
	return {files, args: [first, ...others], begin: begin({...openedFile(first), files: [first, ...others]})};
}

/** Returns the function that opens files on a stage. */
function begin(target: OpenTarget, {firstScreen = 'rows'}: FileStartOptions = {}): SceneStart['begin'] {
	return stage =>
		openFile(
			{
				target,
				connection: {kind: 'impossible', why: 'No upload target.'},
				firstScreen,
				paths: {complete: async () => [], expand: text => text, resolve: text => text},
				onSave: () => undefined,
				onEditsKept: () => undefined,
				onUploadEnd: () => undefined,
			},
			stage,
		);
}
