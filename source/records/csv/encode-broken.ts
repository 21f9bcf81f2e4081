import type {Delimiter} from './dialect.ts';
import {encodeCell, encodeRow} from './encode.ts';

/**
Encodes cells as a CSV line whose quotes are broken, and that ends at its line end whatever follows it; `undefined` if no cell starts with a
quote. Each cell keeps its value, but one with a quote that is never closed: it is closed, before a space.
*/
export function encodeBrokenRow(cells: readonly string[], delimiter: Delimiter): string | undefined {
	const texts = cells.map(cell => keptText(cell, delimiter));
	const kept = texts.findIndex(text => text !== undefined);
	const broken = kept === -1 ? cells.findIndex(cell => isOpened(cell)) : kept;
	if (broken === -1) return undefined;
	const text = texts[broken] ?? `"${cells[broken]?.slice(1).replaceAll('"', '""')}" `;
	const before = cells.slice(0, broken).map(cell => `${encodeCell(cell, delimiter)}${delimiter}`);
	const after = cells.slice(broken + 1);
	return `${before.join('')}${text}${after.length === 0 ? '' : `${delimiter}${encodeRow(after, delimiter)}`}`;
}

/** True for a value that can be read from a line with a broken quote. */
function isOpened(value: string): boolean {
	return value.startsWith('"') && !/[\r\n]/.test(value);
}

/** Returns a cell that has a value and is broken: text follows its closing quote. `undefined` if it cannot be. */
function keptText(value: string, delimiter: Delimiter): string | undefined {
	if (!isOpened(value)) return undefined;
	for (let close = value.indexOf('"', 1); close !== -1; close = value.indexOf('"', close + 1)) {
		const text = value.slice(close + 1);
		if (text === '') return undefined;
		if (!text.startsWith('"') && !text.includes(delimiter))
			return `"${value.slice(1, close).replaceAll('"', '""')}"${text}`;
	}

	return undefined;
}
