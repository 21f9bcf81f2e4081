import {jsonType} from '../../../records/jsonl/json-bytes.ts';
import {edgeLine, orders, revenue} from '../example.ts';
import {source, target} from '../field.ts';
import type {EdgeRule} from './edge-rule.ts';

const identifiers: ReadonlySet<number> = new Set([source.identifier, target.identifier]);

export const typeError: EdgeRule = {
	code: 'type-error',
	hasSafeFixes: true,
	message(_edge, place) {
		const wanted = place !== undefined && identifiers.has(place.column) ? 'an object' : 'a string';
		return `${place?.field ?? 'The value'} is not ${wanted}. Write it as ${wanted}.`;
	},
	fixes({record}, place) {
		if (place === undefined || identifiers.has(place.column)) return [];
		if (record.typeOf(place.column) !== jsonType.number) return [];
		const changes = [{field: place.field, value: record.value(place.column)}];
		return [{kind: 'cells', title: 'change to a string', safe: true, changes}];
	},
	page: {
		meaning: 'An identifier is not a JSON object, or one of its keys is not a string.',
		reason: 'What Secoda reads of a value of another type is not documented: the edge may be lost.',
		example: {text: edgeLine(orders, '{"type": "internal_resource", "databuilder_id": 4711}')},
		fixes: [
			{kind: 'safe', text: 'A number becomes a string, digit for digit.'},
			{
				kind: 'edit',
				text: 'Write another value as a string, or the identifier as an object.',
				fixed: edgeLine(orders, revenue),
			},
		],
	},
};
