import {Random} from '../random.ts';
import {text, written} from './make-json.ts';
import {ids} from './make-lineage.ts';

/** A small resources file that has some of the ids of lineage files, the same for the same seed. */
export function makeResources(seed: number): Buffer {
	const random = new Random(~seed);
	const lines = ids
		.filter(() => !random.oneIn(3))
		.map(id => {
			const type = random.pick(['database', 'table', 'dashboard']);
			const line = written(random, {
				pairs: [
					['entity_type', text(type)],
					['databuilder_id', text(id)],
					['title', text(id)],
				],
			});
			return random.oneIn(12) ? line.slice(0, -1) : line;
		});
	const first = '{"entity_type": "database", "databuilder_id": "db", "title": "db"}';
	return Buffer.from(`${[first, ...random.shuffled(lines)].join('\n')}\n`);
}
