import {createReadStream} from 'node:fs';
import {parse} from 'csv-parse';
import {type Figures, secondsOf} from '../figures.ts';

/** Reads the records as arrays with the best known library, without a rule. */
export async function measure(path: string): Promise<Figures> {
	const seconds = await secondsOf(async () => {
		for await (const _record of createReadStream(path).pipe(parse()));
	});
	return {'csv-parse, bare loop, s': seconds};
}
