import type {FileKind} from '../../../../kinds/file-kind.ts';
import type {NamedColumns} from '../../../../kinds/header.ts';
import {askColumns} from '../../ask-columns.ts';
import {back, kindOf, next, type SetUpStep} from '../answers.ts';

/** Which columns hold what Secoda needs, where their headers do not tell. */
export const mappingStep: SetUpStep = {
	name: 'mapping',
	label: 'Columns',
	summarize(found) {
		const {file, mapping = {}} = found;
		const [names] = splitMapping(mapping, kindOf(found));
		const answer = names.map(([label, field]) => `"${label}" is ${field}`);
		const missing = file?.missing.filter(field => !Object.values(mapping).includes(field)) ?? [];
		if (answer.length > 0 && missing.length > 0) answer.push(`none is ${missing.join(' or ')}`);
		return answer.length === 0 ? undefined : answer.join(', ');
	},
	isNeeded: ({file}) => file !== undefined && file.missing.length > 0,
	async ask(found, {prompter}) {
		const {file} = found;
		// A file that is gone, or that lacks nothing any more: what was said stays.
		if (file?.missing.length === 0) return next(found);
		const answer = file && (await askColumns(prompter, file, {before: found.mapping}));
		if (answer === undefined) return back;
		const [, others] = splitMapping(found.mapping ?? {}, kindOf(found));
		return next({...found, mapping: {...Object.fromEntries(others), ...answer}});
	},
};

type LabelField = readonly [label: string, field: string];

/** What was said of the columns: of those that are needed, and of the others. */
export function splitMapping(
	mapping: NamedColumns,
	{requiredFields}: FileKind,
): [needed: LabelField[], others: LabelField[]] {
	const pairs = Object.entries(mapping);
	const isNeeded = ([, field]: LabelField) => requiredFields.includes(field);
	return [pairs.filter(isNeeded), pairs.filter(pair => !isNeeded(pair))];
}
