import {once} from 'node:events';
import {fstatSync, writeSync} from 'node:fs';
import {withoutSecrets} from '../profiles/known-secrets.ts';
import {jsonText} from '../text/json.ts';
import {logLines} from '../text/log-lines.ts';

/** Pieces are collected until they have this length. */
const chunkLength = 64 * 1024;

/**
A text stream of the process. Nothing that is written to it shows a known secret; text is safe for terminals and CI logs, and
JSON holds printable characters only.
*/
export class OutputStream {
	/** The stream itself, for screens and for bytes. */
	readonly stream: NodeJS.WriteStream & {readonly fd: number};
	readonly #isFile: boolean;
	readonly #signal: AbortSignal;
	#atLineStart = true;
	#failed = false;
	isResultStarted = false;
	#isLent = false;

	/** `signal` ends the wait for a reader. */
	constructor(stream: NodeJS.WriteStream & {readonly fd: number}, signal = new AbortController().signal) {
		this.#signal = signal;
		this.stream = stream;
		this.#isFile = fstatSync(stream.fd).isFile();
		stream.on('error', () => {
			this.#failed = true;
		});
	}

	/** True if a part of an encoded result was written. */
	get isResultBegun(): boolean {
		return this.isResultStarted;
	}

	/** True if a writer that reports its own errors has the stream. */
	get isLent(): boolean {
		return this.#isLent;
	}

	/** Returns the stream for a writer that reports its own errors. */
	lend(): NodeJS.WriteStream {
		this.#isLent = true;
		return this.stream;
	}

	get isTTY(): boolean {
		return this.stream.isTTY;
	}

	/** Writes text for people. Values in it must have no line breaks of their own: `visible` replaces them. */
	write(text: string): void {
		if (text === '') return;
		const clean = withoutSecrets(text);
		// A text that continues a line is not at its start.
		const safe = this.#atLineStart ? logLines(clean) : logLines(`.${clean}`).slice(1);
		this.#atLineStart = text.endsWith('\n');
		this.#put(safe);
	}

	/** Writes a value as one line of JSON. */
	writeJson(value: unknown): void {
		this.#put(`${withoutSecrets(jsonText(value))}\n`);
	}

	/** Writes pieces of text that the encoder of their format has made safe, no faster than they are taken. */
	async writeEncoded(pieces: Iterable<string>): Promise<void> {
		let held = '';
		try {
			for (const piece of pieces) {
				held += piece;
				if (held.length < chunkLength) continue;
				this.isResultStarted = true;
				// A stream that fails is reported by the listeners for its errors; nothing more is written to it.
				if (!this.#put(withoutSecrets(held)))
					await once(this.stream, 'drain', {signal: this.#signal}).catch(() => undefined);
				if (this.#failed || this.#signal.aborted) return;
				held = '';
			}
		} catch (error) {
			// What was begun is not left without its end; what was not begun leaves no trace.
			if (this.isResultStarted) this.#put(withoutSecrets(held));
			throw error;
		}

		this.#put(withoutSecrets(held));
	}

	/** Writes text as it is. Returns `false` when the stream wants to be waited for. */
	#put(text: string): boolean {
		if (this.#failed) return true;
		if (!this.#isFile) return this.stream.write(text);
		this.#putIntoFile(text);
		return true;
	}

	/** Node takes a short write, as on a disk that has just become full, for a whole one. */
	#putIntoFile(text: string): void {
		const bytes = Buffer.from(text);
		try {
			for (let at = 0; at < bytes.length; ) at += writeSync(this.stream.fd, bytes, at);
		} catch (error) {
			this.stream.emit('error', error);
		}
	}
}
