import {mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {temporaryFolder} from '../../support/folder.ts';
import {runProgram} from '../../support/program.ts';
import {header, recordLine} from '../../support/session.ts';
import type {Judged, Scenario} from '../scenario.ts';
import type {Broken} from '../tally.ts';

const rows = 40;
const source = content('yes');
const fixed = content('true');

function content(isView: string): string {
	const lines = Array.from({length: rows}, (_, at) =>
		recordLine({col_name: `c${at}`, is_view: at % 2 ? isView : 'false'}),
	);
	return [header, ...lines, ''].join('\n');
}

type Kind = {
	readonly name: string;
	readonly args: readonly string[];
	/** The file that the save writes. */
	readonly target: string;
	readonly files?: Readonly<Record<string, string>>;
	readonly link?: true;
};

const saves: readonly Kind[] = [
	{name: 'a copy beside the file', args: [], target: 'w.fixed.csv'},
	{name: 'over an old copy', args: ['--yes'], target: 'w.fixed.csv', files: {'w.fixed.csv': 'old\n'}},
	{name: 'in place', args: ['--in-place'], target: 'w.csv'},
	{name: 'in place through a link', args: ['--in-place'], target: 'real.csv', link: true},
	{name: 'a new file of -o', args: ['-o', 'out.csv'], target: 'out.csv'},
	{name: 'over an old file of -o', args: ['-o', 'out.csv'], target: 'out.csv', files: {'out.csv': 'old\n'}},
];

/** Saves of `fix`: the target is the old file or the new one, and the result says which. */
export const saveScenarios: readonly Scenario[] = saves.map(({name, args, target, files = {}, link}) => ({
	name: `fix: ${name}`,
	async prepare(t) {
		const folder = join(await temporaryFolder(t), 'work');
		await mkdir(folder);
		if (link) {
			await writeFile(join(folder, 'real.csv'), source);
			await symlink('real.csv', join(folder, 'w.csv'));
		} else {
			await writeFile(join(folder, 'w.csv'), source);
		}

		for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
		const before = await contentOf(folder, target);
		const known = new Set([...(await readdir(folder)), target, 'home']);
		return {
			run: {folder, args: ['fix', 'w.csv', '--json', ...args]},
			judge: judged => judge(folder, {target, before, known, args}, judged),
		};
	},
}));

type Before = {
	readonly target: string;
	readonly before: string | undefined;
	readonly known: ReadonlySet<string>;
	readonly args: readonly string[];
};

async function judge(
	folder: string,
	{target, before, known, args}: Before,
	judged: Judged,
): Promise<readonly Broken[]> {
	const {ended, call, killed, what} = judged;
	const broken: Broken[] = [];
	const now = await contentOf(folder, target);
	if (now !== before && now !== fixed) broken.push({kind: 'torn file', what: `${what}: ${now?.length} bytes`});
	if (killed) {
		const again = await runProgram(['fix', 'w.csv', ...args, '--yes'], {home: folder});
		if ((await contentOf(folder, target)) !== fixed)
			broken.push({kind: 'torn file', what: `${what}, then again: ${again.stderr}`});
		return broken;
	}

	const {output, error} = readJson(ended.stdout);
	if (output && now !== fixed) broken.push({kind: 'false "saved"', what});
	if (error?.code === 'not-written' && now === fixed) broken.push({kind: 'false "not saved"', what});
	if (!output && !error) broken.push({kind: 'crash', what: `${what}: no result, ${ended.stderr.slice(0, 200)}`});
	// Where a temporary file cannot be removed it stays, and the result names it.
	const left = (await readdir(folder)).filter(name => !known.has(name));
	if (left.length > 0 && call !== 'unlink' && call !== 'remove')
		broken.push({kind: 'leftover', what: `${what}: ${left}`});
	return broken;
}

async function contentOf(folder: string, name: string): Promise<string | undefined> {
	return readFile(join(folder, name), 'utf8').catch(() => undefined);
}

export type ResultJson = {readonly output?: string | null; readonly error?: {readonly code: string}};

function readJson(stdout: string): ResultJson {
	try {
		return JSON.parse(stdout);
	} catch {
		return {};
	}
}
