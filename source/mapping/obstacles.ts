import {foldLabel} from '../kinds/header.ts';
import {readHeader} from '../kinds/warehouse/header.ts';
import {filledText} from './cells.ts';
import {readLabel} from './label-meaning.ts';
import type {MappingProposal} from './proposal.ts';
import {proposeMapping} from './propose.ts';
import {shapeOf} from './value-shapes.ts';

/** Why no recipe makes a right file, or why one may be wrong. The user has to change the file. */
export type Obstacle =
	/** The row of the header looks like data; `labels` is a header that fits its columns. */
	| {readonly code: 'no-header'; readonly labels: readonly string[]}
	/** Each table has a header of its own, under its name. */
	| {readonly code: 'table-titles'; readonly titles: readonly string[]}
	/** A cell lists several columns. */
	| {readonly code: 'column-lists'; readonly label: string}
	/** No label has a known word. */
	| {readonly code: 'unknown-labels'};

/** The first records of a file, and what is proposed for them. */
type Sample = {
	readonly records: ReadonlyArray<readonly string[]>;
	readonly headerRow: number;
	readonly labels: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
	readonly proposal: MappingProposal;
};

/** Returns the first obstacle of a file that a recipe cannot remove; `undefined` without one. */
export function findObstacle(sample: Sample): Obstacle | undefined {
	const titles = tableTitles(sample);
	if (titles.length > 1) return {code: 'table-titles', titles};
	const list = listOfColumns(sample);
	if (list !== undefined) return {code: 'column-lists', label: list};
	if (looksLikeData(sample)) return {code: 'no-header', labels: labelsOf(sample)};
	const isKnown = sample.labels.some(label => readLabel(label).exact !== undefined || readLabel(label).isKnown);
	const isProposed = sample.proposal.proposals.length + sample.proposal.splits.length > 0;
	return isKnown || !isProposed ? undefined : {code: 'unknown-labels'};
}

/** The share of the labels of a header that another header has too. */
const sameLabels = 0.7;

/** Returns the names of tables that are in titles, or in the first cell of each header. */
function tableTitles({records, headerRow, labels, proposal}: Sample): readonly string[] {
	if (!proposal.missing.includes('name')) return [];
	const own = labels.map(foldLabel).filter(label => label !== '');
	const countSame = (record: readonly string[]) => {
		const cells = new Set(record.map(foldLabel));
		return own.filter(label => cells.has(label)).length;
	};
	const headers = records.flatMap((record, at) => {
		const isHeader = at + 1 >= headerRow && own.length > 2 && countSame(record) >= own.length * sameLabels;
		return isHeader ? [{record, above: records.slice(0, at).findLast(hasText) ?? []}] : [];
	});
	const isShared = (cell: string) =>
		headers.every(({record}) => record.some(one => foldLabel(one) === foldLabel(cell)));
	return headers.flatMap(({record, above}) => {
		const title = record.find(cell => cell.trim() !== '' && !isShared(cell)) ?? onlyCell(above);
		return title === undefined ? [] : [title.trim()];
	});
}

function hasText(record: readonly string[]): boolean {
	return record.some(cell => cell.trim() !== '');
}

function onlyCell(record: readonly string[]): string | undefined {
	const [cell, other] = record.filter(one => one.trim() !== '');
	return other === undefined ? cell : undefined;
}

const list = /^[[({].*,.*[\])}]$|^[\w$]+(?:\s*[,;|]\s*[\w$]+){2,}$/s;

function listOfColumns({labels, rows, proposal}: Sample): string | undefined {
	const at = labels.findIndex((label, column) => {
		const cells = rows.map(row => filledText(row[column])).filter(cell => cell !== '');
		const lists = cells.filter(cell => list.test(cell)).length;
		return readLabel(label).roles.has('column') && lists > cells.length * 0.7;
	});
	const isNeeded = proposal.proposals.every(({field, column}) => field !== 'col_name' || column === at);
	return isNeeded ? labels[at] : undefined;
}

/** True if the row of the header has no known labels, but values that the rows below have too. */
function looksLikeData({labels, rows}: Sample): boolean {
	const {mapping} = readHeader(labels);
	if (Object.keys(mapping).length > 0) return false;
	const filled = labels.flatMap((label, column) => (label.trim() === '' ? [] : [{label: label.trim(), column}]));
	const alike = filled.filter(({label, column}) => {
		if (/^[-+]?\d+$/.test(label)) return rows.some(row => /^[-+]?\d+$/.test(filledText(row[column])));
		return shapeOf(label).isType && label.includes('(') ? true : rows.some(row => filledText(row[column]) === label);
	});
	return alike.length > 1 && alike.length >= filled.length / 4;
}

/** Returns a header for a file that has none: the field of each column, or its number. */
function labelsOf({labels, rows}: Sample): readonly string[] {
	const {proposals} = proposeMapping(
		labels.map(() => ''),
		[labels, ...rows],
	);
	return labels.map((_, column) => proposals.find(one => one.column === column)?.field ?? `column_${column + 1}`);
}
