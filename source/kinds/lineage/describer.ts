import {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import type {LineageEnd} from '../edges.ts';
import {KeyNames} from '../json/key-names.ts';
import {LineCheck} from '../json/line-check.ts';
import type {EntityType, NameInRecord, ResourceDescriber, SentValue} from '../resources.ts';
import {readEnd} from './edge-texts.ts';
import {source, target} from './field.ts';

/** Reads the names of edges from their lines: those of both ends. */
export class EdgeDescriber implements ResourceDescriber {
	nameOf(_: EntityType, record: RecordScanner): NameInRecord {
		if (!(record instanceof JsonScanner)) throw new TypeError('edges are JSON Lines');
		const {columns} = record;
		const line = new LineCheck({columns}, new KeyNames(columns));
		line.check(1, record, 'valid');
		const name = [source, target].map(end => nameOfEnd(readEnd(line.scanner, end)));
		return {name, own: name.join(' ')};
	}

	/** An edge has no values. */
	fieldsOf(): readonly SentValue[] {
		return [];
	}
}

function nameOfEnd(end: LineageEnd): string {
	switch (end.kind) {
		case 'resource':
			return end.id;
		case 'table':
		case 'column':
			return end.path.join('.');
		case 'query':
			return end.sql;
	}
}
