/** What a file is, when it is not the CSV that it should be. */
export type WrongFormat = {
	readonly code: 'format-error' | 'wrong-kind' | 'encoding-error' | 'dialect' | 'empty-file';
	readonly message: string;
	readonly next: string;
};

/** How many bytes at the start of a file `recogniseFormat` looks at. */
export const headSize = 4096;

/** Looks at the first bytes of a file. `undefined` when it may be a CSV. */
export function recogniseFormat(head: Buffer): WrongFormat | undefined {
	if (isBlank(head)) {
		return {
			code: 'empty-file',
			message: 'The file is empty.',
			next: 'Export it again: it should start with a header line.',
		};
	}

	if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
		return {
			code: 'format-error',
			message: 'This is a ZIP or a spreadsheet (XLSX), not a CSV.',
			next: 'Open it in the spreadsheet program and save it as "CSV UTF-8".',
		};
	}

	if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
		return {
			code: 'encoding-error',
			message: 'The file is written in UTF-16; Secoda takes UTF-8.',
			next: 'Save it as "CSV UTF-8" and open it again.',
		};
	}

	if (head.includes(0)) {
		return {code: 'format-error', message: 'The file holds binary data, not text.', next: 'Export it as CSV in UTF-8.'};
	}

	return recogniseText(head.toString('utf8').replace(/^\uFEFF/, ''));
}

function recogniseText(text: string): WrongFormat | undefined {
	if (text.startsWith('{')) {
		return {
			code: 'wrong-kind',
			message: 'This is a JSONL file (it starts with a brace), not a CSV.',
			next: 'Only CSV files can be uploaded today: export the description as CSV.',
		};
	}

	const header = /^[^\r\n]*/.exec(text)?.[0].toLowerCase() ?? '';
	const labels = header.split(',').map(label => label.replaceAll('"', '').trim());
	if (['id', 'title', 'entity_type'].every(label => labels.includes(label))) {
		return {
			code: 'wrong-kind',
			message:
				"This is a file of the workspace's Import and Export, which edits existing pages; an upload describes a warehouse.",
			next: 'Send it in the web app under Settings > Import and Export.',
		};
	}

	for (const [separator, name] of separators) {
		if (!header.includes(',') && header.split(separator).length >= 4) {
			return {
				code: 'dialect',
				message: `The columns are separated by ${name}; Secoda takes commas.`,
				next: 'Export it again with commas as separators.',
			};
		}
	}

	return undefined;
}

const separators: ReadonlyArray<readonly [separator: string, name: string]> = [
	[';', 'semicolons'],
	['\t', 'tabs'],
	['|', 'pipes'],
];

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
	return bytes.every((byte, at) => head[at] === byte);
}

/** Nothing but white space, after a byte order mark. */
function isBlank(head: Buffer): boolean {
	return head.length < headSize && /^\uFEFF?\s*$/.test(head.toString('utf8'));
}
