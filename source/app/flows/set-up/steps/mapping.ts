import {askColumns, labelsNotSent} from '../../ask-columns.ts';
import {back, next, type Step} from '../found.ts';

/** Which columns hold what Secoda needs, where their headers do not tell. */
export const mappingStep: Step = {
	name: 'mapping',
	label: 'Columns',
	told({file, mapping = {}}) {
		const said = Object.entries(mapping).map(([label, field]) => `"${label}" is ${field}`);
		const missing = file?.missing.filter(field => !Object.values(mapping).includes(field)) ?? [];
		if (said.length > 0 && missing.length > 0) said.push(`none is ${missing.join(' or ')}`);
		const unsent = file === undefined ? [] : labelsNotSent(file.labels, mapping);
		// Until the needed ones are found nobody knows which are left over.
		if (unsent.length > 0 && (said.length > 0 || missing.length === 0))
			said.push(`not sent: ${unsent.slice(0, 3).join(', ')}${unsent.length > 3 ? ', …' : ''}`);
		return said.length === 0 ? undefined : said.join(', ');
	},
	wanted: ({file}) => file !== undefined && file.missing.length > 0,
	async ask(found, {asker}) {
		const {file} = found;
		const mapping = file && (await askColumns(asker, file, {before: found.mapping}));
		return mapping === undefined ? back : next({...found, mapping});
	},
};
