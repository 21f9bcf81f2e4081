/**
Measures the time from the start of a program to its first frame, in a pseudo-terminal:
`node --import=tsx benchmark/terminal/start.ts [program…]` prints one JSON object a program.
*/
import {execFile} from 'node:child_process';
import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {quantile, TerminalProgram, withHome} from './program.ts';

/** Medians in milliseconds. */
export type StartFigures = {
	readonly program: string;
	/** `node -e 0`: the least that any program in Node takes. */
	readonly nodeMs: number;
	readonly versionMs: number;
	readonly homeMs: number;
	readonly smallFileMs: number;
};

const window = {columns: 200, rows: 50};
const example = fileURLToPath(new URL('../../examples/warehouse.csv', import.meta.url));
const profile = {
	url: 'https://secoda.example.com',
	integration: '1e0f6a52-8a3f-4d0e-9a6e-4b8e2f9c7d10',
	file: 'warehouse.csv',
	tokenPlace: 'nowhere',
};

/** Measures built programs alternately, so many rounds. */
export async function measureStart(programs: readonly string[], rounds: number): Promise<readonly StartFigures[]> {
	return withHome(async home => {
		await copyFile(example, `${home}/warehouse.csv`);
		await mkdir(`${home}/profiles`, {mode: 0o700});
		await writeFile(`${home}/profiles/nightly.json`, JSON.stringify(profile), {mode: 0o600});
		const node: number[] = [];
		const times = programs.map(program => ({
			program,
			version: [] as number[],
			home: [] as number[],
			file: [] as number[],
		}));
		for (let round = 0; round < rounds; round++) {
			node.push(await timeOf(['-e', '0']));
			for (const {program, version, home: atHome, file} of times) {
				version.push(await timeOf([program, '--version']));
				atHome.push(await firstFrame(home, [program], 'nightly'));
				file.push(await firstFrame(home, [program, 'warehouse.csv'], 'col_name'));
			}
		}

		return times.map(({program, version, home: atHome, file}) => ({
			program,
			nodeMs: median(node),
			versionMs: median(version),
			homeMs: median(atHome),
			smallFileMs: median(file),
		}));
	});
}

async function timeOf(args: readonly string[]): Promise<number> {
	const startedAt = performance.now();
	await promisify(execFile)(process.execPath, [...args]);
	return performance.now() - startedAt;
}

/** Returns the time to the first complete frame with a text, in milliseconds. */
async function firstFrame(home: string, args: readonly string[], text: string): Promise<number> {
	await using terminal = new TerminalProgram({...window, home, args});
	return (await terminal.shows(text)) - terminal.startedAt;
}

function median(values: readonly number[]): number {
	return Math.round(quantile(values, 0.5));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const programs = process.argv.slice(2).map(program => resolve(program));
	for (const figures of await measureStart(programs, 7)) process.stdout.write(`${JSON.stringify(figures)}\n`);
}
