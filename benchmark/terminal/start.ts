import {execFile} from 'node:child_process';
import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Figures} from '../figures.ts';
import {TerminalProgram, withHome} from './program.ts';

const window = {columns: 200, rows: 50};
const example = fileURLToPath(new URL('../../examples/warehouse.csv', import.meta.url));
const profile = {
	url: 'https://secoda.example.com',
	integration: '1e0f6a52-8a3f-4d0e-9a6e-4b8e2f9c7d10',
	file: 'warehouse.csv',
	tokenPlace: 'nowhere',
};

/**
Measures a built program once: the times to its first frame, and as multiples of `node -e 0`. Two starts before fill the compile
cache; the first of them has none.
*/
export async function measureStart(program: string): Promise<Figures> {
	return withHome(async home => {
		await copyFile(example, `${home}/warehouse.csv`);
		await mkdir(`${home}/profiles`, {mode: 0o700});
		await writeFile(`${home}/profiles/nightly.json`, JSON.stringify(profile), {mode: 0o600});
		const atFirst = await firstFrame(home, [program], 'nightly');
		await firstFrame(home, [program, 'warehouse.csv'], 'col_name');
		const node = await timeOf(['-e', '0']);
		const version = await timeOf([program, '--version']);
		const atHome = await firstFrame(home, [program], 'nightly');
		const file = await firstFrame(home, [program, 'warehouse.csv'], 'col_name');
		return {
			'`node -e 0`, ms': node,
			'`--version`, ms': version,
			'home at the first start, ms': atFirst,
			'home, ms': atHome,
			'home, times `node -e 0`': atHome / node,
			'a small file, ms': file,
			'a small file, times `node -e 0`': file / node,
		};
	});
}

async function timeOf(args: readonly string[]): Promise<number> {
	const startedAt = performance.now();
	await promisify(execFile)(process.execPath, [...args]);
	return performance.now() - startedAt;
}

/** Returns the time to the first complete frame with a text, in milliseconds. Quits then, which writes the compile cache. */
async function firstFrame(home: string, args: readonly string[], text: string): Promise<number> {
	await using terminal = new TerminalProgram({...window, home, args});
	const shownAt = await terminal.shows(text);
	await terminal.quit('q');
	return shownAt - terminal.startedAt;
}
