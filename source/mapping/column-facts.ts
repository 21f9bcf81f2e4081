import {shapeOf, type ValueShape} from './value-shapes.ts';

/** The shares of the filled cells of a column, from 0 to 1. */
type Shares = {readonly [S in keyof ValueShape]: number};

/** The common properties of the cells of a column, without regard to tables. */
export type ColumnFacts = {
	/** The number of cells that are not empty. */
	readonly filled: number;
	readonly rows: number;
	readonly distinct: number;
	/** The number of times that the value changes from one filled cell to the next, and 1. */
	readonly blocks: number;
	readonly meanLength: number;
	readonly isFirstFilled: boolean;
	readonly shares: Shares;
	/** The number of parts between periods, if all cells have the same number of names. */
	readonly parts: number;
};

const shapes = [
	'isType',
	'isTypeWord',
	'isInteger',
	'isNumber',
	'isIdentifier',
	'isPlainName',
	'isText',
	'isTableType',
	'isBoolean',
	'isTime',
	'isPerson',
] as const satisfies readonly (keyof ValueShape)[];

/** Returns the facts of a column; its cells are trimmed. */
export function readColumn(cells: readonly string[]): ColumnFacts {
	const filled = cells.filter(cell => cell !== '');
	const found = filled.map(shapeOf);
	const share = (shape: keyof ValueShape) =>
		filled.length === 0 ? 0 : found.filter(value => value[shape]).length / filled.length;
	const shares = Object.fromEntries(shapes.map(shape => [shape, share(shape)]));
	return {
		filled: filled.length,
		rows: cells.length,
		distinct: new Set(filled).size,
		blocks: filled.filter((cell, at) => cell !== filled[at - 1]).length,
		meanLength: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
		isFirstFilled: cells[0] !== undefined && cells[0] !== '',
		shares: {...noShares, ...shares},
		parts: partCount(filled),
	};
}

const noShares: Shares = {
	isType: 0,
	isTypeWord: 0,
	isInteger: 0,
	isNumber: 0,
	isIdentifier: 0,
	isPlainName: 0,
	isText: 0,
	isTableType: 0,
	isBoolean: 0,
	isTime: 0,
	isPerson: 0,
};

/** The share of the cells that must have the same number of parts. */
const qualified = 0.9;

const nameStart = /^["`[]?[\p{L}_$#@]\S*$/u;

function partCount(filled: readonly string[]): number {
	const counts = new Map<number, number>();
	for (const cell of filled) {
		const parts = cell.split('.');
		const count = parts.every(part => nameStart.test(part)) ? parts.length : 1;
		counts.set(count, (counts.get(count) ?? 0) + 1);
	}

	return [...counts].find(([, times]) => times >= filled.length * qualified)?.[0] ?? 1;
}
