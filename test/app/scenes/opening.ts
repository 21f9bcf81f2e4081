import {readFileSync} from 'node:fs';
import {openFile} from '../../../source/app/flows/open-file.ts';
import type {LeftEdits, Opened, OpenJournal} from '../../../source/app/services.ts';
import {header} from '../../support/session.ts';
import type {Beginning} from './scene.ts';

/** The example file of the program. */
export const example = readFileSync(new URL('../../../examples/warehouse.csv', import.meta.url), 'utf8');

/** Returns the text of a file with these records under the documented header. */
export function csv(...lines: readonly string[]): string {
	return [header, ...lines, ''].join('\n');
}

export type OpeningOptions = Partial<Pick<Opened, 'reading' | 'greeting' | 'safeFixes' | 'isTemporary'>> & {
	/** Edits that were left by earlier openings, and another window. */
	readonly left?: readonly LeftEdits[];
	readonly elsewhere?: OpenJournal['elsewhere'];
	/** Why edits cannot be kept. */
	readonly fault?: string;
	readonly opensAt?: 'rows' | 'preview';
};

/** What is opened in scenes: a file that goes nowhere, with a journal that keeps nothing. */
export function openedFile(file: string, options: OpeningOptions = {}): Opened {
	const {left = [], elsewhere, fault, opensAt: _, ...more} = options;
	return {
		file,
		reading: {},
		upload: undefined,
		safeFixes: false,
		howToConnect: 'No upload target.',
		journals: {
			open: async () => ({
				journal: {record: () => undefined, copied: () => undefined, replaced: () => undefined},
				left,
				elsewhere,
				onFault: listener => fault !== undefined && listener(fault),
				end: () => undefined,
				release: () => undefined,
			}),
		},
		...more,
	};
}

/** Begins with an open file. */
export function opening(content: string | Buffer, options: OpeningOptions = {}): Beginning {
	return {
		files: {'warehouse.csv': content},
		args: ['warehouse.csv'],
		begin: stage =>
			openFile(
				{
					opened: openedFile('warehouse.csv', options),
					opensAt: options.opensAt ?? 'rows',
					paths: {complete: async () => [], expand: text => text, resolve: text => text},
					saved: () => undefined,
					kept: () => undefined,
					ended: () => undefined,
				},
				stage,
			),
	};
}
