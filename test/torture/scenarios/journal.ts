import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {journalsOf} from '../../../source/commands/app-services/journals.ts';
import {openState} from '../../../source/state/state.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {header, recordLine} from '../../support/session.ts';
import type {Scenario} from '../scenario.ts';

const program = fileURLToPath(new URL('../journaled-session.ts', import.meta.url));
const edits = 5;
const lines = [header, ...['a', 'b', 'c', 'd'].map(name => recordLine({col_name: name})), ''].join('\n');

/** A session whose journal fails: every edit that was shown is left, unless a message reported that edits are not kept. */
export const journalScenarios: readonly Scenario[] = [
	{
		name: 'journal',
		async prepare(t) {
			const folder = join(await temporaryFolder(t), 'work');
			const file = join(folder, 'w.csv');
			const state = join(folder, 'state');
			await mkdir(folder);
			await writeFile(file, lines);
			return {
				run: {folder, program, args: [file, state, String(edits)]},
				async judge({ended, what}) {
					const shown = (ended.stdout.match(/^shown/gm) ?? []).length;
					const said = ended.stdout.match(/^(?:fault|writable)$/gm)?.at(-1);
					if (said === 'fault') return [];
					const left = await leftEdits(state, file);
					return left >= shown ? [] : [{kind: 'lost edit', what: `${what}: ${shown} shown, ${left} left`}];
				},
			};
		},
	},
];

/** The number of edits that the next opening of the file finds. */
async function leftEdits(folder: string, path: string): Promise<number> {
	const state = await openState(folder);
	try {
		const {earlierEdits: left} = await journalsOf(state).open({path, encoding: 'utf-8', header: [], recordColumns: []});
		return left.flatMap(each => each.entries()).filter(({kind}) => kind === 'edit').length;
	} finally {
		state.close();
	}
}
