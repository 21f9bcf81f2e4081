import {readFile, writeFile} from 'node:fs/promises';
import {parse} from 'csv-parse/sync';
import {written, xterm} from '../../test/support/xterm.ts';
import {generate} from '../generate.ts';
import {runOther} from '../processes.ts';
import {quantile, TerminalProgram, type WindowSize, withHome} from './program.ts';

/** The times of VisiData from a key to the row that it brings on the screen, in milliseconds. */
export type VisiDataFigures = {readonly scrollMedianMs: number; readonly scrollP95Ms: number; readonly burstMs: number};

const rows = 2000;
const scrolledRows = 30;
const pauseMs = 60;

/** Measures VisiData; returns `undefined` if it is not installed. Its frames have no marks: a time ends when the terminal shows the new row. */
export async function measureVisiData(size: WindowSize): Promise<VisiDataFigures | undefined> {
	if ((await runOther('vd', ['--version'])) === undefined) return undefined;
	return withHome(async home => {
		const path = `${home}/file.csv`;
		await generate(path, rows);
		await markRows(path);
		await using program = new TerminalProgram({...size, home, command: 'vd', args: [path]});
		const screen = new Screen(program, size);
		await screen.shows(marker(0));
		await program.until(text => text.includes(`${rows} rows`));
		let cursor = 0;
		const press = (keys: number): Promise<number> => {
			cursor += keys;
			return screen.press('j'.repeat(keys), marker(cursor));
		};
		for (let row = 0; row < size.rows + 10; row++) await press(1);
		const scrolled: number[] = [];
		for (let row = 0; row < scrolledRows; row++) {
			await new Promise(resolve => setTimeout(resolve, pauseMs));
			scrolled.push(await press(1));
		}

		const bursts: number[] = [];
		for (let burst = 0; burst < 3; burst++) bursts.push(await press(100));
		return {
			scrollMedianMs: quantile(scrolled, 0.5),
			scrollP95Ms: quantile(scrolled, 0.95),
			burstMs: quantile(bursts, 0.5),
		};
	});
}

/** The text on the screen of a program. */
class Screen {
	readonly #program: TerminalProgram;
	readonly #terminal;
	/** The characters of the output that the terminal has received. */
	#received = 0;

	constructor(program: TerminalProgram, {columns, rows}: WindowSize) {
		this.#program = program;
		this.#terminal = xterm(columns, rows);
	}

	/** Sends keys and returns the time until the screen shows a text. */
	async press(keys: string, text: string): Promise<number> {
		await this.#receive();
		const sentAt = this.#program.type(keys);
		this.#received = 0;
		return (await this.shows(text)) - sentAt;
	}

	/** Resolves with the time of the output after which the screen shows a text. */
	async shows(text: string): Promise<number> {
		for (;;) {
			const at = await this.#program.until(output => output.length > this.#received);
			await this.#receive();
			if (this.#text().includes(text)) return at;
		}
	}

	async #receive(): Promise<void> {
		const output = this.#program.written.slice(this.#received);
		this.#received += output.length;
		await written(this.#terminal, output);
	}

	#text(): string {
		const buffer = this.#terminal.buffer.active;
		return Array.from({length: this.#terminal.rows}, (_, row) => buffer.getLine(row)?.translateToString() ?? '').join(
			'\n',
		);
	}
}

/** Replaces the first cell of each record by its marker, so that the records on the screen are known. */
async function markRows(path: string): Promise<void> {
	const [header = [], ...records] = parse(await readFile(path)) as readonly string[][];
	const marked = records.map(([, ...cells], row) => [marker(row), ...cells]);
	const lines = [header, ...marked].map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','));
	await writeFile(path, `${lines.join('\n')}\n`);
}

function marker(row: number): string {
	return `row_${String(row).padStart(5, '0')}`;
}
