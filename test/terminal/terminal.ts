import {spawn} from '@lydell/node-pty';
import type headless from '@xterm/headless';
import {cleanEnvironment} from '../support/program.ts';
import {xterm} from '../support/xterm.ts';

export type TerminalOptions = {
	/** The command; Node if absent. */
	readonly command?: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env?: Readonly<Record<string, string> & {TERM?: string}>;
	readonly columns?: number;
	readonly rows?: number;
};

/** The bytes that a terminal sends for each key. */
export const keys = {
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	shiftTab: '\u001B[Z',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	pageUp: '\u001B[5~',
	pageDown: '\u001B[6~',
	ctrl: (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 0x1f),
	paste: (text: string) => `\u001B[200~${text}\u001B[201~`,
};

/** Ink puts each frame between these marks of synchronized output. */
const frameStart = '\u001B[?2026h';
const frameEnd = '\u001B[?2026l';

/** The time limit for a screen to show a text, in milliseconds. */
const patience = 15_000;

/** A program in a pseudo-terminal, with a readable screen. */
export class Terminal {
	/** The complete output of the program. */
	output = '';
	readonly cwd: string;
	readonly screenBuffer: headless.Terminal;
	readonly #exited: Promise<number>;
	readonly #process: ReturnType<typeof spawn>;
	readonly #watchers = new Set<() => void>();
	#ended = false;
	#whole = true;

	constructor({command = process.execPath, args, cwd, env = {}, columns = 80, rows = 24}: TerminalOptions) {
		this.cwd = cwd;
		this.screenBuffer = xterm(columns, rows);
		this.#process = spawn(command, [...args], {
			name: env.TERM ?? 'xterm-256color',
			cols: columns,
			rows,
			cwd,
			env: {...cleanEnvironment(), TERM: 'xterm-256color', COLORTERM: 'truecolor', LC_ALL: 'C.UTF-8', ...env},
		});
		this.#process.onData(data => {
			this.output += data;
			// Half a frame is on no screen: a terminal that knows these marks shows it when it is whole.
			const whole = this.output.lastIndexOf(frameEnd) >= this.output.lastIndexOf(frameStart);
			this.screenBuffer.write(data, () => {
				this.#whole = whole;
				this.#changed();
			});
		});
		this.#exited = new Promise(resolve => {
			this.#process.onExit(({exitCode, signal}) => {
				// The screen shows what was written before: it is drawn in order, and later than it comes.
				this.screenBuffer.write('', () => {
					this.#ended = true;
					this.#whole = true;
					resolve(signal ? 128 + signal : exitCode);
					this.#changed();
				});
			});
		});
	}

	type(text: string): void {
		this.#process.write(text);
	}

	kill(signal: 'SIGTERM' | 'SIGHUP' | 'SIGKILL'): void {
		this.#process.kill(signal);
	}

	resize(columns: number, rows: number): void {
		this.screenBuffer.resize(columns, rows);
		this.#process.resize(columns, rows);
	}

	/** Returns the current lines of the screen. */
	lines(): string[] {
		const buffer = this.screenBuffer.buffer.active;
		return Array.from(
			{length: this.screenBuffer.rows},
			(_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
		);
	}

	/** Returns the position of the cursor, if it is visible. */
	cursor(): {readonly x: number; readonly y: number} | undefined {
		const {cursorX: x, cursorY: y} = this.screenBuffer.buffer.active;
		return this.output.lastIndexOf('\u001B[?25h') > this.output.lastIndexOf('\u001B[?25l') ? {x, y} : undefined;
	}

	text(): string {
		return this.lines().join('\n');
	}

	/** Resolves when the screen shows it; rejects with the screen when it does not in time, or the program has ended. */
	async shows(wanted: string | RegExp): Promise<void> {
		const found = () =>
			this.#whole && (typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text()));
		await new Promise<void>((resolve, reject) => {
			const look = () => {
				if (found()) settle(resolve);
				else if (this.#ended)
					settle(() => reject(new Error(`the program ended before it showed ${wanted}:\n${this.text()}`)));
			};
			const timer = setTimeout(
				() => settle(() => reject(new Error(`the screen does not show ${wanted}:\n${this.text()}`))),
				patience,
			);
			const settle = (done: () => void) => {
				clearTimeout(timer);
				this.#watchers.delete(look);
				done();
			};
			this.#watchers.add(look);
			look();
		});
	}

	/** Resolves with the exit code; rejects with the screen when the program does not end in time. */
	async exited(): Promise<number> {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error(`the program does not end:\n${this.text()}`)), patience);
		});
		return Promise.race([this.#exited, late]).finally(() => clearTimeout(timer));
	}

	/** Resolves when the screen has changed. */
	changed(): Promise<void> {
		return new Promise(resolve => {
			const watcher = () => {
				this.#watchers.delete(watcher);
				resolve();
			};
			this.#watchers.add(watcher);
		});
	}

	/** Types keys and waits until the screen shows a text. */
	async press(text: string, wanted: string | RegExp): Promise<void> {
		this.type(text);
		await this.shows(wanted);
	}

	/** Kills the program if it still runs. */
	[Symbol.dispose](): void {
		if (!this.#ended) this.#process.kill('SIGKILL');
		this.screenBuffer.dispose();
	}

	#changed(): void {
		for (const watcher of this.#watchers) watcher();
	}
}
