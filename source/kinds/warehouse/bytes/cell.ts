import {cellKind} from '../../../records/cell-spans.ts';
import type {RecordScanner} from '../../../records/record-scanner.ts';
import {trimmedEnd, trimmedStart} from '../../bytes/classes.ts';

/** The trimmed, unescaped bytes of one cell. Reuse one instance. */
export class Cell {
	bytes: Buffer = Buffer.alloc(0);
	start = 0;
	end = 0;

	of(reader: RecordScanner, column: number): this {
		if (reader.kinds[column] === cellKind.escaped) return this.#take(Buffer.from(reader.value(column)));
		return this.#take(reader.bytes, reader.starts[column], reader.ends[column]);
	}

	/** Replaces the text by its Unicode lower case. */
	lowerCase(): this {
		return this.#take(Buffer.from(this.text.toLowerCase()));
	}

	get text(): string {
		return this.bytes.toString('utf8', this.start, this.end);
	}

	get length(): number {
		return this.end - this.start;
	}

	#take(bytes: Buffer, start = 0, end = bytes.length): this {
		this.bytes = bytes;
		this.start = trimmedStart(bytes, start, end);
		this.end = trimmedEnd(bytes, this.start, end);
		return this;
	}
}
