import {once} from 'node:events';
import {fstatSync, writeSync} from 'node:fs';
import {withoutSecrets} from '../profiles/known-secrets.ts';
import {jsonText} from '../text/json.ts';
import {logLines} from '../text/log-lines.ts';

/** The minimum length of a chunk that is written. */
const chunkLength = 64 * 1024;

/**
Standard output or standard error as a text stream. Known secrets are removed, text is safe for terminals and CI logs, and JSON
contains only printable characters.
*/
export class OutputStream {
	/** The underlying stream, for screens and bytes. */
	readonly stream: NodeJS.WriteStream & {readonly fd: number};
	readonly #isFile: boolean;
	readonly #signal: AbortSignal;
	#atLineStart = true;
	#failed = false;
	isResultStarted = false;
	#isLent = false;

	/** `signal` aborts the wait for a reader. */
	constructor(stream: NodeJS.WriteStream & {readonly fd: number}, signal = new AbortController().signal) {
		this.#signal = signal;
		this.stream = stream;
		this.#isFile = fstatSync(stream.fd).isFile();
		stream.on('error', () => {
			this.#failed = true;
		});
	}

	/** True if part of an encoded result was written. */
	get isResultBegun(): boolean {
		return this.isResultStarted;
	}

	/** True while a writer that reports its own errors uses the stream. */
	get isLent(): boolean {
		return this.#isLent;
	}

	/** Lends the stream to a writer that reports its own errors. */
	lend(): NodeJS.WriteStream {
		this.#isLent = true;
		return this.stream;
	}

	get isTTY(): boolean {
		return this.stream.isTTY;
	}

	/** Writes text. Values in it must not contain line breaks: `visible` replaces them. */
	write(text: string): void {
		if (text === '') return;
		const clean = withoutSecrets(text);
		// A dot in front marks text that continues a line.
		const safe = this.#atLineStart ? logLines(clean) : logLines(`.${clean}`).slice(1);
		this.#atLineStart = text.endsWith('\n');
		this.#put(safe);
	}

	/** Writes a value as one line of JSON. */
	writeJson(value: unknown): void {
		this.#put(`${withoutSecrets(jsonText(value))}\n`);
	}

	/** Writes encoded text as fast as the stream accepts it. Its encoder has made it safe. */
	async writeEncoded(pieces: Iterable<string>): Promise<void> {
		let held = '';
		try {
			for (const piece of pieces) {
				held += piece;
				if (held.length < chunkLength) continue;
				this.isResultStarted = true;
				// The error listeners report a failing stream; nothing more is written to it.
				if (!this.#put(withoutSecrets(held)))
					await once(this.stream, 'drain', {signal: this.#signal}).catch(() => undefined);
				if (this.#failed || this.#signal.aborted) return;
				held = '';
			}
		} catch (error) {
			// A started result is flushed; one that has not started is dropped.
			if (this.isResultStarted) this.#put(withoutSecrets(held));
			throw error;
		}

		this.#put(withoutSecrets(held));
	}

	/** Writes text unchanged. Returns `false` if the caller must wait for `drain`. */
	#put(text: string): boolean {
		if (this.#failed) return true;
		if (!this.#isFile) return this.stream.write(text);
		this.#putIntoFile(text);
		return true;
	}

	/** Writes to a file until all bytes are written: Node ignores short writes, such as those on a full disk. */
	#putIntoFile(text: string): void {
		const bytes = Buffer.from(text);
		try {
			for (let at = 0; at < bytes.length; ) at += writeSync(this.stream.fd, bytes, at);
		} catch (error) {
			this.stream.emit('error', error);
		}
	}
}
