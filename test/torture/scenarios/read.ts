import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {temporaryFolder} from '../../support/folder.ts';
import {header, recordLine} from '../../support/session.ts';
import {errno} from '../injector.ts';
import type {Scenario} from '../scenario.ts';
import type {Broken} from '../tally.ts';

const lines = Array.from({length: 6000}, (_, at) => recordLine({col_name: `c${at}`, is_view: 'yes'}));
const source = [header, ...lines, ''].join('\n');

const commands: ReadonlyArray<readonly string[]> = [
	['check', 'w.csv', '--json'],
	['check', 'w.csv'],
	['fix', 'w.csv', '--in-place', '--json'],
	['fix', 'w.csv', '-o', 'out.csv'],
	['upload', 'w.csv', '--url', 'http://127.0.0.1:1', '--integration', 'x', '--json'],
];

/** Reads of the file that fail: the command ends with exit code 3, and the file is as it was. */
export const readScenarios: readonly Scenario[] = commands.map(args => ({
	name: `reads of ${args.filter(word => !word.startsWith('http')).join(' ')}`,
	calls: ['read', 'pread64'],
	actions: () => [errno.EIO, errno.ESTALE, errno.ENXIO],
	async prepare(t) {
		const folder = join(await temporaryFolder(t), 'work');
		await mkdir(folder);
		const path = join(folder, 'w.csv');
		await writeFile(path, source);
		return {
			run: {folder, args, env: {SECODA_API_TOKEN: 'token'}},
			async judge({ended, clean, what}) {
				// What was read ahead and is not needed may fail unnoticed; the command then does its work.
				if (ended.code === clean.code && ended.stdout === clean.stdout) return [];
				const broken: Broken[] = [];
				if ((await readFile(path, 'utf8')) !== source) broken.push({kind: 'torn file', what});
				if (ended.code !== 3)
					broken.push({kind: 'wrong exit code', what: `${what}: ${ended.code} ${ended.stderr.slice(0, 200)}`});
				return broken;
			},
		};
	},
}));
