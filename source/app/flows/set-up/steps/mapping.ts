import {type Field, nameFields} from '../../../../kinds/warehouse/field.ts';
import type {NamedColumns} from '../../../../kinds/warehouse/header.ts';
import {askColumns} from '../../ask-columns.ts';
import {back, next, type Step} from '../found.ts';

/** Which columns hold what Secoda needs, where their headers do not tell. */
export const mappingStep: Step = {
	name: 'mapping',
	label: 'Columns',
	told({file, mapping = {}}) {
		const [names] = parted(mapping);
		const said = names.map(([label, field]) => `"${label}" is ${field}`);
		const missing = file?.missing.filter(field => !Object.values(mapping).includes(field)) ?? [];
		if (said.length > 0 && missing.length > 0) said.push(`none is ${missing.join(' or ')}`);
		return said.length === 0 ? undefined : said.join(', ');
	},
	wanted: ({file}) => file !== undefined && file.missing.length > 0,
	async ask(found, {asker}) {
		const {file} = found;
		// A file that is gone, or that lacks nothing any more: what was said stays.
		if (file?.missing.length === 0) return next(found);
		const said = file && (await askColumns(asker, file, {before: found.mapping}));
		if (said === undefined) return back;
		const [, others] = parted(found.mapping ?? {});
		return next({...found, mapping: {...Object.fromEntries(others), ...said}});
	},
};

type Pair = readonly [label: string, field: Field];

/** What was said of the columns: of those that are needed, and of the others. */
export function parted(mapping: NamedColumns): [needed: Pair[], others: Pair[]] {
	const pairs = Object.entries(mapping);
	const isNeeded = ([, field]: Pair) => nameFields.some(name => name === field);
	return [pairs.filter(isNeeded), pairs.filter(pair => !isNeeded(pair))];
}
