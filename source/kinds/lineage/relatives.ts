import type {EdgeSide, EdgeSource, LineageEnd} from '../edges.ts';
import {type Relative, type Relatives, relativeName} from '../relatives.ts';
import {trim} from '../values/trim.ts';
import type {ResourceReferences} from './resource-references.ts';

const sides: ReadonlyArray<{readonly side: EdgeSide; readonly label: string; readonly nearest: string}> = [
	{side: 'source', label: 'From', nearest: 'source'},
	{side: 'target', label: 'To', nearest: 'target'},
];

/** The ends of edges, with the resources of the resources file. */
export class EdgeRelatives {
	readonly #edges: EdgeSource;
	readonly #references: ResourceReferences;

	constructor(edges: EdgeSource, references: ResourceReferences) {
		this.#edges = edges;
		this.#references = references;
	}

	/** Returns the ends of the edge in a row that can be read. */
	of(row: number): readonly Relatives[] {
		return sides.flatMap(({side, label, nearest}): readonly Relatives[] => {
			if ((this.#edges.ends[side][row] ?? 0) === 0) return [];
			const end = this.#relative(this.#edges.readEnd(row, side));
			return [{label, nearest, shape: 'path', relatives: [end], start: 'whole'}];
		});
	}

	#relative(end: LineageEnd): Relative {
		switch (end.kind) {
			case 'resource':
				return this.#resource(end.id);
			case 'table':
			case 'column':
				return {name: relativeName(end.path.join('.')), type: `external ${end.kind}`, place: {kind: 'outside'}};
			case 'query':
				return {name: relativeName(end.sql).replaceAll(/\s+/g, ' '), type: 'query', place: {kind: 'outside'}};
		}
	}

	#resource(id: string): Relative {
		const found = this.#references.describeId(id);
		if (found !== undefined) {
			const {title, type, row} = found;
			return {
				name: relativeName(trim(title) || id),
				type: relativeName(type.replaceAll('_', ' ')),
				place: {kind: 'row', file: 'other', row},
			};
		}

		const place = this.#references.isCompared
			? ({kind: 'missing', file: 'other'} as const)
			: ({kind: 'not-compared'} as const);
		return {name: relativeName(id), type: '', place};
	}
}
