import {once} from 'node:events';
import {withoutSecrets} from '../profiles/known-secrets.ts';
import {jsonText} from '../text/json.ts';
import {logLines} from '../text/log-lines.ts';

/** Pieces are collected until they have this length. */
const chunkLength = 64 * 1024;

/**
A text stream of the process. Nothing that is written to it shows a known secret; text is safe for terminals and CI logs, and
JSON holds printable characters only.
*/
export class Output {
	/** The stream itself, for screens and for bytes. */
	readonly stream: NodeJS.WriteStream;
	#atLineStart = true;

	constructor(stream: NodeJS.WriteStream) {
		this.stream = stream;
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
		this.stream.write(safe);
	}

	/** Writes a value as one line of JSON. */
	writeJson(value: unknown): void {
		this.stream.write(`${withoutSecrets(jsonText(value))}\n`);
	}

	/** Writes pieces of text that the encoder of their format has made safe, no faster than they are taken. */
	async writeEncoded(pieces: Iterable<string>): Promise<void> {
		let held = '';
		for (const piece of pieces) {
			held += piece;
			if (held.length < chunkLength) continue;
			if (!this.stream.write(withoutSecrets(held))) await once(this.stream, 'drain');
			held = '';
		}

		this.stream.write(withoutSecrets(held));
	}
}
