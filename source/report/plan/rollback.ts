import type {ResourceName} from '../../kinds/resources.ts';
import {countedNames} from '../../plan/entity-names.ts';
import type {EmptiedValues} from '../../plan/rollback/emptied.ts';
import {hasLoss, type NamedPages, type Rollback} from '../../plan/rollback/rollback-loss.ts';
import {count, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';

/** The number of names in a line. */
const shownNames = 3;

/** The texts about what a rollback cannot bring back. A window may show only the start of a line, so the reason is at its end. */
const texts = {
	title: (to: number) => `Rollback to upload #${to}: its files are sent again as they were.`,
	noLoss: 'As far as is known, this brings everything back except timestamps.',
	lossTitle: 'What it cannot bring back:',
	unknownValues:
		'values other than descriptions that were empty then and set since: unknown, because what was sent last is not kept. An empty value never overwrites.',
	emptied: (pages: number, fields: string) =>
		`${plural(pages, 'page keeps', 'pages keep')} values that were empty then, ${fields}`,
	edges: {
		secoda: (edges: string) => `${edges} that Secoda lists and the earlier upload does not have.`,
		'last-upload': (edges: string) => `${edges} of the last upload: the earlier one has no lineage file.`,
	},
	someEdges: 'edges',
	edgesReason: 'It is not documented whether an upload removes edges.',
	emptyReason: 'An empty value never overwrites.',
	edited: (pages: number) => `${plural(pages, 'description')} that people changed in Secoda since`,
	editedReason: 'They stay if the Property import is Smart, and are lost if it is Always.',
	worked: (pages: number) => `${plural(pages, 'page')} that people worked on would be hidden`,
	gone: (resources: string) => `${resources} not shown now`,
	goneReason: 'It is not documented whether Secoda shows hidden pages again, and with which owners, tags and texts.',
} as const;

/** Returns what a rollback cannot bring back as lines. */
export function rollbackLines({to, loss}: Rollback): readonly string[] {
	if (!hasLoss(loss)) return [texts.title(to), texts.noLoss];
	const {emptied, edited, worked, gone, edges} = loss;
	const items = [
		...(emptied.isComplete ? [] : [texts.unknownValues]),
		...itemOf(emptied, ({pages, fields}) => texts.emptied(pages, fieldsText(fields)), texts.emptyReason),
		...itemOf(edited, ({pages}) => texts.edited(pages), texts.editedReason),
		...itemOf(worked, ({pages}) => texts.worked(pages)),
		...itemOf(gone, ({counts}) => texts.gone(countedNames(counts)), texts.goneReason),
		...(edges === undefined ? [] : [edgesText(edges)]),
	];
	return [texts.title(to), texts.lossTitle, ...items.map(item => `  ${item}`)];
}

function edgesText({from, count: number}: NonNullable<Rollback['loss']['edges']>): string {
	return `${texts.edges[from](number === undefined ? texts.someEdges : plural(number, 'edge'))} ${texts.edgesReason}`;
}

/** Formats the number of pages of each field: "col_description (3)". */
function fieldsText(fields: EmptiedValues['fields']): string {
	return fields.map(({field, pages}) => `${visible(field)} (${count(pages)})`).join(', ');
}

/** Returns an item with the first names of its pages and the reason; nothing without pages. */
function itemOf<Pages extends NamedPages>(
	pages: Pages | undefined,
	format: (pages: Pages) => string,
	reason?: string,
): readonly string[] {
	if (pages === undefined || pages.pages === 0) return [];
	const names = pages.names.slice(0, shownNames).map(name => visible(nameText(name)));
	const more = pages.pages - names.length;
	const shown = [...names, ...(more === 0 ? [] : [`and ${count(more)} more`])].join(', ');
	return [[`${format(pages)}: ${shown}.`, ...(reason === undefined ? [] : [reason])].join(' ')];
}

/** Returns a rollback in the documented shape of `rollback --json`. */
export function rollbackJson({to, loss}: Rollback): object {
	const {emptied, edited, worked, gone, edges} = loss;
	const pages = ({pages, names}: NamedPages) => ({pages, names: names.map(nameText)});
	return {
		to,
		cannotRestore: {
			emptied: {
				...pages(emptied),
				fields: Object.fromEntries(emptied.fields.map(({field, pages}) => [field, pages])),
				complete: emptied.isComplete,
			},
			edited: pages(edited),
			workedOn: pages(worked),
			notShown: pages(gone),
			edges: edges === undefined ? null : {from: edges.from, count: edges.count ?? null},
		},
	};
}

function nameText(name: ResourceName): string {
	return name.join('.');
}
