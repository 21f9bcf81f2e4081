import type {FileKind} from '../../../../kinds/file-kind.ts';
import type {MappingOverrides} from '../../../../kinds/header.ts';
import {askColumns} from '../../ask-columns.ts';
import {back, kindOf, next, type SetUpStep} from '../answers.ts';
import {mappingTexts as texts} from '../texts.ts';

/** The columns of required fields that no header names. */
export const mappingStep: SetUpStep = {
	name: 'mapping',
	label: texts.label,
	summarize(answers) {
		const {file, mapping = {}} = answers;
		const [required] = splitMapping(mapping, kindOf(answers));
		const parts = required.map(([label, field]) => texts.mapped(label, field));
		const missing = file?.missing.filter(field => !Object.values(mapping).includes(field)) ?? [];
		if (parts.length > 0 && missing.length > 0) parts.push(texts.unmapped(missing));
		return parts.length === 0 ? undefined : parts.join(', ');
	},
	isNeeded: ({file}) => file !== undefined && file.missing.length > 0,
	async ask(answers, {prompter}) {
		const {file} = answers;
		if (file?.missing.length === 0) return next(answers);
		const required = file && (await askColumns(prompter, file, {before: answers.mapping}));
		if (required === undefined) return back;
		const [, optional] = splitMapping(answers.mapping ?? {}, kindOf(answers));
		return next({...answers, mapping: {...Object.fromEntries(optional), ...required}});
	},
};

type LabelField = readonly [label: string, field: string];

/** Splits a mapping into the columns of required fields and those of optional fields. */
export function splitMapping(
	mapping: MappingOverrides,
	{requiredFields}: FileKind,
): [required: LabelField[], optional: LabelField[]] {
	const pairs = Object.entries(mapping);
	const isRequired = ([, field]: LabelField) => requiredFields.includes(field);
	return [pairs.filter(isRequired), pairs.filter(pair => !isRequired(pair))];
}
