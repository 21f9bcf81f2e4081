import type {FileKind} from '../../../../kinds/file-kind.ts';
import type {NamedColumns} from '../../../../kinds/header.ts';
import {askColumns} from '../../ask-columns.ts';
import {back, kindOf, next, type Step} from '../found.ts';

/** Which columns hold what Secoda needs, where their headers do not tell. */
export const mappingStep: Step = {
	name: 'mapping',
	label: 'Columns',
	told(found) {
		const {file, mapping = {}} = found;
		const [names] = parted(mapping, kindOf(found));
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
		const [, others] = parted(found.mapping ?? {}, kindOf(found));
		return next({...found, mapping: {...Object.fromEntries(others), ...said}});
	},
};

type Pair = readonly [label: string, field: string];

/** What was said of the columns: of those that are needed, and of the others. */
export function parted(mapping: NamedColumns, {requiredFields}: FileKind): [needed: Pair[], others: Pair[]] {
	const pairs = Object.entries(mapping);
	const isNeeded = ([, field]: Pair) => requiredFields.includes(field);
	return [pairs.filter(isNeeded), pairs.filter(pair => !isNeeded(pair))];
}
