import {byte, isWhiteSpace} from './json-bytes.ts';

const space = Buffer.from(' ');

/**
Adds the object from `start` to `end` to `into` as one line: white space that contains a line end becomes one space behind a comma or a
colon, and nothing elsewhere. All other bytes are kept. Such white space is never inside a string, because strings have no line ends.
*/
export function addAsOneLine(into: Buffer[], bytes: Buffer, start: number, end: number): void {
	let copied = start;
	for (let at = lineEndFrom(bytes, start, end); at < end; at = lineEndFrom(bytes, copied, end)) {
		let from = at;
		while (isWhiteSpace(bytes[from - 1])) from--;
		const before = bytes[from - 1];
		into.push(bytes.subarray(copied, from));
		if (before === byte.comma || before === byte.colon) into.push(space);
		copied = at;
		while (isWhiteSpace(bytes[copied])) copied++;
	}

	into.push(bytes.subarray(copied, end));
}

/** Returns the offset of the first CR or LF from `start` on, or `end`. */
function lineEndFrom(bytes: Buffer, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== byte.lineFeed && bytes[at] !== byte.carriageReturn) at++;
	return at;
}
