import {type Encoding, encodingNames} from '../records/source/encoding.ts';
import {textStart} from '../records/text-start.ts';
import {findSignature, startsWith} from './signatures.ts';

/** A file that cannot be uploaded, because of its format. */
export type UnsupportedFormat = {
	readonly code: 'format-error' | 'wrong-kind' | 'encoding-error' | 'empty-file';
	readonly message: string;
	/** The next step; `<file>` is the name of the file. */
	readonly next: string;
	/** The detected encoding, if the file can be converted. */
	readonly encoding?: Encoding;
};

/** A file without content. */
export const emptyFile: UnsupportedFormat = {
	code: 'empty-file',
	message: 'The file is empty.',
	next: 'Export it again.',
};

/** The number of bytes that detection reads. */
export const headSize = 64 * 1024;

/** A NUL byte within this many bytes means binary data. */
const binaryHead = 4096;

/** Detects a file that no kind can read. Returns `undefined` if it may be UTF-8 text. */
export function detectUnreadable(head: Buffer): UnsupportedFormat | undefined {
	if (head.length < headSize && isBlank(head, textStart(head))) return emptyFile;
	const signature = findSignature(head);
	if (signature !== undefined) return {code: 'format-error', message: signature.message, next: signature.next};
	const encoding = utf16(head);
	if (encoding !== undefined) {
		return {
			code: 'encoding-error',
			message: `The file is encoded in ${encodingNames[encoding]}. Secoda needs UTF-8.`,
			next: `Convert it while reading: --encoding ${encoding}. The file is not changed.`,
			encoding,
		};
	}

	if (head.subarray(0, binaryHead).includes(0)) {
		return {
			code: 'format-error',
			message: 'The file contains binary data, not text.',
			next: 'Export it as CSV in UTF-8.',
		};
	}

	return undefined;
}

/** The byte order marks of UTF-16. */
const marks = {little: Buffer.from('fffe', 'hex'), big: Buffer.from('feff', 'hex')};

/** Detects UTF-16 by its byte order mark, or by what the first bytes are in it. */
function utf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
	if (startsWith(head, marks.little)) return 'utf-16le';
	if (startsWith(head, marks.big)) return 'utf-16be';
	if (head.length < 8) return undefined;
	const start = head.subarray(0, Math.min(head.length & ~1, binaryHead));
	const little = latinShare(start.toString('utf16le'));
	const big = latinShare(Buffer.from(start).swap16().toString('utf16le'));
	if (Math.max(little, big) < latinShareOfTables) return undefined;
	return little > big ? 'utf-16le' : 'utf-16be';
}

/** Separators, line ends and usual labels make up more of a table in any script. */
const latinShareOfTables = 0.1;

/** Returns the share of printable Latin characters in a text that may be cut; 0 if it is no text. */
function latinShare(text: string): number {
	const cut = text.replace(/[\uD800-\uDBFF]$/, '');
	if (!cut.isWellFormed() || /[\u0000\uFFFE\uFFFF]/.test(cut)) return 0;
	return cut.replaceAll(/[^\t-\r\u0020-\u007E\u00A0-\u00FF]/g, '').length / text.length;
}

/** True if bytes from `start` on are only blank lines. */
export function isBlank(bytes: Buffer, start = 0): boolean {
	return /^[\t-\r ]*$/.test(bytes.toString('latin1', start));
}
