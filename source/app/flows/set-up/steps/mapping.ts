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
	told({mapping = {}}) {
		const said = Object.entries(mapping).map(([label, field]) => `"${label}" is ${field}`);
		return said.length === 0 ? undefined : said.join(', ');
	},
	wanted: ({file}) => file !== undefined && file.missing.length > 0,
	async ask(found, {asker}) {
		const {file} = found;
		if (file === undefined) return back;
		let mapping: Readonly<Record<string, Field>> = {};
		for (const [at, field] of file.missing.entries()) {
			const free = file.labels.filter(label => label.trim() !== '' && !Object.hasOwn(mapping, label));
			const said = await asker.ask({
				prompt: `Which column holds ${meanings[field] ?? field}?`,
				lines: [`Secoda needs it as "${field}" (${at + 1} of ${file.missing.length}). The file itself stays as it is.`],
				question: {
					kind: 'choice',
					search: true,
					selected: Object.entries(found.mapping ?? {}).find(([, other]) => other === field)?.[0],
					items: [
						...free.map(label => ({id: label, label})),
						{id: none, label: 'none of them', detail: 'the file is not ready: "secoda-upload fix --set" can add it'},
					],
				},
			});
			if (said.kind !== 'picked') return back;
			if (said.id !== none) mapping = {...mapping, [said.id]: field};
		}

		return next({...found, mapping});
	},
};
