import type {FileKind} from '../../kinds/file-kind.ts';
import {distinctLabels, type NamedColumns} from '../../kinds/header.ts';
import type {Prompter} from './prompter.ts';

/** A header can be any text, so what stands for none of them is told apart by what no header holds. */
const noColumn = '\0none';

/** A header row, and the fields that none of its labels means. */
export type UnmappedHeader = {
	readonly kind: FileKind;
	readonly labels: readonly string[];
	readonly missing: readonly string[];
};

/** The labels that can be meant: those that Secoda does not know first, those of other needed fields never. */
export function labelsToChoose({kind, labels}: Pick<UnmappedHeader, 'kind' | 'labels'>): readonly string[] {
	const own = (label: string) => kind.fieldOfLabel(label);
	const free = distinctLabels(labels).filter(label => !kind.requiredFields.some(field => field === own(label)));
	return [...free.filter(label => own(label) === undefined), ...free.filter(label => own(label) !== undefined)];
}

/** Asks which columns hold what Secoda needs, one after the other. `undefined` when the person goes back before the first. */
export async function askColumns(
	prompter: Prompter,
	headers: UnmappedHeader,
	{before = {}, back = 'back'}: {readonly before?: NamedColumns | undefined; readonly back?: string} = {},
): Promise<NamedColumns | undefined> {
	const {kind, missing} = headers;
	/** The label that was chosen for each field that is missing; of `none`, none. */
	const chosen: string[] = [];
	/** What was chosen for each, also when the person has gone back since. */
	const lately = new Map<string, string>();
	for (;;) {
		const field = missing[chosen.length];
		if (field === undefined) break;
		const answer = await prompter.ask({
			prompt: `Which column holds ${kind.meaningOf(field)}?`,
			lines: [
				`Secoda needs it as "${field}" (${chosen.length + 1} of ${missing.length}). The file itself stays as it is.`,
			],
			question: {
				kind: 'choice',
				search: true,
				selected: lately.get(field) ?? Object.entries(before).find(([, other]) => other === field)?.[0],
				items: [
					...labelsToChoose(headers)
						.filter(label => !chosen.includes(label))
						.map(label => ({id: label, label})),
					{
						id: noColumn,
						label: 'none of them',
						detail: 'then the file cannot be sent yet',
						always: true,
					},
				],
			},
			back: chosen.length === 0 ? back : 'back',
		});
		if (answer.kind === 'picked') {
			lately.set(field, answer.id);
			chosen.push(answer.id);
		} else if (chosen.pop() === undefined) return undefined;
	}

	const pairs = missing.flatMap((field, at) => {
		const label = chosen[at];
		return label === undefined || label === noColumn ? [] : [[label, field] as const];
	});
	return Object.fromEntries(pairs);
}
