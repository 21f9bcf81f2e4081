import type {FileKind} from '../../kinds/file-kind.ts';
import {distinctLabels, type MappingOverrides} from '../../kinds/header.ts';
import type {Prompter} from './prompter.ts';
import {columnTexts as texts} from './texts.ts';

/** Id of the item "none of them": no header contains this character. */
const noColumn = '\0none';

/** A header row, and the required fields that none of its labels names. */
export type UnmappedHeader = {
	readonly kind: FileKind;
	readonly labels: readonly string[];
	readonly missing: readonly string[];
};

/** Returns the labels to choose from: unknown ones first, without those of required fields. */
export function labelsToChoose({kind, labels}: Pick<UnmappedHeader, 'kind' | 'labels'>): readonly string[] {
	const fieldOf = (label: string) => kind.fieldOfLabel(label);
	const free = distinctLabels(labels).filter(label => !kind.requiredFields.some(field => field === fieldOf(label)));
	return [...free.filter(label => fieldOf(label) === undefined), ...free.filter(label => fieldOf(label) !== undefined)];
}

/** Asks for the column of each missing field. Returns `undefined` if the user goes back from the first. */
export async function askColumns(
	prompter: Prompter,
	header: UnmappedHeader,
	{before = {}, back = 'back'}: {readonly before?: MappingOverrides | undefined; readonly back?: string} = {},
): Promise<MappingOverrides | undefined> {
	const {kind, missing} = header;
	/** The label chosen for each missing field, or `noColumn`. */
	const chosen: string[] = [];
	/** The last choice for each field; it is selected again when the user comes back to it. */
	const lastChoices = new Map<string, string>();
	for (;;) {
		const field = missing[chosen.length];
		if (field === undefined) break;
		const answer = await prompter.ask({
			prompt: texts.prompt(kind.describeField(field)),
			lines: [texts.about(field, chosen.length + 1, missing.length)],
			question: {
				kind: 'choice',
				search: true,
				selected: lastChoices.get(field) ?? Object.entries(before).find(([, other]) => other === field)?.[0],
				items: [
					...labelsToChoose(header)
						.filter(label => !chosen.includes(label))
						.map(label => ({id: label, label})),
					{id: noColumn, label: texts.none, detail: texts.noneDetail, always: true},
				],
			},
			back: chosen.length === 0 ? back : 'back',
		});
		if (answer.kind === 'picked') {
			lastChoices.set(field, answer.id);
			chosen.push(answer.id);
		} else if (chosen.pop() === undefined) return undefined;
	}

	const pairs = missing.flatMap((field, at) => {
		const label = chosen[at];
		return label === undefined || label === noColumn ? [] : [[label, field] as const];
	});
	return Object.fromEntries(pairs);
}
