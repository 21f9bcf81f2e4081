import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {spawn} from '@lydell/node-pty';
import {cleanEnvironment} from '../../test/support/program.ts';

export type WindowSize = {readonly columns: number; readonly rows: number};

export type TerminalProgramOptions = WindowSize & {
	/** The program that is started; Node when absent. */
	readonly command?: string;
	readonly args: readonly string[];
	/** The folder that is the home, the settings and the working folder of the program. */
	readonly home: string;
};

/** The program writes each frame between these marks of synchronized output. */
const frameStart = '\u001B[?2026h';
const frameEnd = '\u001B[?2026l';

/** How long the program may take to write what is waited for, in milliseconds. */
const patienceMs = 30_000;

/** A program in a pseudo-terminal, measured by the clock of this process from the start or the last key. */
export class TerminalProgram implements AsyncDisposable {
	/** The time at which the program was started, by `performance.now()`. */
	readonly startedAt: number;
	readonly #process: ReturnType<typeof spawn>;
	readonly #exited: Promise<void>;
	#written = '';
	#lastOutputAt = 0;
	#onOutput: () => void = () => undefined;

	constructor({command = process.execPath, args, home, columns, rows}: TerminalProgramOptions) {
		this.startedAt = performance.now();
		this.#process = spawn(command, [...args], {
			name: 'xterm-256color',
			cols: columns,
			rows,
			cwd: home,
			env: {
				...cleanEnvironment(),
				HOME: home,
				SECODA_UPLOAD_HOME: home,
				TERM: 'xterm-256color',
				COLORTERM: 'truecolor',
				LC_ALL: 'C.UTF-8',
			},
		});
		this.#process.onData(text => {
			this.#lastOutputAt = performance.now();
			this.#written += text;
			this.#onOutput();
		});
		this.#exited = new Promise(resolve => this.#process.onExit(() => resolve()));
	}

	/** The output since the start or the last `type`. */
	get written(): string {
		return this.#written;
	}

	/** Sends keys and forgets what was written before. Returns the time at which they were sent. */
	type(keys: string): number {
		this.#written = '';
		const sentAt = performance.now();
		this.#process.write(keys);
		return sentAt;
	}

	/** Resolves with the time of the output that made a condition true. */
	async until(isDone: (written: string) => boolean): Promise<number> {
		while (!isDone(this.#written)) await this.#output(patienceMs, 'error');
		return this.#lastOutputAt;
	}

	/** Resolves with the time at which a frame with this text was complete; it must be one styled piece of a line. */
	shows(text: string): Promise<number> {
		return this.until(written => written.includes(text) && hasCompleteFrame(written));
	}

	/** Resolves with the time of the last output, once there was none for so many milliseconds. */
	async quiet(milliseconds: number): Promise<number> {
		while ((await this.#output(milliseconds, 'quiet')) === 'output');
		return this.#lastOutputAt;
	}

	/** Sends keys that quit the program, and waits for its end. */
	async quit(keys: string): Promise<void> {
		this.type(keys);
		await this.#exited;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#process.kill('SIGKILL');
		await this.#exited;
	}

	async #output(milliseconds: number, atEnd: 'error' | 'quiet'): Promise<'output' | 'quiet'> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				this.#onOutput = () => undefined;
				if (atEnd === 'quiet') resolve('quiet');
				else reject(new Error(`the program did not write what was expected, but: ${JSON.stringify(this.#written)}`));
			}, milliseconds);
			this.#onOutput = () => {
				clearTimeout(timer);
				this.#onOutput = () => undefined;
				resolve('output');
			};
		});
	}
}

/** True if the output ends with a complete frame. */
export function hasCompleteFrame(written: string): boolean {
	const end = written.lastIndexOf(frameEnd);
	return end !== -1 && end > written.lastIndexOf(frameStart);
}

/** Calls a function with a new empty folder, and removes it afterwards. */
export async function withHome<Value>(use: (home: string) => Promise<Value>): Promise<Value> {
	const home = await mkdtemp(join(tmpdir(), 'secoda-upload-bench-'));
	try {
		return await use(home);
	} finally {
		await rm(home, {recursive: true, force: true});
	}
}

/** Returns a share of sorted or unsorted values: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
