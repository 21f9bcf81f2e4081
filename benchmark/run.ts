/**
Measures the program on a made-up file: `npm run bench [-- --records <number>]`, 100,000 unless told. Each measure runs in a
process of its own; `check` and Python count from the start of theirs to its end. Machines differ, so what counts are
the ratios within one run.
*/
import {existsSync} from 'node:fs';
import {mkdir, rename} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {referencePath} from '../test/reference/reference.ts';
import {generate} from './generate.ts';
import {type Run, runNode, runOther} from './processes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const records = Number(process.argv.slice(2).find(argument => /^\d+$/.test(argument)) ?? 100_000);
const path = await file();
const program = here('../dist/cli.js');
const bareReader =
	'import csv, sys\nrows = 0\nwith open(sys.argv[1], encoding="utf-8", newline="") as f:\n    for row in csv.reader(f): rows += 1\nprint(rows)';

/** Those that are held against each other run in turns, and the fastest of the rounds is told: the least disturbed. */
const inTurns: ReadonlyArray<readonly [what: string, run: () => Promise<Run | undefined>]> = [
	['check', () => runNode([program, 'check', path, '--format', 'json'])],
	['check - (from a stream)', () => runNode([program, 'check', '-', '--format', 'json'], path)],
	['scan for record offsets alone', () => measured('scan')],
	["Python's csv.reader, bare loop", () => runOther('python3', ['-c', bareReader, path])],
];
const rounds = 3;
const timed = new Map<string, Array<Run | undefined>>();
for (let round = 0; round < rounds; round++) {
	for (const [what, run] of inTurns) timed.set(what, [...(timed.get(what) ?? []), await run()]);
}

const rows: Array<readonly [what: string, run: Run | undefined]> = [
	...inTurns.map(([what]) => [what, fastest(timed.get(what) ?? [])] as const),
	['the reference in Python', await reference()],
	['csv-parse, bare loop', await measured('csv-parse')],
];
const check = rows[0]?.[1];
if (check === undefined) throw new Error('the check was not measured');
const names = {
	'first-page': 'first page',
	pages: 'a page of 45',
	recheck: 'many edits',
	search: 'filters',
	journal: 'journal',
	save: 'save',
	snapshot: 'snapshot',
	inventory: 'inventory',
	upload: 'upload',
} as const;

const seconds = check.seconds;
process.stdout.write(`${records} records\n${line('what', 's', 'check is', 'MiB')}`);
for (const [what, run] of rows) {
	const ratio = run === undefined || run === check ? '' : `${(seconds / run.seconds).toFixed(2)} of it`;
	process.stdout.write(line(what, run?.seconds.toFixed(2) ?? 'left out', ratio, run?.mebibytes?.toFixed(0) ?? '-'));
}

for (const [name, title] of Object.entries(names)) {
	const {stdout, seconds, mebibytes} = await measured(name);
	process.stdout.write(
		`${title.padEnd(14)}${stdout}  (in all ${seconds.toFixed(2)} s, ${mebibytes?.toFixed(0)} MiB)\n`,
	);
}

process.stdout.write(`${agreement()}\n`);

function fastest(runs: ReadonlyArray<Run | undefined>): Run | undefined {
	const known = runs.filter(run => run !== undefined).sort((one, other) => one.seconds - other.seconds);
	return known[0];
}

function line(what: string, time: string, ratio: string, memory: string): string {
	return `${what.padEnd(34)}${time.padStart(9)}${ratio.padStart(14)}${memory.padStart(8)}\n`;
}

async function measured(name: string): Promise<Run> {
	const run = await runNode([here('./run-one.ts'), name, path]);
	const {seconds, says} = JSON.parse(run.stdout) as {seconds: number; says: string};
	return {...run, seconds, stdout: says};
}

async function reference(): Promise<Run | undefined> {
	return existsSync(referencePath) ? runOther('python3', [referencePath, path]) : undefined;
}

/** Whether the counts are those of the reference, where it is there. */
function agreement(): string {
	const other = rows.find(([what]) => what === 'the reference in Python')?.[1];
	if (other === undefined)
		return 'There is no reference or no python3: its rows are left out, and the counts are not compared.';
	const [own, theirs] = [check?.stdout ?? '', other.stdout].map(text => JSON.parse(text));
	const same = (key: string) => JSON.stringify(sorted(own[key])) === JSON.stringify(sorted(theirs[key]));
	return ['records', 'tables', 'counts', 'valid'].every(same)
		? 'The counts are those of the reference.'
		: `The counts DIFFER from the reference: ${JSON.stringify(own.counts)} ${JSON.stringify(theirs.counts)}`;
}

function sorted(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? Object.entries(value).sort() : value;
}

async function file(): Promise<string> {
	const made = here(`./files/${records}.csv`);
	// It gets its name when it is whole.
	if (existsSync(made)) return made;
	await mkdir(here('./files'), {recursive: true});
	await generate(`${made}.tmp`, records);
	await rename(`${made}.tmp`, made);
	return made;
}
