/**
Measures frames of the review screen in a pseudo-terminal: `node --import=tsx benchmark/terminal/frames.ts [program…]` prints
one JSON object a program; `npm run bench` sets them in a table.
*/
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {generate} from '../generate.ts';
import {hasCompleteFrame, quantile, TerminalProgram, type WindowSize, withHome} from './program.ts';

/** The time from a key to the end of the frame that it causes, in milliseconds, and what the terminal received. */
export type FrameFigures = WindowSize & {
	readonly scrollMedianMs: number;
	readonly scrollP95Ms: number;
	/** The time per frame when each key is sent as soon as the frame before is complete, as a held key does. */
	readonly heldKeyMedianMs: number;
	/** The time from 100 keys in one write to the end of the last frame. */
	readonly burstMs: number;
	readonly burstFrames: number;
	/** The most bytes of a cursor move that does not scroll. */
	readonly cursorMoveBytes: number;
};

const records = 2000;
const scrolledFrames = 100;
const down = '\u001B[B';

/** A pause between keys, so that a limit of frames per second does not delay the next one. */
const pauseMs = 60;

/** Time without output after which nothing more is expected. */
const quietMs = 250;

export const windowSizes: readonly WindowSize[] = [
	{columns: 200, rows: 50},
	{columns: 80, rows: 24},
];

/** Measures a built program. */
export async function measureFrames(program: string, size: WindowSize): Promise<FrameFigures> {
	return withHome(async home => {
		const path = `${home}/file.csv`;
		await generate(path, records);
		await using terminal = new TerminalProgram({...size, home, args: [program, path]});
		await terminal.shows('col_name');
		await terminal.quiet(quietMs);
		let cursorMoveBytes = 0;
		for (let move = 0; move < 10; move++) {
			await nextFrame(terminal, move % 2 === 0 ? down : '\u001B[A');
			await terminal.quiet(pauseMs);
			cursorMoveBytes = Math.max(cursorMoveBytes, Buffer.byteLength(terminal.written));
		}

		// To the last line of the window, so that each further key scrolls; the first frames warm up.
		for (let move = 0; move < size.rows + 20; move++) await nextFrame(terminal, down);
		const scrolled: number[] = [];
		for (let frame = 0; frame < scrolledFrames; frame++) {
			await terminal.quiet(pauseMs);
			scrolled.push(await nextFrame(terminal, down));
		}

		const held: number[] = [];
		for (let frame = 0; frame < scrolledFrames; frame++) held.push(await nextFrame(terminal, down));
		const bursts: number[] = [];
		let burstFrames = 0;
		for (let burst = 0; burst < 5; burst++) {
			await terminal.quiet(quietMs);
			const sentAt = terminal.type(down.repeat(100));
			await terminal.until(hasCompleteFrame);
			bursts.push((await terminal.quiet(quietMs)) - sentAt);
			burstFrames = terminal.written.split('\u001B[?2026l').length - 1;
		}

		return {
			...size,
			scrollMedianMs: rounded(quantile(scrolled, 0.5)),
			scrollP95Ms: rounded(quantile(scrolled, 0.95)),
			heldKeyMedianMs: rounded(quantile(held, 0.5)),
			burstMs: rounded(quantile(bursts, 0.5)),
			burstFrames,
			cursorMoveBytes,
		};
	});
}

/** Sends keys, and returns the time to the end of the frame. */
async function nextFrame(terminal: TerminalProgram, keys: string): Promise<number> {
	const sentAt = terminal.type(keys);
	return (await terminal.until(hasCompleteFrame)) - sentAt;
}

function rounded(milliseconds: number): number {
	return Math.round(milliseconds * 10) / 10;
}

if (import.meta.main) {
	const own = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
	const programs = process.argv.length > 2 ? process.argv.slice(2).map(path => resolve(path)) : [own];
	for (const program of programs) {
		for (const size of windowSizes) {
			process.stdout.write(`${JSON.stringify({program, ...(await measureFrames(program, size))})}\n`);
		}
	}
}
