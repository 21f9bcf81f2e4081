import type {FileKind} from '../../../../kinds/file-kind.ts';
import {distinctLabels, foldLabel} from '../../../../kinds/header.ts';
import type {Prompter} from '../../prompter.ts';
import {back, kindOf, next, type SetUpAnswers, type SetUpStep} from '../answers.ts';
import {splitMapping} from './mapping.ts';

/** Items that are no label: no header holds this character. */
const goOn = '\0go on';
const nothing = '\0nothing';

/** Columns that Secoda could take, under headers that it does not know. Whoever needs none of them goes on with one key. */
export const moreColumnsStep: SetUpStep = {
	name: 'more-columns',
	label: 'More columns',
	summarize(found) {
		if (found.hasAskedMoreColumns !== true && isOpen(found)) return undefined;
		const {strange, fields} = columnsOf(found);
		const sent = [...fields].map(([label, field]) => `"${label}" is ${field}`);
		const left = strange.filter(label => !fields.has(label));
		const some = `${left.slice(0, 2).join(', ')}${left.length > 2 ? ', …' : ''}`;
		// A short line shows its beginning: what is not sent is what one should know.
		const parts = left.length === 0 ? sent : [`not sent: ${some}`, ...sent];
		return parts.length === 0 ? undefined : parts.join('; ');
	},
	isNeeded: isOpen,
	async ask(found, {prompter}) {
		// Nothing can be fields: the file is gone, or holds under known headers all that Secoda takes.
		if (!isOpen(found)) return next(found);
		const kind = kindOf(found);
		const {free, needed, fields: before, ...columns} = columnsOf(found);
		const strange = distinctLabels(columns.strange);
		let fields = before;
		let selected = goOn;
		for (;;) {
			const answer = await prompter.ask({
				prompt: 'Does one of these columns hold something for Secoda?',
				lines: ['Their headers say nothing to it, so they are not sent. The file itself stays as it is.'],
				question: {
					kind: 'choice',
					search: true,
					selected,
					items: [
						{id: goOn, label: 'Go on', detail: 'or say what one of these holds:', always: true},
						...strange.map(label => ({id: label, label, detail: detailOf(fields.get(label), kind)})),
					],
				},
			});
			if (answer.kind !== 'picked') return back;
			if (answer.id === goOn)
				return next({...found, mapping: Object.fromEntries([...needed, ...fields]), hasAskedMoreColumns: true});
			selected = answer.id;
			fields = await askMeaning(prompter, answer.id, fields, {free, kind});
		}
	},
};

function detailOf(field: string | undefined, kind: FileKind): string {
	return field === undefined ? 'not sent' : `${field}: ${kind.meaningOf(field)}`;
}

/** Asks what a column holds. A field that another column had is taken from that one. */
async function askMeaning(
	prompter: Prompter,
	label: string,
	fields: FieldsByLabel,
	{free, kind}: {readonly free: readonly string[]; readonly kind: FileKind},
): Promise<FieldsByLabel> {
	const others = [...fields].filter(([other]) => other !== label);
	const answer = await prompter.ask({
		prompt: `What does "${label}" hold?`,
		question: {
			kind: 'choice',
			search: true,
			selected: fields.get(label) ?? nothing,
			items: [
				...free.map(field => {
					const [holder] = others.find(([, held]) => held === field) ?? [];
					const meaning = kind.meaningOf(field);
					const detail = holder === undefined ? meaning : `${meaning}; so far "${holder}"`;
					return {id: field, label: field, detail};
				}),
				{id: nothing, label: 'nothing for Secoda', detail: 'it is not sent', always: true},
			],
		},
	});
	if (answer.kind !== 'picked') return fields;
	const field = free.find(other => other === answer.id);
	return new Map(field === undefined ? others : [...others.filter(([, held]) => held !== field), [label, field]]);
}

function isOpen(found: SetUpAnswers): boolean {
	const {strange, free} = columnsOf(found);
	return distinctLabels(strange).length > 0 && free.length > 0;
}

type FieldsByLabel = ReadonlyMap<string, string>;

type ColumnChoices = {
	/** Headers that say nothing to Secoda, and that hold nothing that it needs. */
	readonly strange: readonly string[];
	/** The fields beside the needed ones that no header means. */
	readonly free: readonly string[];
	/** What was fields of needed columns. */
	readonly needed: ReadonlyArray<readonly [label: string, field: string]>;
	/** What was fields of others. */
	readonly fields: FieldsByLabel;
};

function columnsOf(found: SetUpAnswers): ColumnChoices {
	const {file, mapping = {}} = found;
	const kind = kindOf(found);
	const labels = file?.labels ?? [];
	const asInFile = (label: string) => labels.find(other => foldLabel(other) === foldLabel(label)) ?? label;
	const pairs = Object.entries(mapping).map(([label, field]) => [asInFile(label), field] as const);
	const [needed, others] = splitMapping(Object.fromEntries(pairs), kind);
	const named = new Map([...needed, ...others]);
	const known = new Set<unknown>([
		...kind.requiredFields,
		...labels.map(label => (named.has(label) ? undefined : kind.fieldOfLabel(label))),
	]);
	const isStrange = (label: string) => label.trim() !== '' && kind.fieldOfLabel(label) === undefined;
	const isNeeded = (label: string) => needed.some(([other]) => other === label);
	return {
		strange: labels.filter(label => isStrange(label) && !isNeeded(label)),
		free: kind.fields.filter(field => !known.has(field)),
		needed,
		fields: new Map(others),
	};
}
