import {lineage} from '../../source/kinds/lineage/lineage.ts';
import {resources} from '../../source/kinds/resources/resources-kind.ts';
import {jsonlImporter} from '../../source/sandbox/jsonl/importer.ts';
import type {PageType} from '../../source/sandbox/model.ts';
import type {SimulatedPages, SimulatedPart} from './simulated-pages.ts';
import {type Content, descriptionOf, type EdgeName, endsOf, type PageName} from './world.ts';

export const containers = {database: 'DB', schema: 'DB.sales'} as const;

/** The pages that tables imply if the file does not have their schema; these IDs are like those of a CSV. */
const implied = ['Warehouse/DB', 'Warehouse/DB/sales'];

/** The type of each name by its form: `t0`, `t0.c1`, `g0`, `d0`, `d0.h1`. */
const forms: ReadonlyArray<readonly [RegExp, PageType]> = [
	[/^DB$|^Warehouse\/DB$/, 'database'],
	[/^DB\.sales$|^Warehouse\/DB\/sales$/, 'schema'],
	[/^t\d+$/, 'table'],
	[/^t\d+\.c\d+$/, 'column'],
	[/^g\d+$/, 'dashboard_group'],
	[/^d\d+$/, 'dashboard'],
	[/^d\d+\.h\d+$/, 'chart'],
];

/** The resources of a pair of JSON Lines files. A name is the ID of its page. */
export const jsonlPages: SimulatedPages = {
	// No list has dashboard groups.
	judged: new Set(['database', 'schema', 'table', 'column', 'dashboard', 'chart']),
	typeOf,
	parentOf,
	implied: pages => (pages.some(page => typeOf(page) === 'table') && !pages.includes(containers.schema) ? implied : []),
	nameOf: ({databuilderId}) => databuilderId,
	partsOf(content) {
		const part: SimulatedPart = {kind: resources, name: 'resources.jsonl', bytes: linesOf(resourceLines(content))};
		if (content.edges === undefined) return [part];
		return [part, {kind: lineage, name: 'lineage.jsonl', bytes: linesOf(content.edges.map(edgeLine))}];
	},
	fullName: name => name.split('.'),
	importerOf(content, switches) {
		const [first, second] = jsonlPages.partsOf(content).map(({bytes}) => ({content: bytes}));
		return jsonlImporter({resources: first ?? {content: Buffer.alloc(0)}, lineages: second}, switches);
	},
};

function typeOf(name: PageName): PageType {
	const found = forms.find(([form]) => form.test(name));
	if (found === undefined) throw new RangeError(`no type has the name ${name}`);
	return found[1];
}

function parentOf(name: PageName, pages: ReadonlySet<PageName>): PageName | undefined {
	const parent = possibleParent(name);
	return parent !== undefined && pages.has(parent) ? parent : undefined;
}

function possibleParent(name: PageName): PageName | undefined {
	switch (typeOf(name)) {
		case 'schema':
			return containers.database;
		case 'table':
			return containers.schema;
		case 'column':
		case 'chart':
			return name.slice(0, name.indexOf('.'));
		case 'dashboard':
			return 'g0';
		case 'database':
		case 'dashboard_group':
			return undefined;
	}
}

function resourceLines(content: Content): readonly object[] {
	const pages = new Set(content.pages);
	return content.pages.map(page => {
		const entity_type = typeOf(page);
		const description = descriptionOf(content, page);
		return {
			entity_type,
			databuilder_id: page,
			title: page.slice(page.lastIndexOf('.') + 1),
			...(description === '' ? {} : {description}),
			...(entity_type === 'table' ? {database: containers.database, schema: 'sales'} : {}),
			parent_databuilder_id: parentOf(page, pages),
		};
	});
}

function edgeLine(edge: EdgeName): object {
	const [from, to] = endsOf(edge);
	return {from_identifier: endLine(from), to_identifier: endLine(to)};
}

/** An end that begins with `~` is a table of another integration. */
function endLine(end: string): object {
	return end.startsWith('~')
		? {type: 'external_table', database: 'other', schema: 'other', table: end.slice(1)}
		: {type: 'internal_resource', databuilder_id: end};
}

function linesOf(lines: readonly object[]): Buffer {
	return Buffer.from(lines.map(line => `${JSON.stringify(line)}\n`).join(''));
}
