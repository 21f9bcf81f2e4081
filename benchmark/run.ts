/**
Measures the program on a made-up file: `npm run bench [-- --records <number>]`, 100,000 unless told. Each measure runs in a
process of its own; machines differ, so what counts is the ratio to the bare reading by csv-parse in the same run.
*/
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, rename} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {generate} from './generate.ts';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('./files', import.meta.url));
const records = Number(process.argv.slice(2).find(argument => /^\d+$/.test(argument)) ?? 100_000);

/** A new measure is a file in `measure/` and a line here. */
const measures = [
	['read', 'read the file'],
	['scan', 'find every record'],
	['check', 'open and check'],
	['snapshot', 'open, check, fix, snapshot'],
	['save', 'open, one edit, durable save'],
	['upload', 'upload on loopback'],
	['csv-parse', 'csv-parse alone'],
] as const;

type Measured = {readonly title: string; readonly seconds: number; readonly mebibytes: number; readonly result: string};

const measured: Measured[] = [];
for (const [name, title] of measures) measured.push({title, ...(await measureOne(name, await file()))});
const python = await run('python3', ['-c', bareReader(await file())]).then(
	({stdout}) => stdout,
	(error: Error) => error,
);
if (python instanceof Error) process.stdout.write(`The row of python3 is left out: ${python.message.split('\n')[0]}\n`);
else measured.push({title: "Python's csv.reader alone", seconds: Number(python), mebibytes: Number.NaN, result: ''});

const yardstick = measured.find(({title}) => title === 'csv-parse alone')?.seconds ?? Number.NaN;
process.stdout.write(
	`${records} records\n${'what'.padEnd(30)}${'s'.padStart(8)}${'ratio'.padStart(8)}${'MiB'.padStart(8)}\n`,
);
for (const {title, seconds, mebibytes, result} of measured) {
	const memory = Number.isNaN(mebibytes) ? '-' : mebibytes.toFixed(0);
	process.stdout.write(
		`${title.padEnd(30)}${seconds.toFixed(2).padStart(8)}${(seconds / yardstick).toFixed(2).padStart(8)}${memory.padStart(8)}  ${result}\n`,
	);
}

async function file(): Promise<string> {
	const path = `${folder}/${records}.csv`;
	// It gets its name when it is whole.
	if (existsSync(path)) return path;
	await mkdir(folder, {recursive: true});
	await generate(`${path}.tmp`, records);
	await rename(`${path}.tmp`, path);
	return path;
}

async function measureOne(name: string, path: string): Promise<Omit<Measured, 'title'>> {
	const script = fileURLToPath(new URL('./run-one.ts', import.meta.url));
	const {stdout} = await run(process.execPath, [script, name, path]);
	return JSON.parse(stdout);
}

function bareReader(path: string): string {
	return `
import csv, time
start = time.perf_counter()
with open(${JSON.stringify(path)}, encoding="utf-8", newline="") as f:
    for row in csv.reader(f): pass
print(time.perf_counter() - start)
`;
}
