import {createReadStream} from 'node:fs';
import {parse} from 'csv-parse';

/** What the best known library takes to read the same records as arrays, without a rule. */
export async function measure(path: string): Promise<string> {
	let rows = 0;
	for await (const _record of createReadStream(path).pipe(parse())) rows++;
	return `${rows} rows`;
}
