import {spawn} from 'node:child_process';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type Scope, temporaryFolder} from '../../support/folder.ts';
import {programPath} from '../../support/program.ts';
import {header, recordLine} from '../../support/session.ts';
import {type Ended, environment, finish} from '../injector.ts';
import {eachInPairs, inScope} from '../scenario.ts';
import {type Broken, crashes, type Tally} from '../tally.ts';

const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;
const targets = [['--in-place'], ['-o', 'out.csv'], ['-o', 'old.csv']] as const;

/** Sends signals at moments of a save that are spread over its whole duration, by a fixed sequence. */
export async function tormentWithSignals(tally: Tally, count: number, rows: number): Promise<void> {
	const lines = Array.from({length: rows}, (_, at) =>
		recordLine({col_name: `c${at}`, col_description: 'x'.repeat(200), is_view: 'yes'}),
	);
	const source = Buffer.from([header, ...lines, ''].join('\n'));
	await inScope(async t => {
		const path = join(await temporaryFolder(t), 'w.csv');
		await writeFile(path, source);
		const started = performance.now();
		const clean = await prepare(t, source);
		await finish(start(clean, targets[0]));
		const longest = performance.now() - started;
		const fixed = await readFile(join(clean, 'w.csv'));
		const moments = Array.from({length: count}, (_, at) => ((at * 0.618_034) % 1) * longest);
		await eachInPairs(
			moments.map((moment, at) => ({moment, at})),
			async ({moment, at}) => {
				const [signal, code] = Object.entries(signals)[at % 3] ?? ['SIGINT', 130];
				const target = targets[at % targets.length] ?? targets[0];
				await inScope(async own => {
					const folder = await prepare(own, source);
					const child = start(folder, target);
					const timer = setTimeout(() => child.kill(signal as NodeJS.Signals), moment);
					const ended = await finish(child);
					clearTimeout(timer);
					const what = `${signal} after ${Math.round(moment)} ms of fix ${target.join(' ')}`;
					const files = {name: target[1] ?? 'w.csv', source, fixed};
					tally.add('signals during a save', await judge(folder, files, {ended, code, what}));
				});
			},
		);
	});
}

type Files = {readonly name: string; readonly source: Buffer; readonly fixed: Buffer};

type Stopped = {
	readonly ended: Ended /** The exit code that the signal asks for. */;
	readonly code: number;
	readonly what: string;
};

/** The target is the old file or the new one, nothing else is left, and the exit code says which of them. */
async function judge(
	folder: string,
	{name, source, fixed}: Files,
	{ended, code, what}: Stopped,
): Promise<readonly Broken[]> {
	const now = await readFile(join(folder, name)).catch(() => undefined);
	const before = name === 'w.csv' ? source : name === 'old.csv' ? Buffer.from('old\n') : undefined;
	const isFixed = isSame(now, fixed);
	// A signal before the program listens, or behind its last line, ends it as the system does.
	const isOutside = ended.code === null && (isFixed || (ended.stderr === '' && ended.stdout === ''));
	const broken: Broken[] = isOutside ? [] : [...crashes(ended, what)];
	const isRight = isOutside || ended.code === code || (ended.code === 0 && isFixed);
	if (!isRight) broken.push({kind: 'wrong exit code', what: `${what}: ${ended.code}`});
	if (!isFixed && !isSame(now, before)) broken.push({kind: 'torn file', what});
	const left = (await readdir(folder)).filter(file => !['w.csv', 'old.csv', 'out.csv', 'home'].includes(file));
	if (left.length > 0) broken.push({kind: 'leftover', what: `${what}: ${left}`});
	return broken;
}

async function prepare(t: Scope, source: Buffer): Promise<string> {
	const folder = join(await temporaryFolder(t), 'work');
	await mkdir(folder);
	await writeFile(join(folder, 'w.csv'), source);
	await writeFile(join(folder, 'old.csv'), 'old\n');
	return folder;
}

function start(folder: string, target: readonly string[]) {
	return spawn(process.execPath, [programPath, 'fix', 'w.csv', '--quiet', ...target], {
		cwd: folder,
		env: environment(folder),
		stdio: ['pipe', 'pipe', 'pipe'],
	});
}

function isSame(one: Buffer | undefined, other: Buffer | undefined): boolean {
	return one === undefined || other === undefined ? one === other : one.equals(other);
}
