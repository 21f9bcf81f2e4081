/** A kind of files that are not text, by their first bytes. */
type Signature = {readonly bytes: Buffer; readonly message: string; readonly next: string};

function compressed(bytes: Buffer, tool: string): Signature {
	return {
		bytes,
		message: `This is a file that is compressed with ${tool}, not a CSV.`,
		next: `Uncompress it: ${tool} -dk <file>`,
	};
}

function columnar(bytes: Buffer, name: string): Signature {
	return {bytes, message: `This is a file in the format ${name}, not a CSV.`, next: 'Export its rows as CSV in UTF-8.'};
}

const signatures: readonly Signature[] = [
	{
		bytes: Buffer.from('PK\u0003\u0004'),
		message: 'This is a ZIP or a spreadsheet (XLSX), not a CSV.',
		next: 'Open it in the spreadsheet program and save it as "CSV UTF-8".',
	},
	{
		bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
		message: 'This is a spreadsheet (XLS), not a CSV.',
		next: 'Open it in the spreadsheet program and save it as "CSV UTF-8".',
	},
	{
		bytes: Buffer.from('%PDF'),
		message: 'This is a PDF, not a CSV.',
		next: 'Export the data as CSV in UTF-8.',
	},
	{
		bytes: Buffer.from('fffe0000', 'hex'),
		message: 'The file is encoded in UTF-32. Secoda needs UTF-8.',
		next: 'Convert it: iconv -f utf-32 -t utf-8 <file> > warehouse.csv',
	},
	compressed(Buffer.from('1f8b', 'hex'), 'gzip'),
	compressed(Buffer.from('BZh91AY&SY'), 'bzip2'),
	compressed(Buffer.from('28b52ffd', 'hex'), 'zstd'),
	compressed(Buffer.from('fd377a585a00', 'hex'), 'xz'),
	columnar(Buffer.from('PAR1\u0015'), 'Parquet'),
	columnar(Buffer.from('Obj\u0001'), 'Avro'),
	columnar(Buffer.from('SQLite format 3\u0000'), 'SQLite'),
];

/** Returns the kind of a file that is not text, by its first bytes; `undefined` if they are of no usual one. */
export function findSignature(head: Buffer): Signature | undefined {
	return signatures.find(({bytes}) => startsWith(head, bytes));
}

export function startsWith(head: Buffer, bytes: Buffer): boolean {
	return head.subarray(0, bytes.length).equals(bytes);
}
