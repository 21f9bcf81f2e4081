import {type CatalogError, catalogError} from './error.ts';
import {messages} from './messages.ts';

/** Returns a name, which may be null but must be present. */
export function named(item: Record<string, unknown>, field: string, what: string): string {
	const value = item[field];
	if (value === null) return '';
	if (typeof value !== 'string') throw unexpected(what);
	return value;
}

export function record(json: unknown): Record<string, unknown> {
	if (!isRecord(json)) throw unexpected('a JSON object');
	return json;
}

export function isRecord(json: unknown): json is Record<string, unknown> {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}

export function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function unexpected(expected: string): CatalogError {
	return catalogError('unexpected-answer', ...messages.unexpectedShape(expected));
}

export function wholeNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
