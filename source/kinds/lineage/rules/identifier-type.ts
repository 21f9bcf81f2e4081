import {trim} from '../../values/trim.ts';
import {endTypeNamed, endTypes} from '../end-type.ts';
import {edgeLine, orders, revenue} from '../example.ts';
import type {EdgeRule} from './edge-rule.ts';

const names = endTypes.map(({name}) => name).join(', ');

export const identifierType: EdgeRule = {
	code: 'identifier-type',
	hasSafeFixes: true,
	message: (_edge, place) => `${place?.field ?? 'type'} is not a type that Secoda knows. Use one of: ${names}.`,
	fixes({record}, place) {
		if (place === undefined) return [];
		const type = endTypeNamed(trim(record.value(place.column)).toLowerCase().replaceAll(/[ -]/g, '_'));
		if (type === undefined) return [];
		const changes = [{field: place.field, value: type.name}];
		return [{kind: 'cells', title: `change to ${type.name}`, safe: true, changes}];
	},
	page: {
		meaning: `The type of an identifier is not one of ${names}.`,
		reason: 'The type says which keys Secoda reads of an end. It does not read an end of another type.',
		example: {text: edgeLine(orders.replace('internal_resource', 'Internal-Resource'), revenue)},
		fixes: [
			{kind: 'safe', text: 'Upper case, spaces and hyphens are replaced.'},
			{kind: 'edit', text: 'Write one of the types.', fixed: edgeLine(orders, revenue)},
		],
	},
};
