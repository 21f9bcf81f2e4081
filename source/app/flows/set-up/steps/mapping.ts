import type {Field} from '../../../../rules/field.ts';
import {back, next, type Step} from '../found.ts';

const meanings: {readonly [F in Field]?: string} = {
	col_name: "the column's name",
	database: 'the database',
	schema: 'the schema',
	name: "the table's name",
};

/** A header can be any text, so what stands for none of them is told apart by what no header holds. */
const none = '\0none';

/** Which columns hold what Secoda needs, where their headers do not tell. */
export const mappingStep: Step = {
	name: 'mapping',
	label: 'Columns',
	told({file, mapping = {}}) {
		const said = Object.entries(mapping).map(([label, field]) => `"${label}" is ${field}`);
		const missing = file?.missing.filter(field => !Object.values(mapping).includes(field)) ?? [];
		if (said.length > 0 && missing.length > 0) said.push(`none is ${missing.join(' or ')}`);
		return said.length === 0 ? undefined : said.join(', ');
	},
	wanted: ({file}) => file !== undefined && file.missing.length > 0,
	async ask(found, {asker}) {
		const {file} = found;
		if (file === undefined) return back;
		const before = Object.entries(found.mapping ?? {});
		/** The label that was chosen for each field that is missing; of `none`, none. */
		const chosen: string[] = [];
		while (chosen.length < file.missing.length) {
			const field = file.missing[chosen.length];
			if (field === undefined) break;
			const free = file.labels.filter(label => label.trim() !== '' && !chosen.includes(label));
			const said = await asker.ask({
				prompt: `Which column holds ${meanings[field] ?? field}?`,
				lines: [
					`Secoda needs it as "${field}" (${chosen.length + 1} of ${file.missing.length}). The file itself stays as it is.`,
				],
				question: {
					kind: 'choice',
					search: true,
					selected: before.find(([, other]) => other === field)?.[0],
					items: [
						...free.map(label => ({id: label, label})),
						{
							id: none,
							label: 'none of them',
							detail: 'the file is not ready: "secoda-upload fix --set" can add it',
							always: true,
						},
					],
				},
			});
			if (said.kind === 'picked') chosen.push(said.id);
			else if (chosen.pop() === undefined) return back;
		}

		const pairs = file.missing.flatMap((field, at) => {
			const label = chosen[at];
			return label === undefined || label === none ? [] : [[label, field] as const];
		});
		return next({...found, mapping: Object.fromEntries(pairs)});
	},
};
