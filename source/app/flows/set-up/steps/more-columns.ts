import type {FileKind} from '../../../../kinds/file-kind.ts';
import {distinctLabels, foldLabel} from '../../../../kinds/header.ts';
import type {Prompter} from '../../prompter.ts';
import {back, kindOf, next, type SetUpAnswers, type SetUpStep} from '../answers.ts';
import {moreColumnsTexts as texts} from '../texts.ts';
import {splitMapping} from './mapping.ts';

/** Ids of items that are not labels: no header contains this character. */
const continueItem = '\0continue';
const nothingItem = '\0nothing';

/** Columns with unknown names that could hold an optional field. One key skips them all. */
export const moreColumnsStep: SetUpStep = {
	name: 'more-columns',
	label: texts.label,
	summarize(answers) {
		if (answers.hasAskedMoreColumns !== true && hasChoices(answers)) return undefined;
		const {unknown, optional} = columnsOf(answers);
		const sent = [...optional].map(([label, field]) => `"${label}" as ${field}`);
		const notSent = unknown.filter(label => !optional.has(label));
		const some = `${notSent.slice(0, 2).join(', ')}${notSent.length > 2 ? ', …' : ''}`;
		// A line that is cut shows its beginning: the columns that are not sent come first.
		const parts = notSent.length === 0 ? sent : [texts.summary(some), ...sent];
		return parts.length === 0 ? undefined : parts.join('; ');
	},
	isNeeded: hasChoices,
	async ask(answers, {prompter}) {
		if (!hasChoices(answers)) return next(answers);
		const kind = kindOf(answers);
		const columns = columnsOf(answers);
		let optional = columns.optional;
		let selected = continueItem;
		for (;;) {
			const answer = await prompter.ask({
				prompt: texts.prompt,
				lines: [texts.about],
				question: {
					kind: 'choice',
					search: true,
					selected,
					items: [
						{id: continueItem, label: texts.next, detail: texts.nextDetail, always: true},
						...distinctLabels(columns.unknown).map(label => ({
							id: label,
							label,
							detail: contentOf(optional.get(label), kind),
						})),
					],
				},
			});
			if (answer.kind !== 'picked') return back;
			if (answer.id === continueItem) {
				const mapping = Object.fromEntries([...columns.required, ...optional]);
				return next({...answers, mapping, hasAskedMoreColumns: true});
			}

			selected = answer.id;
			optional = await askField(prompter, answer.id, optional, {free: columns.free, kind});
		}
	},
};

function contentOf(field: string | undefined, kind: FileKind): string {
	return field === undefined ? texts.notSent : texts.content(field, kind.describeField(field));
}

/** Asks for the field of a column. A field that another column had moves to this one. */
async function askField(
	prompter: Prompter,
	label: string,
	current: FieldsByLabel,
	{free, kind}: {readonly free: readonly string[]; readonly kind: FileKind},
): Promise<FieldsByLabel> {
	const others = [...current].filter(([other]) => other !== label);
	const answer = await prompter.ask({
		prompt: texts.column(label),
		question: {
			kind: 'choice',
			search: true,
			selected: current.get(label) ?? nothingItem,
			items: [
				...free.map(field => {
					const [holder] = others.find(([, held]) => held === field) ?? [];
					const meaning = kind.describeField(field);
					return {id: field, label: field, detail: holder === undefined ? meaning : texts.inUse(meaning, holder)};
				}),
				{id: nothingItem, label: texts.nothing, detail: texts.notSent, always: true},
			],
		},
	});
	if (answer.kind !== 'picked') return current;
	const field = free.find(other => other === answer.id);
	return new Map(field === undefined ? others : [...others.filter(([, held]) => held !== field), [label, field]]);
}

function hasChoices(answers: SetUpAnswers): boolean {
	const {unknown, free} = columnsOf(answers);
	return distinctLabels(unknown).length > 0 && free.length > 0;
}

type FieldsByLabel = ReadonlyMap<string, string>;

type ColumnChoices = {
	/** Labels that Secoda does not know, except those of required fields. */
	readonly unknown: readonly string[];
	/** Optional fields that no label names. */
	readonly free: readonly string[];
	readonly required: ReadonlyArray<readonly [label: string, field: string]>;
	readonly optional: FieldsByLabel;
};

function columnsOf(answers: SetUpAnswers): ColumnChoices {
	const {file, mapping = {}} = answers;
	const kind = kindOf(answers);
	const labels = file?.labels ?? [];
	const asInFile = (label: string) => labels.find(other => foldLabel(other) === foldLabel(label)) ?? label;
	const pairs = Object.entries(mapping).map(([label, field]) => [asInFile(label), field] as const);
	const [required, optional] = splitMapping(Object.fromEntries(pairs), kind);
	const mapped = new Map([...required, ...optional]);
	const taken = new Set<unknown>([
		...kind.requiredFields,
		...labels.map(label => (mapped.has(label) ? undefined : kind.fieldOfLabel(label))),
	]);
	const isUnknown = (label: string) => foldLabel(label) !== '' && kind.fieldOfLabel(label) === undefined;
	const isRequired = (label: string) => required.some(([other]) => other === label);
	return {
		unknown: labels.filter(label => isUnknown(label) && !isRequired(label)),
		free: kind.fields.filter(field => !taken.has(field)),
		required,
		optional: new Map(optional),
	};
}
